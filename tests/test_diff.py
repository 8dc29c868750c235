"""What changed between two texts, which class follows, and which number comes next."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.amendment import Weight, follows, next_number, refusal, weigh
from accord.model.commitment import Text
from accord.model.diff import difference
from accord.model.diff_words import marked, redline
from accord.read.commitment_text import parse
from tests import support

START = """# Title

We bake bread for everyone.

## Care

**Care 1.** We will always listen to children.

**Care 2.** We will publish every answer by 1 May.

**Care 3.** We will stop.
"""
EDITORIAL, CLARIFYING = Weight("editorial", "editorial"), Weight("clarifying", "clarifying")
PROMISE = Weight("substantive", "clarifying")
SLIP = Weight("substantive", "editorial")
CHANGES = {
    "nothing": ("", "", EDITORIAL),
    "another line break": ("always listen", "always\nlisten", EDITORIAL),
    "punctuation": ("children.", "children!", EDITORIAL),
    "a capital": ("children", "Children", EDITORIAL),
    "bold": ("always", "**always**", EDITORIAL),
    "a promise that becomes a question": ("stop.", "stop?", PROMISE),
    "spelling": ("children", "childern", SLIP),
    "a short word": ("will stop", "may stop", PROMISE),
    "not put in": ("will stop", "will not stop", PROMISE),
    "another number": ("1 May", "2 May", PROMISE),
    "and becomes or": ("listen to", "listen and/or to", PROMISE),
    "words outside": ("for everyone", "for most", CLARIFYING),
    "spelling outside": ("everyone", "evryone", Weight("clarifying", "editorial")),
    "punctuation outside": ("everyone.", "everyone!", EDITORIAL),
    "a paragraph more": ("everyone.", "everyone.\n\nAnd cake.", CLARIFYING),
    "a paragraph less": ("We bake bread for everyone.\n\n", "", CLARIFYING),
    "a paragraph that becomes a heading": ("We bake", "### We bake", CLARIFYING),
    "a clause less": ("\n**Care 3.** We will stop.\n", "", PROMISE),
    "a clause more": ("stop.\n", "stop.\n\n**Care 4.** We will rest.\n", PROMISE),
}


def _text(written: str) -> Text:
    text, problems = parse("x", written, {"Care": "care"})
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
    (PROMISE, "substantive", "", None),
    (PROMISE, "clarifying", "Why.", None),
    (PROMISE, "clarifying", "", "The class clarifying is lighter than the words alone make it (substantive)."),
    (PROMISE, "clarifying", " ", "The class clarifying is lighter than the words alone make it (substantive)."),
    (PROMISE, "editorial", "Why.", "The class editorial is too light: the words that changed make it substantive."),
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
@settings(max_examples=300, deadline=None)
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
    assert weigh(one, other) == CLARIFYING
    assert process_time() - start < support.SLOWEST
