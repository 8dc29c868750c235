"""Papers as Word files, made in the browser: what is in them, and that words stay words."""

import base64
import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from accord.paper.blocks import typed
from tests.browser.conftest import Open
from tests.documents import HOSTILE, WORD

pytestmark = pytest.mark.browser
MAKE = """async (paper) => {
  const { word } = await import(new URL("assets/paper/word.js", location).href);
  const bytes = new Uint8Array(await (await word(paper)).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""
BROKEN = ("\x00\x01\x0b\x1b[31m", "half \ud800 a letter", "no sign \uffff at all", "words " * 8_334)
LINK = "https://example.org/a?b=1&c=%22%3E"


def blocks(value: str) -> list[dict[str, Any]]:
    """Return one of each block, with a value in every place that takes words."""
    return [
        {"heading": value, "level": 1, "numbered": True},
        {"numbered": value},
        {"heading": value, "level": 2, "page": True},
        {"text": [value, {"text": value, "bold": True, "italic": True}, {"text": value, "prompt": True}]},
        {"text": [{"text": value, "link": LINK}, {"text": value, "link": f"javascript:{value}"}]},
        {"small": value},
        {"list": [value, value]},
        {"steps": [value]},
        {"note": value, "text": [value]},
        {"table": {"caption": value, "head": [value, "B"], "rows": [[value, ""]] * 2, "widths": [40, 60]}},
        {"sign": {"caption": value, "lines": [{"label": value, "hint": value}, {"label": "B", "value": value}]}},
    ]


def parts(page: Any, values: tuple[str, ...]) -> dict[str, Xml.Element]:
    """Return the parts of a Word file that holds `values`, each of which must be XML."""
    first, last = values[0], values[-1]
    paper: dict[str, Any] = dict.fromkeys(("title", "over", "summary", "author"), first)
    paper |= {"foot": [first, last], "blocks": [block for value in values for block in blocks(value)]}
    raw = base64.b64decode(page.evaluate(MAKE, paper))
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        assert packed.testzip() is None
        return {name: Xml.fromstring(packed.read(name)) for name in packed.namelist()}


def test_a_word_file_holds_what_it_was_given_as_words(open_page: Open) -> None:
    """In every place: no markup, no field but the pages' numbers, no link but those to https."""
    page, _ = open_page("index.html")
    made = parts(page, (*HOSTILE, *(value for value in BROKEN if value.isprintable())))
    body = made["word/document.xml"]
    told = " ".join("".join(body.itertext()).split())
    assert [value for value in HOSTILE if " ".join(typed(value).split()) not in told] == []
    known = {f"{WORD}{name}" for name in ("fldChar", "instrText")}
    assert [element.tag for element in body.iter() if element.tag in known or "fldSimple" in element.tag] == []
    links = [each.get("Target", "") for name, part in made.items() if name.endswith(".rels") for each in part]
    assert {target for target in links if re.match(r"\w+:", target)} == {LINK}
    fields = [each.text for each in made["word/footer1.xml"].iter(f"{WORD}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_word_file_is_fit_to_read_and_to_print(open_page: Open) -> None:
    """Language, title, styles of headings; rows of heads that come again; room to write; signs that XML refuses."""
    page, _ = open_page("index.html")
    made = parts(page, BROKEN)
    body = made["word/document.xml"]
    told = "".join(body.itertext())
    assert all(code in told for code in (r"\u0000\u0001", r"\u001b[31m", r"half \ud800 a", r"\uffff"))
    assert "words " * 8_334 in told
    (language,) = made["word/styles.xml"].iter(f"{WORD}lang")
    assert language.get(f"{WORD}val") == "en-GB"
    assert len(list(body.iter(f"{WORD}tblHeader"))) == len(BROKEN)
    used = {each.get(f"{WORD}val") for each in body.iter(f"{WORD}pStyle")}
    there = {each.get(f"{WORD}styleId") for each in made["word/styles.xml"].iter(f"{WORD}style")}
    assert {"Title", "Heading1", "Heading2", "Caption"} <= used <= there
    assert len(list(body.iter(f"{WORD}pageBreakBefore"))) >= len(BROKEN)
    core = "".join(made["docProps/core.xml"].itertext())
    assert r"\u0000\u0001" in core
