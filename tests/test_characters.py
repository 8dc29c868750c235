"""The one list of letters and signs: what is on it, and that nothing else is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import strategies as st

from accord.files.characters import hidden, mended, strange

# Written out again, as numbers, so that a slip in the list is not repeated here.
RANGES = (
    (0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0xFF), (0x100, 0x17F), (0x1E80, 0x1E85), (0x1EF2, 0x1EF3), (0x2013, 0x2014),
    (0x2018, 0x2019), (0x201C, 0x201D), (0x2022, 0x2022), (0x2026, 0x2026), (0x20AC, 0x20AC),
)  # fmt: skip
EVERY = [chr(point) for first, last in RANGES for point in range(first, last + 1)]
letters = st.sampled_from(EVERY)
# What data and pages may hold: letters of any language, and nothing that shows nothing.
shown_characters = st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda letter: not hidden(letter))


def test_just_these_are_on_the_list() -> None:
    """Each range to its ends, and no other of all characters that there can be."""
    assert [chr(point) for point in range(0x110000) if not strange(chr(point))] == EVERY


@pytest.mark.parametrize("letter", ["Ŵ", "ŷ", "ẁ", "ẃ", "ẅ", "Ỳ", "â", "ö", "Ł", "ő", "š", "ß", "’", "–", "€", "•"])
def test_names_of_these_islands_and_of_europe_can_be_written(letter: str) -> None:
    assert strange(f"Cyngor {letter}") == ""


def test_every_text_has_one_spelling() -> None:
    """None of the letters is made of two parts, and none is a blank that shows nothing."""
    assert all(unicodedata.normalize("NFC", letter) == letter for letter in EVERY)
    assert not any(map(hidden, EVERY))
    assert strange("Łódź \u0301") == "\u0301"


def test_pasted_text_is_mended_where_its_meaning_is_plain() -> None:
    """Spaces of any width become one, what shows nothing goes, and the rest is left for the person."""
    assert mended(" a\u00a0b\t\u2003c\r\nd\u200b\ufeffe\u00adf ") == "a b c def"
    assert strange(mended("Jo\u0430")) == "\u0430"
