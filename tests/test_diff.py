"""What changed between two texts, which class follows, and which number comes next."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.commitment.amendment import Weight, follows, next_number, refusal, weigh
from accord.commitment.diff import difference, marked, redline
from accord.commitment.reading import parse
from accord.commitment.text import Text
from accord.files.spelling import only_punctuation, only_spelling
from tests import support

START = """# Title

We bake bread for everyone.

## Care

**Care 1.** We will always listen to children.

**Care 2.** We will publish every answer by 1 May.

**Care 3.** We will stop.
"""
EDITORIAL = Weight("editorial", "editorial")
WORDS = Weight("substantive", "clarifying")
SLIP = Weight("substantive", "editorial")
VALUES = {name: name.lower() for name in ("Respect", "Connect", "Care", "Protect")}
CHANGES = {
    "nothing": ("", "", EDITORIAL),
    "another line break": ("always listen", "always\nlisten", EDITORIAL),
    "punctuation": ("children.", "children!", EDITORIAL),
    "a capital": ("children", "Children", EDITORIAL),
    "bold": ("always", "**always**", EDITORIAL),
    "a promise that becomes a question": ("stop.", "stop?", WORDS),
    "spelling": ("children", "childern", SLIP),
    "a word made plural": ("answer", "answers", WORDS),
    "a short word": ("will stop", "may stop", WORDS),
    "not put in": ("will stop", "will not stop", WORDS),
    "another number": ("1 May", "2 May", WORDS),
    "and becomes or": ("listen to", "listen and/or to", WORDS),
    "words outside": ("for everyone", "for most", WORDS),
    "spelling outside": ("everyone", "evryone", SLIP),
    "punctuation outside": ("everyone.", "everyone!", EDITORIAL),
    "a paragraph more": ("everyone.", "everyone.\n\nAnd cake.", WORDS),
    "a paragraph less": ("We bake bread for everyone.\n\n", "", WORDS),
    "a paragraph that becomes a heading": ("We bake", "### We bake", WORDS),
    "the title": ("# Title", "# Another title", WORDS),
    "a clause less": ("\n**Care 3.** We will stop.\n", "", WORDS),
    "a clause more": ("stop.\n", "stop.\n\n**Care 4.** We will rest.\n", WORDS),
}


def _text(written: str) -> Text:
    return _published(written, {"Care": "care"})


def _published(written: str, values: dict[str, str] = VALUES) -> Text:
    text, problems = parse("x", written, values)
    assert problems == []
    assert text is not None
    return text


@pytest.mark.parametrize("name", CHANGES)
def test_the_class_that_follows(name: str) -> None:
    """Without argument, and the lightest that a reason can argue for."""
    old, new, expected = CHANGES[name]
    changed = START.replace(old, new)
    assert (changed == START) == (name == "nothing")
    assert weigh(_text(START), _text(changed)) == expected


SLIPS = ("childern children", "recieve receive", "allways always", "publsh publish")
NO_SLIPS = (
    "can cannot", "now not", "may must", "moral amoral", "affect effect", "record records", "promise promised",
    "lawful unlawful", "10000 10001", "tool fool", "publish punishes", "anyone nobody",
)  # fmt: skip


@pytest.mark.parametrize("pair", [*SLIPS, *NO_SLIPS])
def test_spelling(pair: str) -> None:
    """One letter inside a long word is a slip; a beginning, an end, a short word or a figure makes another word."""
    assert only_spelling(*(f"We say {word} here." for word in pair.split())) == (pair in SLIPS)


@pytest.mark.parametrize("sign", "±×÷§½²%/&+=<>?€£°")
def test_a_sign_with_a_meaning_is_no_punctuation(sign: str) -> None:
    """Punctuation is a short list, and every other sign counts as a word."""
    assert not only_punctuation("We say 1 here.", f"We say {sign}1 here.")


@pytest.mark.parametrize("sign", ".,;:!'\"()-–—…•‘’“”*")
def test_punctuation(sign: str) -> None:
    assert only_punctuation("We say it here", f"We say it {sign} here")


REVERSED = (
    ("is a computer system that uses machine learning to", "is a robot that walks, and does not"),
    ("- We can withdraw, openly.", "- We can never withdraw."),
    ("It gives nobody a new legal right.", "It gives everyone a new legal right, enforceable in court."),
    ("means the organisation that signs.", "means the organisation that signs, its partners and its schools."),
    ("Our signature is for the words that we signed.", "Our signature is for all later words."),
    ("Each year we review every promise", "Each decade we review every promise"),
    ("We owe them respect, a plain account", "Where it costs little, we owe them respect, a plain account"),
)


@pytest.mark.parametrize("change", REVERSED, ids=lambda change: change[1])
def test_a_word_that_decides_what_promises_mean(root: Path, change: tuple[str, str]) -> None:
    """Definitions, what signing means, how it is kept and how it changes: none is reversed as "clarifying" unasked."""
    written = (root / "commitment/versions/1.0.0.md").read_text(encoding="utf-8")
    old, new = (_published(text) for text in (written, written.replace(*change)))
    assert change[0] in written
    assert weigh(old, new) == WORDS


def test_fates_of_clauses() -> None:
    """Each clause of both texts is there once; of two that change places, one moved."""
    moved = START.replace("**Care 1.** We will always listen to children.\n\n", "")
    moved += "\n**Care 1.** We will always listen to children.\n\n**Care 4.** We will sing.\n"
    found = difference(
        _text(START), _text(moved.replace("**Care 3.** We will stop.\n\n", "").replace("1 May", "2 May"))
    )
    assert [(change.id, change.fate) for change in found.clauses] == [
        ("care-2", "reworded"), ("care-1", "same"), ("care-4", "added"), ("care-3", "removed"),
    ]  # fmt: skip
    fates = {change.id: change.fate for change in difference(_text(START), _text(moved)).clauses}
    assert fates == {"care-2": "same", "care-3": "same", "care-1": "moved", "care-4": "added"}
    assert not found.same_words
    assert difference(_text(START), _text(START.replace("We bake bread", "We bake\nbread"))).same_words


REFUSALS = (
    (WORDS, "substantive", "", None),
    (WORDS, "clarifying", "Why.", None),
    (WORDS, "clarifying", "", "The class clarifying is lighter than the words alone make it (substantive)."),
    (WORDS, "clarifying", " ", "The class clarifying is lighter than the words alone make it (substantive)."),
    (WORDS, "editorial", "Why.", "The class editorial is too light: the words that changed make it substantive."),
    (SLIP, "editorial", "", "The class editorial is lighter than the words alone make it (substantive)."),
    (SLIP, "editorial", "Why.", None),
    (EDITORIAL, "substantive", "", "The class substantive is heavier than the words alone make it (editorial)."),
    (EDITORIAL, "substantive", "Why.", None),
    (EDITORIAL, "first", "Why.", "A version that follows another can't be first."),
    (EDITORIAL, "none", "", "A version that follows another can't be none."),
)


@pytest.mark.parametrize("case", REFUSALS, ids=str)
def test_a_class_is_refused_or_stands(case: tuple[Weight, str, str, str | None]) -> None:
    """Too light never stands; lighter or heavier than the words alone needs a reason."""
    weights, wanted, reason, expected = case
    refused = refusal(weights, wanted, reason)
    assert (refused[0] if refused else None) == expected


def test_numbers() -> None:
    """The class says which number rises, and the later ones are 0."""
    assert next_number(None, "first") == (1, 0, 0)
    assert next_number((1, 2, 3), "substantive") == (2, 0, 0)
    assert next_number((1, 2, 3), "clarifying") == (1, 3, 0)
    assert next_number((1, 2, 3), "editorial") == (1, 2, 4)
    assert follows((2, 0, 0), None, "first")
    assert not follows((0, 1, 0), None, "first")
    assert not follows((1, 1, 0), None, "first")
    assert not follows((1, 0, 0), None, "editorial")
    assert not follows((1, 2, 5), (1, 2, 3), "editorial")


LINE = st.lists(st.sampled_from(["a", "b", "c", "will", "not"]), max_size=12).map(" ".join)


@given(LINE, LINE)
def test_a_redline_holds_both_wordings(old: str, new: str) -> None:
    """Without what was added it is the old wording, and without what was removed the new one."""
    runs = redline(old, new)
    assert " ".join(words for op, words in runs if op != "added") == old
    assert " ".join(words for op, words in runs if op != "removed") == new
    assert all(words for _, words in runs)


def test_a_redline_in_words() -> None:
    """As `git diff --word-diff` marks it."""
    assert marked("We will stop now.", "We may stop now.") == "We [-will-] {+may+} stop now."


def test_a_redline_of_long_texts_is_bounded() -> None:
    """Two texts of 64 KiB made of few words take difflib minutes; past a bound the middle counts as all new."""
    for old, new in (
        ("a b " * 16000, "b a a " * 10000),
        ("a " * 32000, "b " * 32000),
        ("a b c d " * 110, "d c b a " * 110),
    ):
        start = process_time()
        redline(old, new)
        assert process_time() - start < support.SLOWEST


def test_blocks_that_are_many_are_bounded() -> None:
    """A text of thousands of lines is compared in time."""
    one = _text("# A\n\n" + "\n".join(f"- {'a' if n % 2 else 'b'}" for n in range(9000)) + "\n" + START[8:])
    other = _text("# B\n\n" + "\n".join(f"- {'a' if n % 3 else 'b'}" for n in range(9000)) + "\n" + START[8:])
    start = process_time()
    assert weigh(one, other) == WORDS
    assert process_time() - start < support.SLOWEST
