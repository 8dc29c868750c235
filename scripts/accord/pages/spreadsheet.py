"""Tables to take away: CSV (RFC 4180) and OpenDocument spreadsheets (ODF 1.3), whose cells hold text and nothing else.

A spreadsheet computes what starts with certain signs. In CSV such a value gets an apostrophe before it (OWASP, "CSV
Injection"). In ODS every cell is of the type "string", which is never computed, so a value stands there as it is.
The package is not compressed: so its bytes depend on the words alone, and not on the version of a library.
docs/assets/table/ods.js writes the same bytes for the same table.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # the last four: full width, as East Asian keys
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 can't hold
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP knows
MEDIA = "application/vnd.oasis.opendocument.spreadsheet"
SPACE = "urn:oasis:names:tc:opendocument:xmlns"
MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{SPACE}:manifest:1.0"'
    f' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type='
    f'"{MEDIA}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>\n"
)
# A head in bold that is seen as one; cells that break their lines; columns as wide as most words need.
START = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="{SPACE}:office:1.0" xmlns:style='
    f'"{SPACE}:style:1.0" xmlns:fo="{SPACE}:xsl-fo-compatible:1.0" xmlns:table="{SPACE}:table:1.0" xmlns:text="{SPACE}'
    ':text:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="w" style:family="table-column">'
    '<style:table-column-properties style:column-width="6cm"/></style:style><style:style style:name="h" style:family='
    '"table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties'
    ' fo:font-weight="bold" fo:language="en" fo:country="GB"/></style:style><style:style style:name="c" style:family='
    '"table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties'
    ' fo:language="en" fo:country="GB"/></style:style></office:automatic-styles><office:body><office:spreadsheet>\n'
)
END = "</office:spreadsheet></office:body></office:document-content>\n"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of heads. `name` is the sheet's; `about` are lines for a second sheet, "About"."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    about: Sequence[str] = ()


def comma_separated(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV: CR LF, every value in quotes, none that a spreadsheet would compute."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(value) for value in row] for row in (heads, *rows))
    return out.getvalue()


def harmless(value: str) -> str:
    """Return a value that a spreadsheet shows and does not compute."""
    return f"'{value}" if value.startswith(FORMULA) else value


def open_document(table: Table) -> bytes:
    """Return a table as an OpenDocument spreadsheet (ODF 1.3, parts 2 and 3): the media type first, then the rest."""
    files = {"mimetype": MEDIA, "META-INF/manifest.xml": MANIFEST, "content.xml": "".join(_content(table))}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = 3  # or Windows would write another number
            archive.writestr(entry, text.encode())
    return out.getvalue()


def _content(table: Table) -> Iterator[str]:
    yield START
    yield from _sheet(table.name, len(table.heads), table.heads, table.rows)
    if table.about:
        yield from _sheet("About", 1, (), [[line] for line in table.about])
    yield END


def _sheet(name: str, columns: int, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f'<table:table table:name="{_safe(name, {chr(34): "&quot;"})}">'
    yield f'<table:table-column table:style-name="w" table:number-columns-repeated="{columns}"/>'
    if heads:
        yield f"<table:table-header-rows>{_row('h', heads)}</table:table-header-rows>\n"
    for row in rows:
        yield f"{_row('c', row)}\n"
    yield "</table:table>\n"


def _row(style: str, values: Sequence[str]) -> str:
    cells = (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{_lines(value)}</table:table-cell>'
        for value in values
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _lines(value: str) -> str:
    return "".join(f"<text:p>{_safe(line)}</text:p>" for line in value.split("\n"))


def _safe(value: str, more: dict[str, str] | None = None) -> str:
    return escape(NO_XML.sub("\ufffd", value), more or {})
