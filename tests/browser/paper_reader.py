"""What fills a paper in the browser, takes it where the page hands it over, and reads its words."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import html5lib
from playwright.sync_api import Page

from accord.guidance.elements import Layout
from accord.register.published import Published
from tests.documents import WORD

KEEP = """() => {
  window.made ??= URL.createObjectURL;
  window.kept = new Promise((give) => { URL.createObjectURL = (blob) => { give(blob); return window.made(blob); }; });
}"""
TAKE = """async () => {
  const bytes = new Uint8Array(await (await window.kept).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""


def opened(page: Page, path: Path) -> None:
    page.locator("[data-document][data-offered]").wait_for()
    page.get_by_label("Load answers").set_input_files(path)
    page.get_by_role("heading", name="Your answers are loaded").wait_for()


def saved(page: Page, layout: str, kind: str) -> bytes:
    """Choose a paper, press a button from the keyboard, and return the file that comes of it.

    Taken where the page hands it over: a browser without a head asks nobody, and refuses the eleventh download.
    """
    page.evaluate(KEEP)
    page.get_by_label("Make a document from these answers").select_option(layout)
    page.locator(f"button[data-kind={kind}]").focus()
    page.keyboard.press("Enter")
    return base64.b64decode(page.evaluate(TAKE))


def flat(words: str) -> str:
    return " ".join(words.split())


def word_text(raw: bytes) -> str:
    """Return the words of a Word file, each paragraph and line on one line of its own; every part must be XML."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts = {name: Xml.fromstring(packed.read(name)) for name in packed.namelist()}
    body = parts["word/document.xml"]
    for mark in body.iter(f"{WORD}br"):
        mark.text = "\n"
    return flat("\n".join("".join(each.itertext()) for each in body.iter(f"{WORD}p")))


def html_text(raw: bytes) -> str:
    """Return the words of a page, which must parse strictly and hold nothing that runs, loads or sends."""
    root = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True).parse(raw.decode())
    kinds = {str(each.tag).rpartition("}")[2] for each in root.iter()}
    assert kinds.isdisjoint({"script", "iframe", "img", "object", "form", "input", "link", "base"})
    assert [key for each in root.iter() for key in each.attrib if key.startswith("on") or key == "style"] == []
    assert all(each.get("href", "https://").startswith("https://") for each in root.iter())
    for mark in root.iter("{http://www.w3.org/1999/xhtml}br"):
        mark.tail = f"\n{mark.tail or ''}"
    main = next(each for each in root.iter() if str(each.tag).endswith("}main"))
    return flat(" ".join("".join(each.itertext()) for each in main))


def answered(raw: bytes, given: dict[str, tuple[str, str]]) -> bytes:
    """Return the supplier's form as Word saves it once it is filled in, with something that was taken out again."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    body = Xml.fromstring(parts["word/document.xml"])
    for row in body.iter(f"{WORD}tr"):
        first, *cells = row.iter(f"{WORD}tc")
        for cell, text in zip(cells, given.get("".join(first.itertext()).partition(" ")[0], ("", "")), strict=False):
            for line in text.split("\n") if text else ():
                run = Xml.SubElement(Xml.SubElement(cell, f"{WORD}p"), f"{WORD}r")
                Xml.SubElement(run, f"{WORD}t").text = line
                Xml.SubElement(run, f"{WORD}delText").text = "What we say to nobody"
    parts["word/document.xml"] = Xml.tostring(body)
    with zipfile.ZipFile(made := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return made.getvalue()


def template(g: Published, layout: Layout) -> Iterator[str]:
    """Yield every heading, field, column, row and place to sign of a paper."""
    for section in layout.sections:
        yield section.heading
        yield from (field.label for field in section.fields)
        for table in section.tables:
            yield from (table.caption, *table.head, *(row[0] for row in table.rows))
        for form in section.forms:
            yield from (form.caption, *(field.label for field in form.fields))
