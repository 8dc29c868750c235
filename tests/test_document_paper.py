"""What a reader of paper needs: boxes apart, pages in the contents, links in tables, lines that stay together."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from pypdf import PdfReader

from accord.paper import package
from accord.paper.blocks import Block, Contents, Document, Heading, Note, Paragraph, Run, Table
from accord.paper.formats import recipe
from tests.documents import PACKED, WORD, document, parts, text, trees

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
BOX = Note("One", ((Run("first"),), (Run("last"),)))
CHAPTER = Heading(1, "A chapter", "page-x")


def of(*blocks: Block, **fields: Any) -> Document:
    return dataclasses.replace(document(), blocks=blocks, **fields)


def tree(ending: str, *blocks: Block) -> Xml.Element:
    name = {"docx": "word/document.xml", "odt": "content.xml"}[ending]
    return trees(recipe(of(*blocks), ending).make())[name]


def styles_of(body: Xml.Element) -> list[str]:
    return [style.get(f"{WORD}val", "") for style in body.iter(f"{WORD}pStyle")]


def test_two_boxes_do_not_grow_together() -> None:
    """Word and LibreOffice join paragraphs with the same border, unless another stands between them."""
    body = tree("docx", BOX, BOX).find(f"{WORD}body")
    assert body is not None
    shown = [style[0] if (style := styles_of(line)) else "" for line in body.iter(f"{WORD}p")]
    start = shown.index("NoteTitle")
    assert shown[start : start + 8] == ["NoteTitle", "Note", "NoteEnd", "", "NoteTitle", "Note", "NoteEnd", ""]
    lines = [line.get(f"{TEXT}style-name") for line in tree("odt", BOX, BOX).iter(f"{TEXT}p")]
    assert lines[-8:] == ["NoteTitle", "Note", "NoteEnd", "Gap"] * 2


def test_a_box_is_one_box_in_an_epub() -> None:
    raw = recipe(of(CHAPTER, BOX), "epub").make()
    (page,) = [tree for name, tree in trees(raw).items() if "A chapter first" in text(tree).replace("One ", "")]
    assert [each.get("class") for each in page.iter() if (each.get("class") or "").startswith("note")] == [
        "note",
        "notetitle",
    ]


def test_a_book_does_not_repeat_its_title() -> None:
    """pandoc heads words that come before the first heading with the title; a box there has one of its own."""
    found = trees(recipe(of(BOX, CHAPTER, title="The title", summary="In short."), "epub").make())
    first = found["EPUB/text/ch001.xhtml"]
    heads = [text(each) for each in first.iter() if each.tag.endswith("}h1")]
    assert heads == ["One"]
    assert "In short. first last" in text(first)
    assert [text(each) for each in first.iter() if each.tag.endswith("}title")] == ["One"]


def test_a_bold_line_stays_with_what_it_heads() -> None:
    line = Paragraph((Run("Keep as evidence:", bold=True),))
    assert line.heads
    assert not Paragraph((Run("Why: ", bold=True), Run("more"))).heads
    assert not Paragraph((Run("small", bold=True),), "small").heads
    assert "LeadIn" in styles_of(tree("docx", line))
    assert "LeadIn" in [each.get(f"{TEXT}style-name") for each in tree("odt", line).iter(f"{TEXT}p")]
    assert '<w:name w:val="LeadIn"/><w:basedOn w:val="BodyText"/><w:next w:val="BodyText"/><w:pPr><w:keepNext/>' in (
        package.template("word-styles.xml").decode()
    )
    (style,) = re.findall(r'<style:style style:name="LeadIn".*', package.template("odt-styles.xml").decode())
    assert 'fo:keep-with-next="always"' in style


def test_the_contents_give_pages() -> None:
    """Word and LibreOffice work the numbers out when they open the file; the links lead to the chapters."""
    blocks = (Contents("Contents", (CHAPTER,)), CHAPTER)
    body = tree("docx", *blocks)
    (field,) = [each for each in body.iter(f"{WORD}fldSimple") if "PAGEREF" in each.get(f"{WORD}instr", "")]
    assert field.get(f"{WORD}instr") == " PAGEREF page-x \\h "
    assert field.get(f"{WORD}dirty") == "true"
    (link,) = body.iter(f"{WORD}hyperlink")
    assert link.get(f"{WORD}anchor") == "page-x"
    assert "page-x" in [mark.get(f"{WORD}name") for mark in body.iter(f"{WORD}bookmarkStart")]
    odt = tree("odt", *blocks)
    (page,) = odt.iter(f"{TEXT}bookmark-ref")
    assert page.get(f"{TEXT}ref-name") == "page-x"
    assert "page-x" in [mark.get(f"{TEXT}name") for mark in odt.iter(f"{TEXT}bookmark-start")]


def test_links_in_tables_are_links() -> None:
    cells = ((Run("here", link="https://example.org/a?b=c&d"),), (Run("there", link="#page-x"),))
    table = Table("T", ("A", "B"), (cells,), (38, 62))
    body = tree("docx", CHAPTER, table)
    fields = [each.get(f"{WORD}instr") for each in body.iter(f"{WORD}fldSimple")]
    assert fields == [' HYPERLINK "https://example.org/a?b=c&d" ']
    assert [each.get(f"{WORD}anchor") for each in body.iter(f"{WORD}hyperlink")] == ["page-x"]
    assert [each.get(LINK) for each in tree("odt", CHAPTER, table).iter(f"{TEXT}a")] == [
        "https://example.org/a?b=c&d",
        "#page-x",
    ]


@pytest.mark.parametrize(
    "link", ['https://x.example/" \\o "y', "https://x.example/\\h", "javascript:alert(1)", "https://x {DDE}"]
)
def test_an_address_in_a_table_cannot_end_its_field(link: str) -> None:
    body = tree("docx", Table("T", ("A", "B"), (((Run("words", link=link),), (Run("b"),)),), (38, 62)))
    assert list(body.iter(f"{WORD}fldSimple")) == []
    assert "words" in text(body)


@pytest.mark.parametrize("ending", PACKED)
def test_the_day_of_making_is_that_of_the_document(ending: str) -> None:
    """In the file's own words and in the package, whatever the clock says; a title that is a date stays as it is."""
    raw = recipe(of(CHAPTER, title="1970-01-01T00:00:00Z", date="2026-11-22"), ending).make()
    holder = {"docx": "docProps/core.xml", "odt": "meta.xml", "epub": "EPUB/content.opf"}[ending]
    held = parts(raw)[holder].decode()
    assert held.count("2026-11-22T00:00:00Z<") == {"docx": 2, "odt": 2, "epub": 1}[ending]
    assert "1970-01-01T00:00:00Z</dc:title>" in held
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} <= {1980, 2026}


def test_a_pdf_has_large_boxes_to_tick() -> None:
    table = Table("T", ("A", "B"), (((Run("Mark one"),), (Run("☐"),)),), (38, 62))
    shown = PdfReader(io.BytesIO(recipe(of(table), "pdf").make())).pages[0].extract_text()
    assert "☐" in shown
