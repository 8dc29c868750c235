"""Tells which well-known change turned the bytes that were published into the bytes that lie here.

Git, editors and file transfers change bytes without a word. "The digest differs"
helps nobody, so each such change is undone in turn, and each pair of them, and the digests are compared.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import permutations

from accord.files.digests import digest

LARGEST = 128 * 1024  # bytes; UTF-16 doubles a text
MOST_MARKS = 30  # on one letter
ANEW = "Check the file out again, and save it with no other program."
AUTOCRLF = 'Run "git config core.autocrlf false", and check the file out again.'
IDENT = 'Take "ident" out of .gitattributes, and check the file out again.'
ENCODING = 'Take "working-tree-encoding" out of .gitattributes, and check the file out again.'
WINDOWS = "the Windows line ends"
OTHER = "the text of "


@dataclass(frozen=True, slots=True)
class Change:
    """A change by its name, what undoes it, and what to do about it."""

    name: str
    undo: Callable[[bytes], bytes]
    cure: str = ANEW


def _recoded(encoding: str) -> Callable[[bytes], bytes]:
    return lambda raw: raw.decode(encoding).encode()


def _utf_16(raw: bytes) -> bytes:
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    return raw.decode("utf-16" if marked else "utf-16-be" if raw.startswith(b"\0") else "utf-16-le").encode()


def _twice(raw: bytes) -> bytes:
    return raw.decode().encode("cp1252")


def _joined(raw: bytes) -> bytes:
    """Undo NFD. Python's normalisation takes minutes for a long run of marks, and no language has one (UAX 15, D3)."""
    words = raw.decode()
    marks = "".join("m" if unicodedata.combining(c) else " " for c in words) if not words.isascii() else ""
    return raw if "m" * (MOST_MARKS + 1) in marks else unicodedata.normalize("NFC", words).encode()


CHANGES = (
    Change("another encoding (UTF-16)", _utf_16, ENCODING),
    Change("another encoding (Windows-1252)", _recoded("cp1252"), ENCODING),
    Change("another encoding (Latin-1)", _recoded("latin-1"), ENCODING),
    Change("letters encoded twice", _twice),
    Change("a byte order mark", lambda raw: raw.removeprefix(b"\xef\xbb\xbf")),
    Change(WINDOWS, lambda raw: raw.replace(b"\r\n", b"\n"), AUTOCRLF),
    Change("the line ends of old Macs", lambda raw: raw.replace(b"\r", b"\n")),
    Change("letters in two parts (NFD)", _joined),
    Change("spaces at line ends", lambda raw: re.sub(rb"(?<![ \t])[ \t]+(?=\n|\Z)", b"", raw)),
    Change("a missing last line end", lambda raw: raw + b"\n"),
    Change("an extra line end", lambda raw: raw.rstrip(b"\n") + b"\n"),
    Change("Git's $Id$ keyword filled in", lambda raw: re.sub(rb"\$Id:[^$\n]*\$", b"$Id$", raw), IDENT),
)
BY_NAME = {change.name: change for change in CHANGES}


def variant(raw: bytes, published: str, others: Mapping[str, str] | None = None) -> str:
    """Return which change turns the bytes of the digest `published` into `raw`, or "" where none that we know does.

    `others` are numbers of other versions by their digests. Two changes at once are named "one and other".
    """
    if other := (others or {}).get(digest(raw)):
        return f"{OTHER}{other}"
    if len(raw) > LARGEST:
        return ""
    for change in CHANGES:
        if (undone := _undone(change, raw)) is not None and digest(undone) == published:
            return change.name
    for first, second in permutations(CHANGES, 2):
        if (half := _undone(first, raw)) is None:
            continue
        if (undone := _undone(second, half)) is not None and digest(undone) == published:
            return f"{first.name} and {second.name}"
    return ""


def _undone(change: Change, raw: bytes) -> bytes | None:
    """Return the bytes without a change, or None where they do not show it."""
    try:
        undone = change.undo(raw)
    except UnicodeError:
        return None
    return undone if undone != raw else None


def explained(found: str, number: str) -> tuple[str, str]:
    """Return what is wrong with a file that should hold version `number`, and the cure. `found` is from `variant`."""
    if found.startswith(OTHER):
        wrong = f"This is {found}, under the number {number}."
        return wrong, "Check both files out again: each text keeps its own name."
    if not found:
        wrong = f"These are not the bytes of {number} that were published."
        return wrong, "Bring them back from git. Words change only in a new version."
    cure = BY_NAME[found.partition(" and ")[0]].cure
    same = "the words are the same and the bytes are not"
    if found == WINDOWS:
        return f"These are {found} of {number}: {same}.", cure
    return f"This is {number} with {found}: {same}.", cure
