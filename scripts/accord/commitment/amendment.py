"""How much a text may change in a version of each class: what follows from the words alone, what two stewards
may argue for, and which number comes next.

Every word counts alike, in a promise and outside. A definition or a sentence before the first promise can take a
promise back, and a program can't tell which one does.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from accord.commitment.diff import BlockChange, ClauseChange, Difference, difference
from accord.commitment.text import Block, Clause, Parts, Text
from accord.files.spelling import only_punctuation, only_spelling

# From the lightest to the heaviest; "none" is no change at all, and no class.
WEIGHTS = ("none", "editorial", "clarifying", "substantive")


@dataclass(frozen=True, slots=True)
class Weight:
    """The class that follows without argument, and the lightest that a recorded reason can argue for."""

    plain: str
    argued: str


PUNCTUATION = Weight("editorial", "editorial")
SLIP = Weight("substantive", "editorial")  # a machine can't tell a slip of the pen from another word
WORDS = Weight("substantive", "clarifying")  # one promise told as two, or two as one, may promise the same


def weigh(old: Text, new: Text) -> Weight:
    """Return what a change from `old` to `new` amounts to. Lines that break in other places are editorial."""
    return weight(difference(old, new))


def weight(found: Difference) -> Weight:
    """Return the weight of the heaviest change, with and without argument."""
    weights = [PUNCTUATION, *map(of_clause, found.changed), *map(of_block, found.blocks)]
    return Weight(_heaviest(w.plain for w in weights), _heaviest(w.argued for w in weights))


def _heaviest(classes: Iterable[str]) -> str:
    return max(classes, key=WEIGHTS.index)


def of_clause(change: ClauseChange) -> Weight:
    """Return the weight of one clause's fate."""
    return WORDS if change.fate == "moved" else _of_words(change.old, change.new)


def of_block(change: BlockChange) -> Weight:
    """Return the weight of a change outside the clauses."""
    old, new = change.old, change.new
    reshaped = old and new and (old.kind, old.level) != (new.kind, new.level)
    return WORDS if reshaped else _of_words(old, new)


def _of_words(old: Block | Clause | None, new: Block | Clause | None) -> Weight:
    if old is None or new is None:
        return WORDS
    if only_punctuation(old.words, new.words):
        return PUNCTUATION
    return SLIP if only_spelling(old.words, new.words) else WORDS


def refusal(weights: Weight, wanted: str, reason: str) -> tuple[str, str] | None:
    """Return what is wrong with a class and its cure, or None where the class may stand."""
    if wanted not in WEIGHTS[1:]:
        return f"A version that follows another can't be {wanted}.", f"Its class is {weights.plain}."
    rank = WEIGHTS.index
    if rank(wanted) < rank(weights.argued):
        wrong = f"The class {wanted} is too light: the words that changed make it {weights.plain}."
        either = weights.argued if weights.argued == weights.plain else f"{weights.argued} with a reason"
        return wrong, f"The lightest class that they allow is {either}."
    if wanted == weights.plain or reason.strip():
        return None
    than = "lighter" if rank(wanted) < rank(weights.plain) else "heavier"
    wrong = f"The class {wanted} is {than} than the words alone make it ({weights.plain})."
    return wrong, f"Write the reason of two stewards, or make it {weights.plain}."


def follows(number: Parts, previous: Parts | None, amendment: str) -> bool:
    """Say whether a version's number is the one that its class gives it."""
    if previous is None:
        return amendment == "first" and number[0] >= 1 and number[1:] == (0, 0)
    return amendment in WEIGHTS[1:] and number == next_number(previous, amendment)


def next_number(previous: Parts | None, amendment: str) -> Parts:
    """Return the number of the version that follows: the class says which of the three rises, and the rest are 0."""
    if previous is None:
        return 1, 0, 0
    first, second, third = previous
    if amendment == "substantive":
        return first + 1, 0, 0
    return (first, second + 1, 0) if amendment == "clarifying" else (first, second, third + 1)


def written(number: Parts) -> str:
    """Return a number as people write it: 1.0.0."""
    return ".".join(map(str, number))
