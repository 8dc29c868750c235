"""What a person typed is shown as typed, in every format, and is never a field, a link, a script or an order."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as Xml

import html5lib
import pytest
from pypdf import PdfReader

from accord.paper import html
from accord.paper.blocks import Paragraph, Run, typed
from accord.paper.words import Filler
from tests.documents import HOSTILE, WORD, document, made, parts, text, trees
from tests.render_commitment import guidance

ORDERS = ("fldSimple", "instrText", "fldChar", "altChunk", "hyperlink", "object", "drawing", "pict", "sdt")


def _shown(value: str) -> str:
    return " ".join(typed(value).split())


def test_word_holds_values_as_text() -> None:
    """No value makes an element. The only fields are the numbers of the page, in the foot."""
    raw = made("docx", *HOSTILE)
    found = trees(raw)
    body = found["word/document.xml"]
    assert [tag for tag in ORDERS if list(body.iter(f"{WORD}{tag}"))] == []
    for value in HOSTILE:
        assert _shown(value) in text(body), value
    fields = [f.get(f"{WORD}instr") for tree in found.values() for f in tree.iter(f"{WORD}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]
    links = [link for name, tree in found.items() if name.endswith(".rels") for link in tree]
    assert [link.get("Target") for link in links if link.get("TargetMode") == "External"] == []
    assert [name for name in parts(raw) if "vba" in name or "embeddings" in name or name.endswith(".bin")] == []


def test_open_document_holds_values_as_text() -> None:
    """No value makes a link, a field, a script, or an element of any kind."""
    raw = made("odt", *HOSTILE)
    content = trees(raw)["content.xml"]
    kinds = {re.sub(r"\{.*\}", "", str(element.tag)) for element in content.iter()}
    assert kinds.isdisjoint({"a", "script", "event-listener", "dde-connection", "object", "frame", "text-input"})
    for value in HOSTILE:
        assert _shown(value) in text(content), value
    assert [name for name in parts(raw) if name.startswith(("Basic", "Scripts"))] == []


def test_epub_holds_values_as_text() -> None:
    """The chapters hold no script, no link away and no handler."""
    found = trees(made("epub", *HOSTILE))
    pages = [tree for name, tree in found.items() if name.startswith("EPUB/text/")]
    whole = " ".join(text(page) for page in pages)
    for value in HOSTILE:
        assert _shown(value) in whole, value
    for page in pages:
        kinds = {re.sub(r"\{.*\}", "", str(element.tag)) for element in page.iter()}
        assert kinds.isdisjoint({"script", "iframe", "img", "a", "object"})
        assert [key for element in page.iter() for key in element.attrib if key.startswith("on")] == []


def test_pdf_holds_values_as_text() -> None:
    """Typst reads values as data. What would be its code comes out as words."""
    reader = PdfReader(io.BytesIO(made("pdf", *HOSTILE)))
    whole = re.sub(r"[\s\u200b\ufffe]", "", "".join(page.extract_text() for page in reader.pages))
    for value in HOSTILE:
        assert re.sub(r"\s", "", typed(value)) in whole, value
    actions = [note for page in reader.pages for note in page.get("/Annots", [])]
    assert actions == []


@pytest.mark.parametrize("write", [html.alone, lambda d: html.beside(d, [("pdf", "x.pdf")], ("", "Back"))])
def test_web_page_holds_values_as_text(write: object) -> None:
    """The page parses strictly, and has no script, handler or style of a value's."""
    assert callable(write)
    page = str(write(document(*HOSTILE)))
    tree: Xml.Element = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True).parse(page)
    kinds = [str(element.tag).rpartition("}")[2] for element in tree.iter()]
    assert "script" not in kinds
    assert [key for element in tree.iter() for key in element.attrib if key.startswith("on") or key == "style"] == []
    for value in HOSTILE:
        assert _shown(value) in text(tree), value


def test_a_page_alone_lets_its_own_style_through() -> None:
    """The policy names the digest of the one style sheet, and nothing is loaded."""
    page = html.alone(document())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'", policy
    )
    assert "<link" not in page
    assert " src=" not in page


@pytest.mark.parametrize("value", HOSTILE)
def test_a_fill_is_never_read_again(value: str) -> None:
    """A council's name that looks like a mark, a fill or a prompt is words."""
    names = ("address", "as-of", "contact", "council", "digest", "released", "version")
    filler = Filler(guidance(), dict.fromkeys(names, f"x [[loaf]] {{version}} [y] {value}"))
    runs = filler.runs("Before {council} after.")
    assert [run.text for run in runs] == ["Before ", f"x [[loaf]] {{version}} [y] {value}", " after."]
    assert not any(run.link or run.prompt for run in runs)


def test_a_link_in_the_model_is_one_in_the_file() -> None:
    """The tests above can fail: a link that the model holds becomes one."""
    given = document()
    block = Paragraph((Run("here", link="https://example.org/"),))
    page = html.alone(type(given)(**{**given.__dict__, "blocks": (block,)}))
    assert '<a href="https://example.org/">here</a>' in page
