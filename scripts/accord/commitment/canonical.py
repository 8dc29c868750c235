"""The bytes of a text that is signed: checked here, and never changed."""

from collections.abc import Iterator

from accord.files import text
from accord.files.characters import strange
from accord.files.problem import Problem

LARGEST = 64 * 1024  # bytes
LONGEST_LINE = 5_000  # characters


def check(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """Return the text of the bytes and their problems; the text is empty where there is a problem."""
    if len(raw) > LARGEST:
        wrong = f"The text is larger than {LARGEST // 1024} KiB."
        return "", [Problem(name, 1, "", wrong, "Shorten it: nobody signs what nobody reads.")]
    words, found = text.decode(name, raw)
    if not found:
        found = [*_ends(name, words), *_lines(name, words)]
    return ("" if found else words), found


def _ends(name: str, words: str) -> Iterator[Problem]:
    """Yield what is wrong with the start and the end of the file."""
    rows = words.split("\n")
    if not words.strip():
        yield Problem(name, 1, "", "The text is empty.", "Write it, or delete the file.")
        return
    if not rows[0]:
        yield Problem(name, 1, "", "The text starts with an empty line.", "Delete the line.")
    if rows[-1]:
        yield Problem(name, len(rows), "", "The last line has no line end.", "Press Enter once after it.")
    elif not rows[-2]:
        yield Problem(name, len(rows) - 1, "", "The text ends with an empty line.", "Keep one line end, the last.")


def _lines(name: str, words: str) -> Iterator[Problem]:
    for number, row in enumerate(words.split("\n"), 1):
        if row.endswith(" "):
            yield Problem(name, number, "", "The line ends with a space.", "Delete it.")
        if len(row) > LONGEST_LINE:
            wrong = f"The line has more than {LONGEST_LINE:,} characters."
            yield Problem(name, number, "", wrong, "Break it in two, or shorten it.")
        if odd := strange(row):
            wrong = f"The line has a sign that no signed text can hold (U+{ord(odd):04X})."
            yield Problem(name, number, "", wrong, "Type it again with an English or Welsh keyboard.")
