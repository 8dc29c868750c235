"""What changed between two texts, which class follows, and which number comes next. The table is cases/diff.yml."""

from __future__ import annotations

from pathlib import Path
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from accord.commitment.amendment import Weight, follows, next_number, refusal, weigh
from accord.commitment.diff import difference, marked, redline
from accord.commitment.reading import parse
from accord.commitment.text import Text
from accord.files.spelling import only_punctuation, only_spelling
from tests import support

TABLE = support.table("diff")
WEIGHTS = {
    "editorial": Weight("editorial", "editorial"),
    "words": Weight("substantive", "clarifying"),
    "slip": Weight("substantive", "editorial"),
}
VALUES = {name: name.lower() for name in ("Respect", "Connect", "Care", "Protect")}
START: str = TABLE["start"]
LINE = st.lists(st.sampled_from(["a", "b", "c", "will", "not"]), max_size=12).map(" ".join)


def _text(written: str) -> Text:
    text, problems = parse("x", written, VALUES)
    assert problems == []
    assert text is not None
    return text


def test_the_class_that_follows() -> None:
    """Without argument, and the lightest that a reason can argue for."""
    for name, (old, new, expected) in TABLE["changes"].items():
        changed = START.replace(old, new)
        assert (changed == START) == (name == "nothing"), name
        assert weigh(_text(START), _text(changed)) == WEIGHTS[expected], name


def test_a_word_that_decides_what_promises_mean(root: Path) -> None:
    """Definitions, what signing means, how it is kept and how it changes: none is reversed as "clarifying" unasked."""
    written = (root / "commitment/versions/1.0.0.md").read_text(encoding="utf-8")
    for old, new in TABLE["reversed"]:
        assert old in written
        assert weigh(_text(written), _text(written.replace(old, new))) == WEIGHTS["words"], new


def test_slips_signs_and_other_words() -> None:
    """One letter inside a long word is a slip; a beginning, an end, a short word or a figure makes another word.

    Punctuation is a short list, and every other sign counts as a word.
    """
    for pair in (*TABLE["slips"], *TABLE["words"]):
        assert only_spelling(*(f"We say {word} here." for word in pair.split())) == (pair in TABLE["slips"]), pair
    for sign in TABLE["signs"]["punctuation"]:
        assert only_punctuation("We say it here", f"We say it {sign} here"), sign
    for sign in TABLE["signs"]["meaning"]:
        assert not only_punctuation("We say 1 here.", f"We say {sign}1 here."), sign


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


def test_a_class_is_refused_or_stands() -> None:
    """Too light never stands; lighter or heavier than the words alone needs a reason."""
    for weights, wanted, reason, expected in TABLE["refusals"]:
        refused = refusal(WEIGHTS[weights], wanted, reason)
        assert (refused[0] if refused else None) == expected


def test_numbers() -> None:
    """The class says which number rises, and the later ones are 0."""
    assert next_number(None, "first") == (1, 0, 0)
    assert next_number((1, 2, 3), "substantive") == (2, 0, 0)
    assert next_number((1, 2, 3), "clarifying") == (1, 3, 0)
    assert next_number((1, 2, 3), "editorial") == (1, 2, 4)
    assert follows((2, 0, 0), None, "first")
    wrong = ((0, 1, 0), None, "first"), ((1, 1, 0), None, "first"), ((1, 0, 0), None, "editorial")
    assert not [each for each in (*wrong, ((1, 2, 5), (1, 2, 3), "editorial")) if follows(*each)]


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


def test_long_texts_are_compared_in_time() -> None:
    """Two texts of 64 KiB made of few words take difflib minutes; past a bound the middle counts as all new.

    So does a text of thousands of lines.
    """
    start = process_time()
    for old, new in (
        ("a b " * 16000, "b a a " * 10000),
        ("a " * 32000, "b " * 32000),
        ("a b c d " * 110, "d c b a " * 110),
    ):
        redline(old, new)
    one, other = (
        _text(f"# {name}\n\n" + "\n".join(f"- {'a' if n % step else 'b'}" for n in range(9000)) + "\n" + START[8:])
        for name, step in (("A", 2), ("B", 3))
    )
    assert weigh(one, other) == WEIGHTS["words"]
    assert process_time() - start < 2 * support.SLOWEST
