"""What documents are made of, in every format: headings, tables with heads, a language; and words that stay words."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from pypdf import PdfReader

from accord.paper import html, package
from accord.paper.blocks import Paragraph, Run
from accord.paper.words import FILLS, Filler
from tests.documents import (
    BAD,
    CHAPTER,
    HOSTILE,
    PACKED,
    WHOLE,
    WORD,
    document,
    of,
    parts,
    pdf_text,
    read_page,
    shown,  # fmt: skip
    solid,
    text,
    trees,
)
from tests.render_commitment import guidance

DC = "{http://purl.org/dc/elements/1.1/}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
ORDERS = ("fldSimple", "instrText", "fldChar", "altChunk", "hyperlink", "object", "drawing", "pict", "sdt")


def values(tree: Xml.Element, *tags: str) -> list[str | None]:
    """Return what elements of Word's name, in order."""
    return [each.get(f"{WORD}val") for each in tree.iter() if each.tag in {f"{WORD}{tag}" for tag in tags}]


def named(tree: Xml.Element) -> list[str]:
    """Return the title and the language that a package gives."""
    return [text(next(tree.iter(f"{DC}{name}"))) for name in ("title", "language")]


def test_word_has_styles_language_and_page() -> None:
    """Word knows headings, the language and A4, each page says which document it is part of, and boxes stay apart."""
    found = trees(of("docx", WHOLE))
    body, styles = found["word/document.xml"], found["word/styles.xml"]
    used = {*values(body, "pStyle", "tblStyle")}
    wanted = {"Title", "Heading1", "Heading2", "Clause", "Note", "NoteTitle", "Cell", "TableHead", "Grid", "LeadIn"}
    assert used >= wanted
    assert used <= {style.get(f"{WORD}styleId") for style in styles.iter(f"{WORD}style")}
    (size,) = body.iter(f"{WORD}pgSz")
    assert (size.get(f"{WORD}w"), size.get(f"{WORD}h")) == ("11906", "16838")
    assert {*values(styles, "lang")} == {"en-GB"}
    assert named(found["docProps/core.xml"]) == ["A title: A title", "en-GB"]
    (foot,) = [tree for name, tree in found.items() if name.startswith("word/footer")]
    assert text(foot) == "A titlePage 1 of 1 A title"
    lines = [values(line, "pStyle") for line in body.iter(f"{WORD}p")]
    start = lines.index(["NoteTitle"])
    assert lines[start : start + 8] == [["NoteTitle"], ["Note"], ["NoteEnd"], []] * 2
    assert "https://example.org/a?b=c&d" in [link.get("Target") for link in found["word/_rels/document.xml.rels"]]
    (style,) = re.findall(r'styleId="LeadIn".*', package.template("word-styles.xml").decode())
    assert "<w:keepNext/>" in style


def test_word_tables_are_for_writing_in() -> None:
    """Header rows are marked and repeat, rows are not cut, and a blank is one empty paragraph with room below it."""
    found = trees(of("docx", WHOLE))
    tables = _, grid, form = [*found["word/document.xml"].iter(f"{WORD}tbl")]
    rows = (*grid.iter(f"{WORD}tr"), *form.iter(f"{WORD}tr"))
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows] == [True, *[False] * 4]
    styles = {style.get(f"{WORD}styleId"): style for style in found["word/styles.xml"].iter(f"{WORD}style")}
    assert [name for table in tables for name in values(table, "tblStyle")] == ["Grid"] * 3
    assert all(table.find(f"{WORD}tblPr/{WORD}tblCaption") is not None for table in tables)
    assert styles["Grid"].find(f"{WORD}trPr/{WORD}cantSplit") is not None
    assert styles["Grid"].find(f"{WORD}tblPr/{WORD}tblBorders") is not None
    filled, empty, tall = form.iter(f"{WORD}tr")
    assert text(filled).endswith("A title")
    assert [text(cell) for cell in empty.iter(f"{WORD}tc")] == ["Empty", ""]
    (cell,) = tall.iter(f"{WORD}tc")  # the whole width
    assert values(cell, "pStyle") == ["FieldLabel", "Blank4"]
    for lines in range(1, package.MOST + 1):
        room = styles[f"Blank{lines}"].find(f"{WORD}pPr/{WORD}spacing")
        assert room is not None
        assert room.get(f"{WORD}after") == str(510 * lines - 320)


def test_open_document_has_styles_heads_and_borders() -> None:
    """Every style that the text names exists, header rows are marked, cells have borders, and so on."""
    raw = of("odt", WHOLE)
    assert raw[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    found = trees(raw)
    content, styles = parts(raw)["content.xml"].decode(), parts(raw)["styles.xml"].decode()
    defined = set(re.findall(r'style:name="([^"]+)"', content + styles))
    assert set(re.findall(r'(?:text|table):style-name="([^"]+)"', content)) <= defined
    for part, times in (
        ("<table:table-header-rows", 2), ('fo:border="none"', 0), ('fo:border="0.5pt solid #5a6b6b"', 2),
        ('fo:background-color="#e3eceb"', 1),
    ):  # fmt: skip
        assert content.count(part) == times, part
    assert re.findall(r'text:style-name="(Blank\d)"', content) == ["Blank2", "Blank1", "Blank4"]
    assert 'fo:page-width="21cm"' in styles
    assert set(re.findall(r'fo:(?:language|country)="([^"]*)"', styles)) == {"en", "GB"}
    assert "A title" in text(found["styles.xml"])
    assert named(found["meta.xml"]) == ["A title: A title", "en-GB"]
    assert 'fo:keep-with-next="always"' in re.findall(r'style:name="LeadIn".*', styles)[0]
    lines = [line.get(f"{TEXT}style-name") for line in found["content.xml"].iter(f"{TEXT}p")]
    start = lines.index("NoteTitle")
    assert lines[start : start + 8] == ["NoteTitle", "Note", "NoteEnd", "Gap"] * 2
    assert "LeadIn" in lines
    assert [each.get(LINK) for each in found["content.xml"].iter(f"{TEXT}a")] == ["https://example.org/a?b=c&d"]


def test_a_pdf_is_tagged_and_named() -> None:
    """It declares PDF/UA-1, has a title, a language and tags, and holds no date and no script; boxes can be ticked."""
    reader = PdfReader(io.BytesIO(of("pdf", WHOLE)))
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "A title: A title"
    assert "/CreationDate" not in reader.metadata
    told = catalog["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "CreateDate" not in told
    assert "/OpenAction" not in catalog
    assert "/JavaScript" not in catalog.get("/Names", {})
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD"} <= _tags(catalog["/StructTreeRoot"])
    assert len(reader.outline) > 0
    assert "☐" in pdf_text(of("pdf", WHOLE))


def _tags(node: Any) -> set[str]:
    """Return the kinds of all elements below a node of the tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    inner = node if isinstance(node, list) else [node["/K"]] if isinstance(node, dict) and "/K" in node else []
    own = {str(node["/S"])} if isinstance(node, dict) and "/S" in node else set()
    return own.union(*map(_tags, inner))


@pytest.mark.parametrize("ending", PACKED)
def test_packages_are_well_formed_and_dated(ending: str) -> None:
    """Each part parses, no name leads out, and the day is the document's; a title that is a date stays as it is."""
    raw = of(ending, document("1970-01-01T00:00:00Z", blocks=(CHAPTER,)))
    assert trees(raw)
    assert [name for name in parts(raw) if name.startswith("/") or ".." in name] == []
    held = parts(raw)[{"docx": "docProps/core.xml", "odt": "meta.xml"}[ending]].decode()
    assert held.count("2026-11-22T00:00:00Z<") == 2
    assert "1970-01-01T00:00:00Z</dc:title>" in held
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} <= {1980, 2026}


# What a person typed is shown as typed, in every format, and is never a field, a link, a script or an order.
def test_word_holds_values_as_text() -> None:
    """No value makes an element. The only fields are the numbers of the page, in the foot."""
    found = trees(of("docx", BAD))
    assert [tag for tag in ORDERS if list(found["word/document.xml"].iter(f"{WORD}{tag}"))] == []
    assert [value for value in HOSTILE if shown(value) not in text(found["word/document.xml"])] == []
    (foot,) = [tree for name, tree in found.items() if name.startswith("word/footer")]
    assert [value for value in HOSTILE[1:3] if shown(value) not in text(foot)] == []
    fields = [f.get(f"{WORD}instr") for tree in found.values() for f in tree.iter(f"{WORD}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]
    links = [link for name, tree in found.items() if name.endswith(".rels") for link in tree]
    assert [link.get("Target") for link in links if link.get("TargetMode") == "External"] == []
    assert [name for name in parts(of("docx", BAD)) if "vba" in name or "embed" in name or name.endswith(".bin")] == []


@pytest.mark.parametrize(
    ("page", "forbidden"),
    [
        (lambda: trees(of("odt", BAD))["content.xml"],
         {"a", "script", "event-listener", "dde-connection", "object", "frame", "text-input"}),
        (lambda: read_page(html.alone(BAD)), {"script", "iframe", "img", "a", "object", "form"}),
    ],
    ids=["odt", "html"],
)  # fmt: skip
def test_other_formats_hold_values_as_text(page: Callable[[], Xml.Element], forbidden: set[str]) -> None:
    """No value makes a link, a field, a script, a handler or an element of any kind."""
    tree = page()
    assert [value for value in HOSTILE if shown(value) not in text(tree)] == []
    assert {re.sub(r"\{.*\}", "", str(element.tag)) for element in tree.iter()}.isdisjoint(forbidden)
    assert not [key for element in tree.iter() for key in element.attrib if key.startswith("on") or key == "style"]
    assert [name for name in parts(of("odt", BAD)) if name.startswith(("Basic", "Scripts"))] == []


def test_pdf_holds_values_as_text() -> None:
    """Typst reads values as data. What would be its code comes out as words."""
    whole = pdf_text(of("pdf", BAD))
    assert [value for value in HOSTILE if solid(shown(value)) not in whole] == []
    pages = PdfReader(io.BytesIO(of("pdf", BAD))).pages
    assert [note for page in pages for note in page.get("/Annots", [])] == []


def test_a_letter_without_a_glyph_ends_no_build() -> None:
    """It is written as its code, in whatever script, and what Typst's fonts have stays."""
    whole = pdf_text(of("pdf", document("x", blocks=(Paragraph((Run('A 🙂 中文 ਪੰ தமிழ் ♥ Ŵ Ж "b"'),)),))))
    for words in ("U+1F642", "U+4E2D", "U+6587", "U+0A2A", "U+0BA4", "♥", "Ŵ", "Ж", '"b"'):
        assert words in whole


def test_a_page_alone_lets_its_own_style_through() -> None:
    """The policy names the digest of the one style sheet, nothing is loaded, and a link in the model is a link."""
    page = html.alone(document("x", blocks=(Paragraph((Run("here", link="https://example.org/"),)),)))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    digest = r"'sha256-[A-Za-z0-9+/=]{44}'"
    assert re.fullmatch(rf"default-src 'none'; style-src {digest}; base-uri 'none'; form-action 'none'", policy)
    assert "<link" not in page
    assert " src=" not in page
    assert '<a href="https://example.org/">here</a>' in page
    assert '<span class="prompt">&#91;A title&#93;</span>' in html.alone(WHOLE)


def test_a_fill_is_never_read_again() -> None:
    """A council's name that looks like a mark, a fill or a prompt is words; one that we do not know is to replace."""
    for value in (*HOSTILE, ""):
        filler = Filler(guidance(), dict.fromkeys(FILLS, f"x [[loaf]] {{version}} [y] {value}"))
        runs = filler.runs("Before {council} after.")
        assert [run.text for run in runs] == ["Before ", f"x [[loaf]] {{version}} [y] {value}", " after."]
        assert not any(run.link or run.prompt for run in runs)
    runs = Filler(guidance(), dict.fromkeys(FILLS, "[x]")).runs("{council} {address} {version} {digest}")
    known = [(run.prompt, run.code) for run in runs if run.text != " "]
    assert known == [(True, False), (True, False), (False, False), (False, True)]
