"""Whatever a value holds, a document shows it as typed, in every format."""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any
from xml.etree import ElementTree as Xml

import html5lib
import pytest
from pypdf import PdfReader

from accord.paper import html
from accord.paper.blocks import Contents, Heading, Html, Note, Paragraph, Run, Table, typed
from accord.paper.words import Filler
from tests.documents import HOSTILE, WORD, document, made, of, parts, text, trees
from tests.render_commitment import guidance
from tests.test_document_formats import shown, with_blocks

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


def test_word_holds_values_as_text() -> None:
    """No value makes an element. The only fields are the numbers of the page, in the foot."""
    raw = made("docx", *HOSTILE)
    found = trees(raw)
    assert [tag for tag in ORDERS if list(found["word/document.xml"].iter(f"{WORD}{tag}"))] == []
    assert [value for value in HOSTILE if shown(value) not in text(found["word/document.xml"])] == []
    fields = [f.get(f"{WORD}instr") for tree in found.values() for f in tree.iter(f"{WORD}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]
    links = [link for name, tree in found.items() if name.endswith(".rels") for link in tree]
    assert [link.get("Target") for link in links if link.get("TargetMode") == "External"] == []
    assert [name for name in parts(raw) if "vba" in name or "embeddings" in name or name.endswith(".bin")] == []


@pytest.mark.parametrize(
    ("ending", "forbidden"),
    [
        ("odt", {"a", "script", "event-listener", "dde-connection", "object", "frame", "text-input"}),
        ("epub", {"script", "iframe", "img", "a", "object"}),
    ],
)
def test_other_packages_hold_values_as_text(ending: str, forbidden: set[str]) -> None:
    """No value makes a link, a field, a script, a handler or an element of any kind."""
    raw = made(ending, *HOSTILE)
    pages = [tree for name, tree in trees(raw).items() if name == "content.xml" or name.startswith("EPUB/text/")]
    whole = " ".join(text(page) for page in pages)
    assert [value for value in HOSTILE if shown(value) not in whole] == []
    elements = [element for page in pages for element in page.iter()]
    assert {re.sub(r"\{.*\}", "", str(element.tag)) for element in elements}.isdisjoint(forbidden)
    assert [key for element in elements for key in element.attrib if key.startswith("on")] == []
    assert [name for name in parts(raw) if name.startswith(("Basic", "Scripts"))] == []


def test_pdf_holds_values_as_text() -> None:
    """Typst reads values as data. What would be its code comes out as words."""
    reader = PdfReader(io.BytesIO(made("pdf", *HOSTILE)))
    whole = re.sub(r"[\s\u200b\ufffe]", "", "".join(page.extract_text() for page in reader.pages))
    assert [value for value in HOSTILE if re.sub(r"\s", "", typed(value)) not in whole] == []
    assert [note for page in reader.pages for note in page.get("/Annots", [])] == []


@pytest.mark.parametrize("write", [html.alone, lambda d: html.beside(d, [("pdf", "x.pdf")], ("", "Back"))])
def test_web_page_holds_values_as_text(write: Any) -> None:
    """The page parses strictly, and has no script, handler or style of a value's."""
    page = str(write(document(*HOSTILE)))
    tree: Xml.Element = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True).parse(page)
    assert "script" not in {str(element.tag).rpartition("}")[2] for element in tree.iter()}
    assert [key for element in tree.iter() for key in element.attrib if key.startswith("on") or key == "style"] == []
    assert [value for value in HOSTILE if shown(value) not in text(tree)] == []


@pytest.mark.parametrize("value", HOSTILE)
def test_finished_pages_hold_values_as_text(value: str) -> None:
    """What stands in a page of ours as text is text in Typst's markup and in HTML too."""
    escaped = escape(shown(value))  # as site/chapters.py writes it
    given = with_blocks(Html(f'<h1 id="page-x">A chapter</h1><p>x {escaped} y</p>'))
    pages = PdfReader(io.BytesIO(of("pdf", given))).pages
    whole = re.sub(r"[\s\u200b\ufffe\u00ad]", "", "".join(page.extract_text() for page in pages))
    assert re.sub(r"\s", "", shown(value))[:40] in whole
    tree = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True).parse(html.alone(given))
    assert shown(value) in text(tree)


def test_a_page_alone_lets_its_own_style_through() -> None:
    """The policy names the digest of the one style sheet, nothing is loaded, and a link in the model is a link."""
    page = html.alone(with_blocks(Paragraph((Run("here", link="https://example.org/"),))))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    digest = r"'sha256-[A-Za-z0-9+/=]{44}'"
    assert re.fullmatch(rf"default-src 'none'; style-src {digest}; base-uri 'none'; form-action 'none'", policy)
    assert "<link" not in page
    assert " src=" not in page
    assert '<a href="https://example.org/">here</a>' in page


@pytest.mark.parametrize("value", HOSTILE)
def test_a_fill_is_never_read_again(value: str) -> None:
    """A council's name that looks like a mark, a fill or a prompt is words."""
    names = ("address", "as-of", "contact", "council", "digest", "released", "version")
    filler = Filler(guidance(), dict.fromkeys(names, f"x [[loaf]] {{version}} [y] {value}"))
    runs = filler.runs("Before {council} after.")
    assert [run.text for run in runs] == ["Before ", f"x [[loaf]] {{version}} [y] {value}", " after."]
    assert not any(run.link or run.prompt for run in runs)
