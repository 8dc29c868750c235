"""Reads JSON strictly (RFC 8259): text only, no duplicate keys, few levels, nothing that shows nothing; with lines.

Python's own reader takes the last of two equal keys, reads NaN, half of a surrogate pair and a thousand levels, and
knows no lines. The worksheets read by the same rules in the browser (docs/assets/worksheet/), and
stop at the same place.
"""

from __future__ import annotations

import re
from typing import NoReturn

from accord.answers.messages import said
from accord.files.json_words import KINDS, SIGNS
from accord.files.nodes import Mapping, Node, Path, Scalar, Sequence, field
from accord.files.problem import Problem, shown
from accord.files.text import hidden
from accord.files.yaml_strict import Refused

SPACE = re.compile(r"[ \t\n\r]*")
PLAIN = re.compile(r'[^"\\\x00-\x1f]*')  # RFC 8259, section 7: what stands in a string as it is
WORD = re.compile(r"[A-Za-z0-9+.-]+")
HEX = re.compile(r"[0-9a-fA-F]{4}")
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def parse(name: str, text: str, deepest: int) -> tuple[Node | None, list[Problem]]:
    """Return the tree, or None and the first problem. `deepest` bounds the levels. Never raises for bad input."""
    try:
        return _Reader(name, text, deepest).document(), []
    except Refused as refused:
        return None, [refused.problem]


class _Reader:
    def __init__(self, name: str, text: str, deepest: int) -> None:
        self.name = name
        self.text = text
        self.deepest = deepest
        self.at = 0
        self.counted = (0, 1)  # a place in the text, and the line that it lies on
        self.path: Path = ()

    def document(self) -> Node:
        node = self._value(1)
        if self._next():
            self._stop("after")
        return node

    def _next(self) -> str:
        """Pass over white space, and return the sign that follows, or an empty string at the end."""
        found = SPACE.match(self.text, self.at)
        assert found is not None
        self.at = found.end()
        return self.text[self.at : self.at + 1]

    def _line(self) -> int:
        place, line = self.counted
        line += self.text.count("\n", place, self.at)
        self.counted = (self.at, line)
        return line

    def _value(self, depth: int) -> Node:
        sign = self._next()
        if sign == '"':
            line = self._line()
            return Scalar(self._string(), line, plain=False)
        if sign in ("{", "["):
            if depth > self.deepest:
                self._stop("deep")
            line = self._line()
            self.at += 1
            return Mapping(self._fields(depth), line) if sign == "{" else Sequence(self._items(depth), line)
        word = WORD.match(self.text, self.at)
        if word is None:
            return self._stop_before("value", sign)
        return self._stop("not-text", kind=KINDS[_kind(word[0])])

    def _fields(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        found: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        above = self.path
        if self._next() == "}":
            self.at += 1
            return ()
        while True:
            if (sign := self._next()) != '"':
                self._stop_before("name", sign)
            line = self._line()
            key = Scalar(self._string(), line, plain=False)
            self.path = (*above, key.value)
            if key.value in seen:
                self._stop("twice", name=shown(key.value), line=seen[key.value])
            seen[key.value] = line
            if (sign := self._next()) != ":":
                self._stop_before("colon", sign)
            self.at += 1
            found.append((key, self._value(depth + 1)))
            self.path = above
            if self._ends("}", "comma-brace"):
                return tuple(found)

    def _items(self, depth: int) -> tuple[Node, ...]:
        found: list[Node] = []
        above = self.path
        if self._next() == "]":
            self.at += 1
            return ()
        while True:
            self.path = (*above, len(found))
            found.append(self._value(depth + 1))
            self.path = above
            if self._ends("]", "comma-bracket"):
                return tuple(found)

    def _ends(self, closing: str, expected: str) -> bool:
        """Pass over a comma or a closing sign, and say which it was."""
        sign = self._next()
        if sign not in (",", closing) or not sign:
            self._stop_before(expected, sign)
        self.at += 1
        return sign == closing

    def _string(self) -> str:
        self.at += 1
        parts: list[str] = []
        while True:
            plain = PLAIN.match(self.text, self.at)
            assert plain is not None
            parts.append(plain[0])
            self.at = plain.end()
            sign = self.text[self.at : self.at + 1]
            if sign == "\\":
                parts.append(self._escaped())
            elif sign == '"':
                break
            elif not sign:
                self._stop("end")
            else:
                self._stop("line-end" if sign in "\r\n" else "control", code=f"U+{ord(sign):04X}")
        self.at += 1
        value = "".join(parts)
        if code := hidden(value):
            self._stop("hidden", code=code)
        return value

    def _escaped(self) -> str:
        sign = self.text[self.at + 1 : self.at + 2]
        if sign in ESCAPES and sign:
            self.at += 2
            return ESCAPES[sign]
        first = HEX.match(self.text, self.at + 2) if sign == "u" else None
        if first is None:
            self._stop("escape")
        self.at += 6
        code = int(first[0], 16)
        if 0xD800 <= code < 0xDC00 and self.text[self.at : self.at + 2] == "\\u":
            second = HEX.match(self.text, self.at + 2)
            low = int(second[0], 16) if second else 0
            if 0xDC00 <= low < 0xE000:
                self.at += 6
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
        return chr(code)

    def _stop_before(self, expected: str, sign: str) -> NoReturn:
        if not sign:
            self._stop("end")
        found = SIGNS["quote"] if sign == '"' else shown(sign)
        self._stop("expected", found=found, expected=SIGNS[expected])

    def _stop(self, key: str, **parts: object) -> NoReturn:
        raise Refused(Problem(self.name, self._line(), field(self.path), *said(key, **parts)))


def _kind(word: str) -> str:
    if word in ("true", "false"):
        return "boolean"
    if word == "null":
        return "null"
    return "number" if word[0] in "-+.0123456789" else "word"
