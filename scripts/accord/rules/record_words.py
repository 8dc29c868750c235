"""What records say is safe to show and is not personal: no disguised letters, no mail addresses, no stray spaces.

Hidden characters are refused by the reader. Mail addresses stood in 7 of 100 records of a real list, and letters of two
alphabets in one word make one name look like another (security.md, 3.1, 3.7, 4.9).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from accord.model.record_messages import said
from accord.problem import Problem, shown
from accord.read.record import Field
from accord.rules.base import Inputs

MAIL = re.compile(r"[^\s@]@[^\s@.]++\.[^\s@.]")
WORD = re.compile(r"\w+")
# Where a text may speak of an @; names and offices have none.
FREE = re.compile(r"statement|reason|ground|value|reserves_.*|.*_why")
OWN_WORDS = re.compile(r"public_key|.*url|.*_evidence")  # the form of these fields says what is wrong with an @
ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC")
MOST_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2}")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield values with mail addresses, disguised letters, heaped accents, or spaces too many."""
    folder = inputs.project.commitment
    files = [(file.path, file.fields) for file in folder.records]
    for path, fields in (*files, *((file.path, file.fields) for file in folder.erased)):
        for field in fields or ():
            yield from _each(path, field)


def _each(path: str, field: Field) -> Iterator[Problem]:
    value = field.value
    if "@" in value and not OWN_WORDS.fullmatch(field.name):
        if MAIL.search(value):
            yield Problem(path, field.line, field.name, *said("mail"))
        elif not FREE.fullmatch(field.name):
            yield Problem(path, field.line, field.name, *said("at"))
    if value[:1] == " " or value[-1:] == " " or "  " in value:
        yield Problem(path, field.line, field.name, *said("space"))
    if not value.isascii():
        yield from _letters(path, field)


def _letters(path: str, field: Field) -> Iterator[Problem]:
    for word in WORD.findall(field.value):
        if not word.isascii() and len({alphabet(letter) for letter in word} - {""}) > 1:
            yield Problem(path, field.line, field.name, *said("alphabets", word=shown(word)))
            return
    odd = next((letter for letter in sorted(set(field.value)) if alphabet(letter) == "STYLED"), "")
    if odd:
        words = said("styled", letter=shown(odd), code=f"U+{ord(odd):04X}")
        yield Problem(path, field.line, field.name, *words)
    elif MOST_MARKS.search(field.value):
        yield Problem(path, field.line, field.name, *said("accents"))


@lru_cache(maxsize=4096)
def alphabet(letter: str) -> str:
    """Return the alphabet of a letter, "STYLED" for a look-alike of a Latin letter, or "" for anything else."""
    if letter.isascii():
        return "LATIN" if letter.isalpha() else ""
    if unicodedata.category(letter)[0] == "L" and unicodedata.normalize("NFKC", letter).isascii():
        return "STYLED"
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first if first in ALPHABETS else ""
