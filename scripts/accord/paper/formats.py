"""The formats of a document, and what each needs: the one place that knows which program writes what.

A recipe names everything that the bytes of a file depend on, so that its digest can name the file in the cache. What a
program reads is made only when the program has to run.
"""

import dataclasses
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accord.paper import ast, package, programs, tools
from accord.paper.blocks import Blank, Document, Form, Paragraph, Table, typed


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
FORMATS = {form.ending: form for form in (HTML, DOCX, ODT, PDF)}  # in the order in which they are offered


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a file is made: `parts` name all that `make` depends on, in a fixed order."""

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

    Raises KeyError: there is no such format.
    """
    make = MAKERS[ending]
    return Recipe(ending, (programs.digest_programs(), document.digest), lambda: make(document))


UNSHOWN = re.compile(r'the text `"(.)"` could not be displayed')


def _pdf(document: Document) -> bytes:
    return _shown(pdf_data(document))


def _shown(data: str) -> bytes:
    """Return the PDF of a document as JSON, where a letter that no font of Typst has is written as its code."""
    try:
        return tools.pdf(package.template("document.typ"), data)
    except tools.Failed as error:
        found = UNSHOWN.search(str(error))
        if not found or found[1] not in data:
            raise
    # The letter's whole script goes, and those of East Asia and emoji with it, because each try takes long.
    first = ord(found[1]) // 128 * 128
    without = f"[{chr(first)}-{chr(first + 127)}\u2e80-\ud7ff\U00010000-\U0010ffff]"
    return _shown(re.sub(without, lambda letter: f"[U+{ord(letter[0]):04X}]", data))


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
        more |= {"heads": value.heads} if isinstance(value, Paragraph) else {}
        return {"kind": type(value).__name__, **fields, **more}
    return typed(value) if isinstance(value, str) else value


def _docx(document: Document) -> bytes:
    files = {"reference.docx": package.word(document.foot), "template.xml": package.template("word-document.xml")}
    options = ("--reference-doc=reference.docx", "--template=template.xml")
    return _written(document, "docx", "docx+empty_paragraphs", options, files)


def _odt(document: Document) -> bytes:
    """Return an OpenDocument text: pandoc writes the words, and we pack them with our styles."""
    files = {"template.xml": package.template("odt-content.xml")}
    words = _written(document, "odt", "opendocument+empty_paragraphs", ("--template=template.xml",), files)
    return package.opendocument(document, words)


def _written(document: Document, ending: str, writer: str, options: tuple[str, ...], files: dict[str, bytes]) -> bytes:
    epoch = str(int(datetime.fromisoformat(f"{document.date}T00:00:00+00:00").timestamp()))
    return tools.pandoc(ast.dump(document, ending), "json", writer, ("--standalone", *options), files, epoch)


MAKERS: dict[str, Callable[[Document], bytes]] = {"docx": _docx, "odt": _odt, "pdf": _pdf}
