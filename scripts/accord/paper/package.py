"""Packages: the empty Word file that gives pandoc its styles, and OpenDocument files of what pandoc wrote.

No compressed file lies in git: the parts stand in templates/ and are packed here, always to the same bytes.
"""

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from accord.paper.blocks import Document, typed

TEMPLATES = Path(__file__).parent / "templates"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
OPEN = "application/vnd.oasis.opendocument.text"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
DC = "http://purl.org/dc/elements/1.1/"
NONE = b'fo:border="none"'  # what pandoc gives every cell
BORDER = b'fo:border="0.5pt solid #5a6b6b" fo:padding-left="0.18cm" fo:padding-right="0.18cm"'
SHADE = b' fo:background-color="#e3eceb"'
BLANK = re.compile(rb"<!-- A place to write in.*?-->\n(.*?\n)", re.DOTALL)
MOST = 10  # lines of a place to write in; a line is 9 mm high


@cache
def template(name: str) -> bytes:
    """Return a file of templates/, with LF as its line end on every system."""
    return (TEMPLATES / name).read_bytes().replace(b"\r\n", b"\n")


def style_sheet() -> str:
    """Return the style sheet of a web page that stands alone: the same that the site serves."""
    return template("document.css").decode()


def word(foot: tuple[str, ...]) -> bytes:
    """Return the reference file for DOCX, with the lines of `foot` (at most two) at the foot of every page."""
    return _packed(
        {
            "[Content_Types].xml": template("word-types.xml"),
            "_rels/.rels": template("word-rels.xml"),
            "word/_rels/document.xml.rels": template("word-page-rels.xml"),
            "word/document.xml": template("word-page.xml"),
            "word/styles.xml": _blanks(template("word-styles.xml")),
            "word/settings.xml": template("word-settings.xml"),
            "word/footer.xml": _footed(template("word-footer.xml"), foot),
        }
    )


def opendocument(document: Document, words: bytes) -> bytes:
    """Return an ODT (ODF 1.3, part 2) of the words that pandoc wrote, with our styles and borders around cells."""
    day = f"{document.date}T00:00:00Z"
    told = {
        "dc:title": document.called, "dc:subject": document.subject, "dc:description": document.subject,
        "dc:language": document.language, "meta:initial-creator": document.author, "dc:creator": document.author,
        "meta:creation-date": day, "dc:date": day,
    }  # fmt: skip
    lines = "".join(f"<{name}>{escape(typed(value))}</{name}>" for name, value in told.items())
    spaces = f'xmlns:office="{ODF}:office:1.0" xmlns:meta="{ODF}:meta:1.0" xmlns:dc="{DC}"'
    meta = f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta {spaces} office:version="1.3">'
    return _packed(
        {
            "mimetype": OPEN.encode(),
            "content.xml": words.replace(NONE, BORDER + SHADE, 1).replace(NONE, BORDER),  # the head's style comes first
            "styles.xml": _blanks(_footed(template("odt-styles.xml"), document.foot)),
            "meta.xml": f"{meta}<office:meta>{lines}</office:meta></office:document-meta>".encode(),
            "META-INF/manifest.xml": template("odt-manifest.xml"),
        }
    )


def _blanks(styles: bytes) -> bytes:
    """Return a style sheet in which the style at NUMBER stands once for each height of a place to write in."""
    (pattern,) = BLANK.findall(styles)
    return styles.replace(
        pattern,
        b"".join(
            pattern.replace(b"NUMBER", b"%d" % lines)
            .replace(b"TWENTIETHS", b"%d" % (510 * lines - 320))
            .replace(b"MILLIMETRES", b"%d" % (9 * lines - 5))
            for lines in range(1, MOST + 1)
        ),
    )


def _footed(raw: bytes, foot: tuple[str, ...]) -> bytes:
    """Put the lines of the foot in. They are escaped, so that they can't become elements."""
    lines = [*foot, "", ""]
    return raw.replace(b">FIRST<", f">{escape(lines[0])}<".encode()).replace(
        b">SECOND<", f">{escape(lines[1])}<".encode()
    )


def _packed(files: dict[str, bytes]) -> bytes:
    """Return a ZIP. Its first file is not compressed: an OpenDocument file shows its type so (ODF 1.3, part 2, 3.3)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = 3  # or Windows would write another number
            archive.writestr(entry, raw, zipfile.ZIP_DEFLATED if archive.filelist else zipfile.ZIP_STORED)
    return out.getvalue()
