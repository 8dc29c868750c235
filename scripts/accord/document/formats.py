"""The formats of a document, and what each needs: the one place that knows which program writes what.

A recipe is everything that the bytes of a file depend on, so that its digest can name the file in the cache.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accord.document import ast, package, tools
from accord.document.model import Blank, Document, Form, Table, typed


@dataclass(frozen=True, slots=True)
class Format:
    """`label` is what a reader calls it; `media` is its type (RFC 6838)."""

    ending: str
    label: str
    media: str


HTML = Format("html", "Web page", "text/html")
DOCX = Format("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
ODT = Format("odt", "OpenDocument", "application/vnd.oasis.opendocument.text")
PDF = Format("pdf", "PDF", "application/pdf")
EPUB = Format("epub", "EPUB", "application/epub+zip")
FORMATS = {form.ending: form for form in (HTML, DOCX, ODT, PDF, EPUB)}  # in the order in which they are offered


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a file is made: `parts` are all inputs, in a fixed order, and `make` needs nothing besides."""

    ending: str
    parts: tuple[bytes, ...]
    make: Callable[[], bytes]

    @property
    def digest(self) -> str:
        """Return the SHA-256 over the length and the bytes of every input."""
        whole = hashlib.sha256(self.ending.encode())
        for part in self.parts:
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
        return whole.hexdigest()


def recipe(document: Document, ending: str) -> Recipe:
    """Return how to make a document in a format of FORMATS but HTML, which needs no program (html.py).

    Raises:
        KeyError: there is no such format.
    """
    if ending == "pdf":
        template, data = package.template("document.typ"), pdf_data(document)
        tool = f"typst {tools.version(tools.TYPST)}".encode()
        return Recipe(ending, (tool, template, data.encode()), lambda: tools.pdf(template, data))
    source = ast.dump(document, ending)
    options, files = _OPTIONS[ending](document)
    epoch = str(int(datetime.fromisoformat(f"{document.date}T00:00:00+00:00").timestamp()))
    tool = f"pandoc {tools.version(tools.PANDOC)} {epoch}".encode()
    named = [part for name in sorted(files) for part in (name.encode(), files[name])]
    parts = (tool, source, *(option.encode() for option in options), *named)
    return Recipe(ending, parts, lambda: tools.pandoc(source, ending, options, files, epoch))


def pdf_data(document: Document) -> str:
    """Return a document as JSON for templates/document.typ: fields by name, and the kind of each block."""
    return json.dumps(_plain(document), ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        more = {"words": _plain(value.words), "wide": value.wide} if isinstance(value, Blank) else {}
        more |= {"whole": value.whole} if isinstance(value, Table | Form) else {}
        return {"kind": type(value).__name__, **fields, **more}
    return typed(value) if isinstance(value, str) else value


Options = tuple[tuple[str, ...], dict[str, bytes]]


def _docx(document: Document) -> Options:
    files = {
        "reference.docx": package.word(document.foot, document.paper),
        "template.xml": package.template("word-document.xml"),
    }
    return ("--reference-doc=reference.docx", "--template=template.xml"), files


def _odt(document: Document) -> Options:
    files = {
        "reference.odt": package.opendocument(document.foot, document.paper),
        "template.xml": package.template("odt-content.xml"),
    }
    return ("--reference-doc=reference.odt", "--template=template.xml"), files


def _epub(_: Document) -> Options:
    head = b"<style>\n%b</style>\n" % package.template("epub.css")  # a file of its own the sandbox would not read
    options = ("--include-in-header=head.html", "--epub-title-page=true", "--toc-depth=2", "--split-level=1")
    return options, {"head.html": head}


_OPTIONS: dict[str, Callable[[Document], Options]] = {"docx": _docx, "odt": _odt, "epub": _epub}
