"""A document that holds one of everything, hostile values, and ways to look into what was made of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as Xml

from accord.paper.blocks import Blank, Document, Form, Heading, Listing, Note, PageBreak, Paragraph, Run, Table
from accord.paper.formats import recipe

PACKED = ("docx", "odt", "epub")
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


def document(*values: str) -> Document:
    """Return a document with `values` in every place that takes words."""
    told = values or ("plain words",)
    blocks = tuple(block for value in told for block in _blocks(value))
    return Document(
        name="sample", title=told[0], subject=told[0], author=told[0], date="2026-11-22",
        identifier="urn:sha256:00", blocks=blocks, over=told[0], summary=told[0], foot=(told[0], told[-1]),
    )  # fmt: skip


def _blocks(value: str) -> Iterator[Heading | Paragraph | Listing | Table | Form | Note | PageBreak]:
    yield Heading(1, value)
    yield Paragraph((Run(value), Run(f" {value} ", bold=True), Run(value, italic=True)))
    yield Paragraph((Run("Care 1. ", bold=True), Run(value)), "clause")
    yield Paragraph((Run(value, code=True), Run(" and "), Run(f"[{value}]", prompt=True)), "small")
    yield Heading(2, "Lists and tables")
    yield Listing(((Run(value),), (Run("second"),)))
    yield Listing(((Run(value),), (Run("second"),)), numbered=True)
    yield Note(value, ((Run(value),), (Run("more"),)))
    yield Table(value, (value, "Reason", "More"), (((Run(value),), (), (Run(value, code=True),)),), (35, 15, 50), 2)
    yield Form(value, (Blank(value, value, 1, value), Blank("Empty"), Blank("Tall", lines=4)))
    yield PageBreak()


@cache
def made(ending: str, *values: str) -> bytes:
    """Return the sample document in a format. It is made once for all tests of a process."""
    return recipe(document(*values), ending).make()


@cache
def of(ending: str, document: Document) -> bytes:
    """Return a document in a format, made once for all tests of a process."""
    return recipe(document, ending).make()


def parts(raw: bytes) -> dict[str, bytes]:
    """Return the files of a package, by name and in order."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def trees(raw: bytes) -> dict[str, Xml.Element]:
    """Return every XML file of a package, parsed."""
    found = parts(raw)
    return {name: Xml.fromstring(text) for name, text in found.items() if name.endswith((".xml", ".rels", ".xhtml"))}


def text(tree: Xml.Element) -> str:
    """Return all words of a tree, white space collapsed."""
    return " ".join("".join(tree.itertext()).split())
