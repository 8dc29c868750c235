"""From a record's bytes to its text: small, UTF-8, and no sign but those of the one list (characters.py).

Most records are plain ASCII, and one pass over the bytes clears them. Only the others are looked at by character.
"""

from __future__ import annotations

from accord.files.characters import strange
from accord.files.problem import Problem, shown
from accord.register.record_messages import said

LARGEST = 32 * 1024  # bytes (design, section 5)
_PLAIN = b"\n" + bytes(range(0x20, 0x7F))


def decode(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """Return the text and the problem of the bytes; the text is empty where there is one. Never raises."""
    if len(raw) > LARGEST:
        return "", [Problem(name, 1, "", *said("large", kib=LARGEST // 1024))]
    if not raw.translate(None, _PLAIN):
        return raw.decode("ascii"), []
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} or raw.count(0) * 4 > len(raw):
        return "", [Problem(name, 1, "", *said("utf-16"))]
    if raw.startswith(b"\xef\xbb\xbf"):
        return "", [Problem(name, 1, "", *said("bom"))]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [Problem(name, raw[: error.start].count(b"\n") + 1, "", *said("utf-8"))]
    for number, row in enumerate(text.split("\n"), 1):
        if odd := strange(row):
            key = {"\r": "crlf", "\t": "tab"}.get(odd, "character")
            words = said(key, sign=shown(odd), code=f"U+{ord(odd):04X}")
            return "", [Problem(name, number, "", *words)]
    return text, []
