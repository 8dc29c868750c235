"""Reads a record: lines `key: "value"`, one a field, and nothing else.

A grammar of our own, far smaller than YAML, so that every reader of YAML reads the same and nobody's reader can be led
astray. It knows no field: which fields a record may hold, the rules say with register/record_fields.py.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from accord.files.characters import strange
from accord.files.messages import table
from accord.files.problem import Problem, shown
from accord.files.text import utf8
from accord.files.tree import DEVICES
from accord.register.record import EVENTS
from accord.register.record_messages import said

# What people get wrong on a line, and how to mend it: the first form that fits is the one. Honest slips outnumber
# attacks by far (security.md, 4.9). Every pattern is linear: what repeats is possessive or stands at the end.
_KEY = r"[a-z][a-z0-9_-]{0,79}+:"
_BODY = _KEY + r' "(?:[^"\\]++|\\["\\])*+'
SLIPS = [
    (re.compile(pattern.replace("{body}", _BODY).replace("{key}", _KEY)), wrong, cure)
    for pattern, wrong, cure in table(__file__)
]


def explain(row: str) -> tuple[str, str]:
    """Return what is wrong with a line that is not `field: "value"`, and the cure."""
    return next((wrong, cure) for pattern, wrong, cure in SLIPS if pattern.match(row))


LARGEST = 32 * 1024  # bytes of a record
LONGEST = 2_000  # characters of a value, whichever the field
MOST = 10  # problems told of one file: who mends ten learns what is wrong with the rest
FOLDER = "commitment/signatories"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*+", re.ASCII)
LONGEST_SLUG = 64
RESERVED = {*DEVICES, "pages"}  # "pages" is the folder of the register's further pages
# Names that a reader of YAML 1.1 takes for a yes, a no or nothing.
NO_NAMES = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_FORM = r'([a-z][a-z0-9_-]{0,79}+): "((?:[^"\\\n]++|\\["\\])*+)"'
_ROW = re.compile(_FORM)
_ROWS = re.compile(f"^{_FORM}$", re.MULTILINE)  # all at once, which takes half the time of one by one
_PLAIN = b"\n" + bytes(range(0x20, 0x7F))
_ESCAPED = re.compile(r'\\(["\\])')
_NAME = re.compile(
    rf"{FOLDER}/([a-z0-9-]+)/([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})-({'|'.join(EVENTS)})(?:-([2-9]|[1-9][0-9]))?\.yml"
)


class Name(NamedTuple):
    """What a record's path says. `sequence` is 1, or N where the name ends in `-N`."""

    slug: str
    date: date
    event: str
    sequence: int


def parse(name: str, raw: bytes) -> tuple[dict[str, str] | None, list[Problem]]:
    """Return the fields in the file's order, one from each line, or None and why it can't be read. Never raises."""
    text, found = _decode(name, raw)
    if found:
        return None, found
    rows = text.split("\n")
    if rows[-1] == "":
        rows.pop()  # the final line end; a file without one is accepted (security.md, section 8)
    if not rows:
        return None, [Problem(name, 1, "", "The file is empty.", "Write the record's fields, one a line.")]
    pairs = _ROWS.findall(text)
    if len(pairs) < len(rows):
        return None, _told(name, rows)
    if "\\" in text:
        pairs = [(key, _ESCAPED.sub(r"\1", value)) for key, value in pairs]
    fields = dict(pairs)
    if len(text) > LONGEST or len(fields) < len(pairs) or not NO_NAMES.isdisjoint(fields):
        found = list(_beyond(name, pairs))[:MOST]
    return (None if found else fields), found


def _decode(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """Return the text and the problem of the bytes: no sign but those of the one list (characters.py)."""
    if len(raw) <= LARGEST and not raw.translate(None, _PLAIN):  # most records: one pass over the bytes clears them
        return raw.decode("ascii"), []
    text, found = utf8(name, raw, LARGEST, "Shorten it, and link to what is longer.")
    for number, row in enumerate(text.split("\n"), 1):
        if odd := strange(row):
            key = {"\r": "crlf", "\t": "tab"}.get(odd, "character")
            words = said(key, sign=shown(odd), code=f"U+{ord(odd):04X}")
            return "", [Problem(name, number, "", *words)]
    return text, found


def name(path: str) -> Name | None:
    """Return what the path of a record (without `.sig` or `.erased`) says, or None where it is not a record's."""
    match = _NAME.fullmatch(path)
    if match is None or not is_slug(match[1]):
        return None
    try:
        return Name(match[1], date.fromisoformat(match[2]), match[3], int(match[4] or 1))
    except ValueError:  # no day of the calendar
        return None


def is_slug(word: str) -> bool:
    """Say whether a word can be a signatory's: an address, and a folder's name on every computer."""
    return len(word) <= LONGEST_SLUG and bool(SLUG.fullmatch(word)) and word not in RESERVED


def _told(path: str, rows: list[str]) -> list[Problem]:
    """Return a problem for each of the first lines that are not a field."""
    found = []
    for number, row in enumerate(rows, 1):
        if not _ROW.fullmatch(row):
            wrong, cure = explain(row)
            found.append(Problem(path, number, "", wrong, cure))
            if len(found) == MOST:
                break
    return found


def _beyond(path: str, pairs: list[tuple[str, str]]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for line, (name, value) in enumerate(pairs, 1):
        if name in seen:
            yield Problem(path, line, name, *said("twice", name=shown(name), line=seen[name]))
        elif name in NO_NAMES:
            yield Problem(path, line, name, *said("no-name"))
        elif len(value) > LONGEST:
            yield Problem(path, line, name, *said("longest", length=len(value), limit=f"{LONGEST:,}"))
        seen.setdefault(name, line)
