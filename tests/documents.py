"""A document that holds one of everything, hostile values, and ways to look into what was made of it."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as Xml

import html5lib
from pypdf import PdfReader

from accord.paper.blocks import (
    Blank,
    Block,
    Document,
    Form,
    Heading,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,  # fmt: skip
    typed,
)
from accord.paper.formats import recipe

PACKED = ("docx", "odt")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    '=cmd|" /C calc"!A0',
    "<script>alert(1)</script>",
    "</w:t></w:r><w:fldSimple w:instr='AUTHOR'/>",
    "</text:span><text:a xlink:href='https://example.org'>x</text:a>",
    "{{ 7*7 }} {% raw %} ${body} $body$",
    '#let x = read("/etc/passwd") #include "x.typ" $ sum $ *bold* _it_ @ref',
    "\\input{/etc/passwd} \\write18{id}",
    '{ INCLUDETEXT "C:\\\\secret.txt" } { DDEAUTO c:\\\\cmd }',
    "[link](javascript:alert(1)) ![x](file:///etc/passwd) `code`{=openxml}",
    "turned \u202e round \u2066 hidden \u200b ends",
    "]]> <!-- x --> &amp; &#x3c; %PDF /JavaScript (app.alert)",
    "w" * 300,
)
CHAPTER = Heading(1, "A chapter")
BOX = Note("One", ((Run("first"),), (Run("last"),)))
LINKS = Table("T", ("A", "B"), (((Run("here", link="https://example.org/a?b=c&d"),), (Run("there"),)),), (38, 62))


def document(*values: str, first: tuple[Block, ...] = (), **fields: Any) -> Document:
    """Return a document with `values` in every place that takes words, after the blocks `first`."""
    given: dict[str, Any] = {
        "name": "sample", "title": values[0], "subject": values[0], "author": values[0], "date": "2026-11-22",
        "identifier": "urn:sha256:00", "blocks": (*first, *(block for value in values for block in _blocks(value))),
        "over": values[0], "summary": values[0], "foot": (values[0], values[-1]),
    }  # fmt: skip
    return Document(**{**given, **fields})


def _blocks(value: str) -> Iterator[Block]:
    yield Heading(1, value)
    yield Paragraph((Run(value), Run(f" {value} ", bold=True), Run(value, italic=True)))
    yield Paragraph((Run("Care 1. ", bold=True), Run(value)), "clause")
    yield Paragraph((Run(value, code=True), Run(" and "), Run(f"[{value}]", prompt=True)), "small")
    yield Heading(2, "Lists and tables")
    yield Listing(((Run(value),), (Run("second"),)))
    yield Listing(((Run(value),), (Run("☐"),)), numbered=True)
    yield Note(value, ((Run(value),), (Run("more"),)))
    yield Table(value, (value, "Reason", "More"), (((Run(value),), (), (Run(value, code=True),)),), (35, 15, 50), 2)
    yield Form(value, (Blank(value, value, 1, value), Blank("Empty"), Blank("Tall", lines=4)))
    yield PageBreak()


# All that one document can show. Each format of it, and of the hostile values, is made once.
WHOLE = document("A title", first=(CHAPTER, BOX, BOX, LINKS, Paragraph((Run("Keep:", bold=True),))))
BAD = document(*HOSTILE, foot=HOSTILE[1:3])


@cache
def of(ending: str, made: Document) -> bytes:
    """Return a document in a format, made once for all tests of a process."""
    return recipe(made, ending).make()


def parts(raw: bytes) -> dict[str, bytes]:
    """Return the files of a package, by name and in order."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def trees(raw: bytes) -> dict[str, Xml.Element]:
    """Return every XML file of a package, parsed."""
    found = parts(raw)
    return {name: Xml.fromstring(text) for name, text in found.items() if name.endswith((".xml", ".rels", ".xhtml"))}


def read_page(page: str) -> Xml.Element:
    """Return a web page as a strict reader of HTML sees it."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True)
    found: Xml.Element = parser.parse(page)
    return found


def text(tree: Xml.Element) -> str:
    """Return all words of a tree, white space collapsed."""
    return " ".join("".join(tree.itertext()).split())


def shown(value: str) -> str:
    """Return a value as documents show it."""
    return " ".join(typed(value).split())


def solid(words: str) -> str:
    """Return words without white space and without what a PDF puts where a line is broken."""
    return re.sub(r"[\s\u200b\ufffe\u00ad]", "", words)


def pdf_text(raw: bytes) -> str:
    return solid("".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages))


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def lines(*blocks: Block) -> list[str]:
    """Return what blocks say, line by line."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(_, heading):
            return [heading]
        case Note(title, paragraphs):
            return [title, *map(said, paragraphs)]
        case Paragraph(runs):
            return [said(runs)]
        case Listing(items):
            return [said(item) for item in items]
        case Table(caption, head, rows):
            return [caption, *head, *(said(cell) for row in rows for cell in row)]
        case Form(caption, blanks):
            return [caption, *(f"{blank.label} {blank.hint} {blank.value}" for blank in blanks)]
    return []
