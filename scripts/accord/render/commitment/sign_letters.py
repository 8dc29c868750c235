"""Which characters show nothing, are unusual spaces, or belong to an alphabet, as ranges that a browser can look up.

A browser knows another Unicode than Python does, and a word in both has to get one verdict: so it is told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import filterfalse, groupby

from accord.read.record_bytes import BLANK
from accord.read.text import HIDDEN_CATEGORIES
from accord.rules import record_words

# Above the last assigned plane of letters everything is hidden but the variation selectors, which are blank.
ASSIGNED = 0x34000
REST = [(ASSIGNED, 0xE00FF), (0xE01F0, 0x10FFFF)]
# Where letters of our alphabets stand. Large blocks of other scripts are passed over: a name takes time to look up.
LETTERED = ((0x80, 0x3400), (0xA000, 0xAC00), (0xD7A4, 0x12000), (0x1C000, 0x20000))
Range = tuple[int, int]


@cache
def letters() -> dict[str, list[Range]]:
    """Return ranges of code points, first and last, by what they are. A line end counts as hidden too."""
    found: dict[str, list[int]] = {name: [] for name in ("hidden", "spaces", "STYLED", *record_words.ALPHABETS)}
    for letter in filterfalse(str.isprintable, map(chr, range(ASSIGNED))):
        category = unicodedata.category(letter)
        if category in HIDDEN_CATEGORIES:
            found["hidden"].append(ord(letter))
        elif category == "Zs":
            found["spaces"].append(ord(letter))
    for first, end in LETTERED:
        for letter in filter(str.isprintable, map(chr, range(first, end))):
            if name := record_words.alphabet.__wrapped__(letter):
                found[name].append(ord(letter))
    ranges = {name.lower(): list(_ranges(codes)) for name, codes in found.items()}
    return {**ranges, "hidden": [*ranges["hidden"], *REST], "blank": list(_ranges(sorted(map(ord, BLANK))))}


def _ranges(codes: Iterable[int]) -> Iterator[Range]:
    """Yield sorted numbers as ranges."""
    for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        found = [code for _, code in run]
        yield found[0], found[-1]
