"""Judges an SVG picture: a short list of elements and attributes that draw, and nothing else.

No script, event, link, style, font, animation, outside picture, entity or instruction gets through, because none is on
the list. The parser stops at a document type: that is where an entity could grow without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat  # entities are refused before they are read

from accord.files.problem import Problem, shown

LARGEST = 64 * 1024  # bytes
MOST = 2_000  # elements
SPACE = "http://www.w3.org/2000/svg"
ELEMENTS = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs",
    "linearGradient", "radialGradient", "stop",
}  # fmt: skip
ATTRIBUTES = {
    "version", "id", "width", "height", "viewBox", "preserveAspectRatio", "transform", "d", "x", "y", "x1", "y1",
    "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "points", "offset", "fill", "fill-rule", "fill-opacity",
    "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
    "stroke-dasharray", "stroke-dashoffset", "opacity", "color", "stop-color", "stop-opacity", "gradientUnits",
    "gradientTransform", "spreadMethod", "role", "aria-label",
}  # fmt: skip
PAINT = re.compile(r"url\(#[A-Za-z][A-Za-z0-9_-]{0,63}\)\Z")
# No colon, quotes, semicolon, slash or backslash: no address, no rule
PLAIN = re.compile(r"[A-Za-z0-9 #.,()%+_-]*\Z")
WORDS = ("aria-label",)
DRAW = "Save it as plain SVG: shapes and colours only, without styles, scripts, text, links and pictures in it."


class _Hostile(Exception):
    """Carries what is wrong."""


def check(name: str, raw: bytes) -> Iterator[Problem]:
    """Yield the first thing that is wrong with an SVG file's bytes."""
    if len(raw) > LARGEST:
        yield Problem(name, 1, "", f"The drawing is larger than {LARGEST // 1024} KiB.", "Save it smaller.")
        return
    judge = _Judge()
    try:
        raw.decode("utf-8")  # one reading only: the parser would also take UTF-16
        judge.read(raw)
    except _Hostile as hostile:
        yield Problem(name, judge.parser.CurrentLineNumber, "", str(hostile), DRAW)
    except (expat.ExpatError, ValueError, LookupError):
        line = max(1, judge.parser.ErrorLineNumber)
        yield Problem(name, line, "", "This is not a drawing that we can read (SVG, in UTF-8).", DRAW)


class _Judge:
    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.count = 0
        self.open: list[str] = []
        parser.XmlDeclHandler = self._declared
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction

    def read(self, raw: bytes) -> None:
        self.parser.Parse(raw, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        self.count += 1
        if space != SPACE or element not in ELEMENTS or (element == "svg") != (not self.open):
            raise _Hostile(f"The drawing holds {shown(f'<{element}>')}, which is not a plain shape.")
        if self.count > MOST:
            raise _Hostile(f"The drawing has more than {MOST} parts.")
        for attribute, value in attributes.items():
            if attribute not in ATTRIBUTES:
                raise _Hostile(f"The drawing holds the attribute {shown(attribute.rpartition(' ')[2])}.")
            if not (PLAIN.match(value) or attribute in WORDS) or ("url" in value.lower() and not PAINT.match(value)):
                wrong = "holds more than a number, a colour or a place in the drawing."
                raise _Hostile(f"The attribute {shown(attribute)} {wrong}")
        if not self.open and "viewBox" not in attributes:
            raise _Hostile("The drawing has no viewBox, so it can't be fitted into the header.")
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        if text.strip() and self.open[-1] not in ("title", "desc"):
            raise _Hostile("The drawing holds words outside its title.")

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            raise ValueError(encoding)  # a browser would believe it

    def _doctype(self, *_: Any) -> None:
        raise _Hostile("The drawing declares a document type, which can hold anything.")

    def _instruction(self, *_: Any) -> None:
        raise _Hostile("The drawing holds an instruction for programs (<? … ?>).")
