"""What documents are made of, in every format: headings, tables with heads, a language; and words that stay words."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from pypdf import PdfReader

from accord.paper import ast, package
from accord.paper.blocks import Block, Contents, Document, Heading, Html, Note, Paragraph, Run, Table, typed
from tests.documents import PACKED, WORD, document, made, of, parts, text, trees

DC = "{http://purl.org/dc/elements/1.1/}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
ORDERS = ("fldSimple", "instrText", "fldChar", "altChunk", "hyperlink", "object", "drawing", "pict", "sdt")
BOX = Note("One", ((Run("first"),), (Run("last"),)))
CHAPTER = Heading(1, "A chapter", "page-x")
LINKS = Table(
    "T", ("A", "B"), (((Run("here", link="https://example.org/a?b=c&d"),), (Run("there", link="#page-x"),)),), (38, 62)
)
# All that one document can show, so that each format is made once.
WHOLE = (Contents("Contents", (CHAPTER,)), CHAPTER, BOX, BOX, LINKS, Paragraph((Run("Keep:", bold=True),)))


def with_blocks(*blocks: Block, **fields: Any) -> Document:
    return dataclasses.replace(document(), blocks=blocks, **fields)


def body(ending: str, raw: bytes) -> Xml.Element:
    return trees(raw)[{"docx": "word/document.xml", "odt": "content.xml"}[ending]]


def shown(value: str) -> str:
    return " ".join(typed(value).split())


def test_word_has_styles_language_and_page() -> None:
    """Word knows headings, the language and A4, and each page says which document it is part of."""
    found = trees(made("docx", "A title"))
    used = {style.get(f"{WORD}val") for style in found["word/document.xml"].iter(f"{WORD}pStyle")}
    used |= {style.get(f"{WORD}val") for style in found["word/document.xml"].iter(f"{WORD}tblStyle")}
    assert {"Title", "Heading1", "Heading2", "Clause", "Note", "NoteTitle", "Cell", "TableHead", "Grid"} <= used
    assert used <= {style.get(f"{WORD}styleId") for style in found["word/styles.xml"].iter(f"{WORD}style")}
    (size,) = found["word/document.xml"].iter(f"{WORD}pgSz")
    assert (size.get(f"{WORD}w"), size.get(f"{WORD}h")) == ("11906", "16838")
    assert {lang.get(f"{WORD}val") for lang in found["word/styles.xml"].iter(f"{WORD}lang")} == {"en-GB"}
    assert [text(next(found["docProps/core.xml"].iter(f"{DC}{name}"))) for name in ("title", "language")] == [
        "A title",
        "en-GB",
    ]
    (foot,) = [tree for name, tree in found.items() if name.startswith("word/footer")]
    assert text(foot) == "A titlePage 1 of 1 A title"


def test_word_tables_are_for_writing_in() -> None:
    """Header rows are marked and repeat, rows are not cut, and a blank is one empty paragraph with room below it."""
    found = trees(made("docx"))
    grid, form = found["word/document.xml"].iter(f"{WORD}tbl")
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in grid.iter(f"{WORD}tr")] == [True, False]
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") for row in form.iter(f"{WORD}tr")] == [None] * 3
    styles = {style.get(f"{WORD}styleId"): style for style in found["word/styles.xml"].iter(f"{WORD}style")}
    for table in (grid, form):
        assert table.find(f"{WORD}tblPr/{WORD}tblCaption") is not None
        (name,) = (style.get(f"{WORD}val") for style in table.iter(f"{WORD}tblStyle"))
        assert styles[name].find(f"{WORD}trPr/{WORD}cantSplit") is not None
        assert styles[name].find(f"{WORD}tblPr/{WORD}tblBorders") is not None
    filled, empty, tall = form.iter(f"{WORD}tr")
    assert text(filled).endswith("plain words")
    assert [text(cell) for cell in empty.iter(f"{WORD}tc")] == ["Empty", ""]
    (cell,) = tall.iter(f"{WORD}tc")  # the whole width
    assert [style.get(f"{WORD}val") for style in cell.iter(f"{WORD}pStyle")] == ["FieldLabel", "Blank4"]
    heights = [styles[f"Blank{n}"].find(f"{WORD}pPr/{WORD}spacing") for n in range(1, package.MOST + 1)]
    assert [int(each.get(f"{WORD}after", "")) for each in heights if each is not None] == [
        510 * n - 320 for n in range(1, 11)
    ]


def test_open_document_has_styles_heads_and_borders() -> None:
    """Every style that the text names exists, header rows are marked, cells have borders, and the page is A4."""
    raw = made("odt", "A title")
    assert raw[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    found = trees(raw)
    content, styles = parts(raw)["content.xml"].decode(), parts(raw)["styles.xml"].decode()
    defined = set(re.findall(r'style:name="([^"]+)"', content + styles))
    assert set(re.findall(r'(?:text|table):style-name="([^"]+)"', content)) <= defined
    assert content.count("<table:table-header-rows") == 1
    assert 'fo:border="none"' not in content
    assert content.count('fo:border="0.5pt solid #5a6b6b"') == 2
    assert re.findall(r'text:style-name="(Blank\d)"', content) == ["Blank2", "Blank1", "Blank4"]
    assert 'fo:page-width="21cm"' in styles
    assert set(re.findall(r'fo:(?:language|country)="([^"]*)"', styles)) == {"en", "GB"}
    assert "A title" in text(found["styles.xml"])
    assert [text(next(found["meta.xml"].iter(f"{DC}{name}"))) for name in ("title", "language")] == ["A title", "en-GB"]


def test_epub_is_a_book() -> None:
    """The type comes first and is not compressed; there is a list of contents, a language and an identifier."""
    raw = made("epub", "A title")
    assert raw[30:58] == b"mimetypeapplication/epub+zip"
    opf = parts(raw)["EPUB/content.opf"].decode()
    for wanted in ("<dc:language>en-GB</dc:language>", ">urn:sha256:00</dc:identifier>", 'properties="nav"'):
        assert wanted in opf
    pages = [page for name, page in trees(raw).items() if name.startswith("EPUB/text/")]
    assert {page.get("lang") for page in pages} == {"en-GB"}


def test_pdf_is_tagged_and_named() -> None:
    """The PDF declares PDF/UA-1, has a title, a language and tags, and holds no date and no script."""
    reader = PdfReader(io.BytesIO(made("pdf", "A title")))
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "A title"
    assert "/CreationDate" not in reader.metadata
    told = catalog["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "CreateDate" not in told
    assert "/OpenAction" not in catalog
    assert "/JavaScript" not in catalog.get("/Names", {})
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD"} <= _tags(catalog["/StructTreeRoot"])
    assert len(reader.outline) > 0


def _tags(node: object) -> set[str]:
    """Return the kinds of all elements below a node of the tree of tags."""
    found: set[str] = set()
    stack = [node]
    while stack:
        inner = stack.pop()
        inner = inner.get_object() if hasattr(inner, "get_object") else inner
        if isinstance(inner, list):
            stack += inner
        elif isinstance(inner, dict):
            found.add(str(inner.get("/S", "")))
            stack.append(inner.get("/K"))
    return found


@pytest.mark.parametrize("ending", PACKED)
def test_packages_are_well_formed_and_dated(ending: str) -> None:
    """Each part parses, no name leads out, and the day is the document's; a title that is a date stays as it is."""
    raw = of(ending, with_blocks(CHAPTER, title="1970-01-01T00:00:00Z", date="2026-11-22"))
    assert trees(raw)
    assert [name for name in parts(raw) if name.startswith("/") or ".." in name] == []
    held = parts(raw)[{"docx": "docProps/core.xml", "odt": "meta.xml", "epub": "EPUB/content.opf"}[ending]].decode()
    assert held.count("2026-11-22T00:00:00Z<") == {"docx": 2, "odt": 2, "epub": 1}[ending]
    assert "1970-01-01T00:00:00Z</dc:title>" in held
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} <= {1980, 2026}


def test_two_boxes_do_not_grow_together() -> None:
    """Word and LibreOffice join paragraphs with the same border, unless another stands between them."""
    lines = [[style.get(f"{WORD}val") for style in line.iter(f"{WORD}pStyle")]
             for line in body("docx", of("docx", with_blocks(*WHOLE))).iter(f"{WORD}p")]  # fmt: skip
    start = lines.index(["NoteTitle"])
    assert lines[start : start + 8] == [["NoteTitle"], ["Note"], ["NoteEnd"], []] * 2
    odt = [line.get(f"{TEXT}style-name") for line in body("odt", of("odt", with_blocks(*WHOLE))).iter(f"{TEXT}p")]
    start = odt.index("NoteTitle")
    assert odt[start : start + 8] == ["NoteTitle", "Note", "NoteEnd", "Gap"] * 2


def test_an_epub_keeps_boxes_whole_and_does_not_repeat_its_title() -> None:
    """pandoc heads words that come before the first heading with the title; a box there has one of its own."""
    found = trees(of("epub", with_blocks(BOX, CHAPTER, BOX, title="The title", summary="In short.")))
    first, second = (found[f"EPUB/text/ch00{number}.xhtml"] for number in (1, 2))
    assert [text(each) for each in first.iter() if each.tag.endswith(("}h1", "}title"))] == ["One", "One"]
    assert "In short. first last" in text(first)
    classes = [each.get("class") or "" for each in second.iter()]
    assert [name for name in classes if name.startswith("note")] == ["note", "notetitle"]


def test_a_bold_line_stays_with_what_it_heads() -> None:
    assert Paragraph((Run("Keep as evidence:", bold=True),)).heads
    assert not Paragraph((Run("Why: ", bold=True), Run("more"))).heads
    assert not Paragraph((Run("small", bold=True),), "small").heads
    docx = body("docx", of("docx", with_blocks(*WHOLE)))
    assert "LeadIn" in [style.get(f"{WORD}val") for style in docx.iter(f"{WORD}pStyle")]
    odt = body("odt", of("odt", with_blocks(*WHOLE)))
    assert "LeadIn" in [line.get(f"{TEXT}style-name") for line in odt.iter(f"{TEXT}p")]
    (style,) = re.findall(r'styleId="LeadIn".*', package.template("word-styles.xml").decode())
    assert "<w:keepNext/>" in style
    (style,) = re.findall(r'style:name="LeadIn".*', package.template("odt-styles.xml").decode())
    assert 'fo:keep-with-next="always"' in style


def test_the_contents_give_pages_and_links_in_tables_are_links() -> None:
    """Word and LibreOffice work the numbers out when they open the file."""
    docx = body("docx", of("docx", with_blocks(*WHOLE)))
    (field,) = docx.iter(f"{WORD}fldSimple")
    assert (field.get(f"{WORD}instr"), field.get(f"{WORD}dirty")) == (" PAGEREF page-x \\h ", "true")
    assert [link.get(f"{WORD}anchor") for link in docx.iter(f"{WORD}hyperlink")] == ["page-x", None, "page-x"]
    assert "page-x" in [mark.get(f"{WORD}name") for mark in docx.iter(f"{WORD}bookmarkStart")]
    rels = trees(of("docx", with_blocks(*WHOLE)))["word/_rels/document.xml.rels"]
    assert "https://example.org/a?b=c&d" in [link.get("Target") for link in rels]
    odt = body("odt", of("odt", with_blocks(*WHOLE)))
    (page,) = odt.iter(f"{TEXT}bookmark-ref")
    assert page.get(f"{TEXT}ref-name") == "page-x"
    assert "page-x" in [mark.get(f"{TEXT}name") for mark in odt.iter(f"{TEXT}bookmark-start")]
    links = [each.get(LINK) for each in odt.iter(f"{TEXT}a")]
    assert links == ["#page-x", "https://example.org/a?b=c&d", "#page-x"]
    with pytest.raises(ValueError, match="x y"):  # an anchor that could end its field
        ast.dump(with_blocks(Contents("C", (Heading(1, "A", 'x y"'),))), "docx")


def test_a_pdf_has_large_boxes_to_tick() -> None:
    table = Table("T", ("A", "B"), (((Run("Mark one"),), (Run("☐"),)),), (38, 62))
    assert "☐" in PdfReader(io.BytesIO(of("pdf", with_blocks(table)))).pages[0].extract_text()


@pytest.mark.parametrize(
    "source", ["<p><img src='https://x.example/a.png' alt=''></p>", "<p><img src='/etc/passwd' alt=''></p>"]
)
def test_no_picture_gets_into_a_document(source: str) -> None:
    """pandoc would fetch one."""
    with pytest.raises(ValueError, match="Image"):
        ast.dump(with_blocks(Html(source)), "docx")


# What a person typed is shown as typed, in every format, and is never a field, a link, a script or an order.
