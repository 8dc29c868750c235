"""Tables to take away: they read back the same, hold no formula, and have the same bytes each time."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.pages.spreadsheet import FORMULA, MEDIA, SPACE, Table, comma_separated, open_document
from accord.register.published import Published
from accord.site import tables
from tests import render_commitment as made

OFFICE, TABLE, TEXT = (f"{{{SPACE}:{name}:1.0}}" for name in ("office", "table", "text"))
HOSTILE = (
    "=1+1",
    '=cmd|" /C calc"!A0',
    "+44",
    "-1",
    "@sum(a1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "of:=1",
    '</text:p><table:table-cell table:formula="of:=1"/>',
    "<!-- & -->]]>",
    "a\x00b\ufffe",
    'a "quoted", b',
)


@pytest.fixture(scope="module")
def g() -> Published:
    return made.guidance(made.sample())


def content(raw: bytes) -> Xml.Element:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["mimetype", "META-INF/manifest.xml", "content.xml"]
        assert archive.read("mimetype").decode() == MEDIA
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        Xml.fromstring(archive.read("META-INF/manifest.xml"))
        return Xml.fromstring(archive.read("content.xml"))


def sheets(raw: bytes) -> dict[str, list[list[str]]]:
    """Return the words of each sheet, row by row."""
    found: dict[str, list[list[str]]] = {}
    for sheet in content(raw).iter(f"{TABLE}table"):
        rows = sheet.iter(f"{TABLE}table-row")
        found[sheet.get(f"{TABLE}name") or ""] = [
            ["\n".join("".join(p.itertext()) for p in cell.iter(f"{TEXT}p")) for cell in row] for row in rows
        ]
    return found


@pytest.mark.parametrize("value", HOSTILE)
def test_no_cell_of_a_spreadsheet_computes(value: str) -> None:
    """Every cell is of the type "string", none has a formula, and no value makes an element."""
    root = content(open_document(Table(value, ("Head", value), ((value, "b"),), (value,))))
    cells = list(root.iter(f"{TABLE}table-cell"))
    assert len(cells) == 5
    assert {cell.get(f"{OFFICE}value-type") for cell in cells} == {"string"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in attributes if "formula" in name or name.endswith(("}value", "}href"))]
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert kinds.isdisjoint({"a", "script", "object", "dde-link", "annotation"})


@pytest.mark.parametrize("value", [value for value in HOSTILE if value.startswith(FORMULA)])
def test_no_cell_of_csv_computes(value: str) -> None:
    (_, row) = csv.reader(io.StringIO(comma_separated(("Head",), [(value,)]), newline=""), strict=True)
    assert row == [f"'{value}"]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
@settings(deadline=None)
def test_values_read_back_the_same(rows: list[tuple[str, str]]) -> None:
    """Whatever stands in a cell comes back: in CSV behind its apostrophe, in ODS but for what XML can't hold."""
    back = list(csv.reader(io.StringIO(comma_separated(("A", "B"), rows), newline=""), strict=True))
    assert back[0] == ["A", "B"]
    plain = [[v[1:] if v.startswith("'") and v[1:].startswith(FORMULA) else v for v in row] for row in back[1:]]
    kept = [[v[1:] if v.startswith("'") and v[1:].startswith(FORMULA) else v for v in row] for row in rows]
    assert plain == kept
    clean = [
        [
            "".join(c for c in v if c in "\t\n" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff")
            for v in row
        ]
        for row in rows
    ]
    assert sheets(open_document(Table("T", ("A", "B"), clean)))["T"][1:] == clean


def test_bytes_are_the_same_each_time() -> None:
    table = Table("T", ("A",), (("é",), ("two\nlines",)), ("About",))
    assert open_document(table) == open_document(table)
    with zipfile.ZipFile(io.BytesIO(open_document(table))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}


def test_every_practice_and_every_signatory_is_there(g: Published) -> None:
    found = dict(tables.files(g))
    assert set(found) == {"api/practices.csv", "api/practices.ods", "api/signatories.ods"}
    rows = list(csv.reader(io.StringIO(found["api/practices.csv"].decode(), newline=""), strict=True))
    assert [row[0] for row in rows[1:]] == list(g.practices)
    assert sheets(found["api/practices.ods"])["Practices"] == rows
    listed = sheets(found["api/signatories.ods"])["Register"]
    assert listed[0] == list(tables.REGISTER.values())
    assert len(listed) == 1 + len(g.register.signatories)
    told = {row[0]: row[3] for row in listed[1:]}
    assert sum(said == "Yes" for said in told.values()) == len(g.register.counted)


def test_an_empty_register_is_a_table_with_heads_alone() -> None:
    found = dict(tables.files(made.guidance()))
    assert sheets(found["api/signatories.ods"])["Register"] == [list(tables.REGISTER.values())]
