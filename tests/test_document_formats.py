"""What documents are made of: real headings, tables with heads, a language, a title; PDF for screen readers too."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from accord.paper import package
from accord.paper.blocks import WIDTHS
from tests.documents import WORD, made, parts, text, trees


def test_word_has_styles_language_and_page() -> None:
    """Word knows headings, the language and A4, and each page says which document it is part of."""
    found = trees(made("docx", "A title"))
    body = found["word/document.xml"]
    used = [style.get(f"{WORD}val") for style in body.iter(f"{WORD}pStyle")]
    assert {"Title", "Heading1", "Heading2", "Clause", "Note", "NoteTitle", "Cell", "TableHead"} <= set(used)
    known = {style.get(f"{WORD}styleId") for style in found["word/styles.xml"].iter(f"{WORD}style")}
    assert set(used) <= known
    (size,) = body.iter(f"{WORD}pgSz")
    assert (size.get(f"{WORD}w"), size.get(f"{WORD}h")) == ("11906", "16838")
    languages = {lang.get(f"{WORD}val") for lang in found["word/styles.xml"].iter(f"{WORD}lang")}
    assert languages == {"en-GB"}
    core = found["docProps/core.xml"]
    assert text(next(iter(core.iter("{http://purl.org/dc/elements/1.1/}title")))) == "A title"
    assert text(next(iter(core.iter("{http://purl.org/dc/elements/1.1/}language")))) == "en-GB"
    (foot,) = [tree for name, tree in found.items() if name.startswith("word/footer")]
    assert text(foot) == "A titlePage 1 of 1 A title"


def test_word_tables_are_for_writing_in() -> None:
    """Header rows repeat, no row is cut by a page's end, and a blank is one empty paragraph in a tall row."""
    body = trees(made("docx"))["word/document.xml"]
    grid, form = body.iter(f"{WORD}tbl")
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in grid.iter(f"{WORD}tr")] == [True, False]
    for row in [*grid.iter(f"{WORD}tr"), *form.iter(f"{WORD}tr")]:
        assert row.find(f"{WORD}trPr/{WORD}cantSplit") is not None
    heights = [row.find(f"{WORD}trPr/{WORD}trHeight") for row in form.iter(f"{WORD}tr")]
    assert [height.get(f"{WORD}val") for height in heights if height is not None] == ["510", "510", str(510 * 5)]
    filled, empty, tall = form.iter(f"{WORD}tr")
    assert text(filled).endswith("plain words")
    assert [text(cell) for cell in empty.iter(f"{WORD}tc")] == ["Empty", ""]
    assert len(list(tall.iter(f"{WORD}tc"))) == 1
    for table in (grid, form):
        assert table.find(f"{WORD}tblPr/{WORD}tblCaption") is not None


def test_open_document_has_styles_and_heads() -> None:
    """Every style that the text names exists, header rows are marked, and the page is A4."""
    raw = made("odt", "A title")
    assert next(iter(parts(raw))) == "mimetype"
    found = trees(raw)
    content = (parts(raw))["content.xml"].decode()
    styles = parts(raw)["styles.xml"].decode()
    defined = set(re.findall(r'style:name="([^"]+)"', content + styles))
    assert set(re.findall(r'(?:text|table):style-name="([^"]+)"', content)) <= defined
    assert content.count("<table:table-header-rows") == 1
    assert 'fo:page-width="21cm"' in styles
    assert set(re.findall(r'fo:(?:language|country)="([^"]*)"', styles)) == {"en", "GB"}
    assert "A title" in text(found["styles.xml"])
    assert text(next(iter(found["meta.xml"].iter("{http://purl.org/dc/elements/1.1/}language")))) == "en-GB"


def test_open_document_has_a_style_for_each_width() -> None:
    """What the model calls a width, the template has a style for."""
    template = package.template("odt-content.xml").decode()
    assert {int(width) for width in re.findall(r'style:name="Width(\d+)"', template)} == set(WIDTHS)


def test_epub_is_a_book() -> None:
    """The type comes first and is not compressed; there is a list of contents, a language and an identifier."""
    raw = made("epub", "A title")
    assert raw[30:58] == b"mimetypeapplication/epub+zip"
    found = trees(raw)
    assert "EPUB/nav.xhtml" in found
    opf = parts(raw)["EPUB/content.opf"].decode()
    assert "<dc:language>en-GB</dc:language>" in opf
    assert ">urn:sha256:00</dc:identifier>" in opf
    assert 'properties="nav"' in opf
    for name, page in found.items():
        if name.startswith("EPUB/text/"):
            assert page.get("lang") == "en-GB", name


def test_pdf_is_tagged_and_named() -> None:
    """The PDF declares PDF/UA-1, has a title, a language and tags, and holds no date and no script."""
    raw = made("pdf", "A title")
    reader = PdfReader(io.BytesIO(raw))
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "A title"
    assert "/CreationDate" not in reader.metadata
    told = catalog["/Metadata"].get_data().decode()
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", told)
    assert "CreateDate" not in told
    assert "/OpenAction" not in catalog
    assert "/JavaScript" not in catalog.get("/Names", {})
    kinds = _tags(catalog["/StructTreeRoot"])
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD"} <= kinds
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


@pytest.mark.parametrize("ending", ["docx", "odt", "epub"])
def test_packages_are_well_formed(ending: str) -> None:
    """Each part of a package parses, and no name leads out of it."""
    raw = made(ending)
    assert trees(raw)
    assert [name for name in parts(raw) if name.startswith("/") or ".." in name] == []
