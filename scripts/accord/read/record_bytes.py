"""From a record's bytes to its text: small, UTF-8, and nothing in it that a reader can't see (security.md, 3.1, 3.3).

Most records are plain ASCII, and one pass over the bytes clears them. Only the others are looked at by character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from accord.model.record_messages import said
from accord.problem import Problem
from accord.read import text as texts

LARGEST = 32 * 1024  # bytes (design, section 5)
_PLAIN = b"\n" + bytes(range(0x20, 0x7F))
# Letters and marks that show nothing, though their category says that they do: fillers, joiners, variation selectors.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0").union(
    chr(code)
    for first, last in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
    for code in range(first, last + 1)
)


def decode(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """Return the text and the problems of the bytes; the text is empty where there are any. Never raises."""
    if len(raw) > LARGEST:
        return "", [Problem(name, 1, "", *said("large", kib=LARGEST // 1024))]
    if not raw.translate(None, _PLAIN):
        return raw.decode("ascii"), []
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} or raw.count(0) * 4 > len(raw):
        wrong = "The file is UTF-16 text, which some editors call Unicode."
        return "", [Problem(name, 1, "", wrong, "Save it as plain UTF-8, without BOM.")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return texts.decode(name, raw)
    if not _clean(text):
        found = texts.decode(name, raw)[1] or list(_blank(name, text))
        return "", found
    return text, []


def strange(character: str) -> bool:
    """Say whether a character shows nothing, or is a space other than the ordinary one. A line end is not strange."""
    category = unicodedata.category(character)
    if category in texts.HIDDEN_CATEGORIES:
        return character != "\n"
    return character in BLANK or (category == "Zs" and character != " ")


def _clean(text: str) -> bool:
    return not any(map(strange, set(text))) and unicodedata.is_normalized("NFC", text)


def _blank(name: str, text: str) -> Iterator[Problem]:
    """Yield the first character of the text that is blank, where the general reader of text finds nothing wrong."""
    for number, row in enumerate(text.split("\n"), 1):
        for character in row:
            if strange(character):
                kind = "an unusual space" if unicodedata.category(character) == "Zs" else "a blank character"
                yield Problem(name, number, "", *said("blank", kind=kind, code=f"U+{ord(character):04X}"))
                return
