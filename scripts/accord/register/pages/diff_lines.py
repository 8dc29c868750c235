"""A difference between two texts, and its impact, as lines for a terminal."""

from collections import Counter
from collections.abc import Iterator

from accord.commitment.amendment import Weight
from accord.commitment.diff import BlockChange, ClauseChange, Difference
from accord.commitment.redline import marked
from accord.files.problem import listed
from accord.register.impact import Impact
from accord.register.standing import WORDS

FATES = {"reworded": "reworded", "added": "added", "removed": "removed", "moved": "moved", "same": "the same"}


def changes(found: Difference) -> Iterator[str]:
    """Yield what changed, clause by clause, then outside the clauses."""
    counts: Counter[str] = Counter(change.fate for change in found.clauses)
    yield f"Clauses: {', '.join(f'{counts[fate]} {word}' for fate, word in FATES.items() if counts[fate]) or 'none'}."
    for change in found.changed:
        yield ""
        yield from _clause(change)
    if found.blocks:
        yield ""
        yield "Outside the clauses:"
        yield from map(_block, found.blocks)
    if found.same_words:
        yield "The words are the same. If the files differ, their lines break in other places."


def _clause(change: ClauseChange) -> Iterator[str]:
    yield f"{change.label} is {change.fate}:"
    yield f"  {marked(change.old.words if change.old else '', change.new.words if change.new else '')}"


def _block(change: BlockChange) -> str:
    old, new = change.old, change.new
    line = new.line if new else old.line if old else 0
    which = f"line {line}" if new else f"line {line} of the older text"
    return f"  {which}: {marked(old.words if old else '', new.words if new else '')}"


def classed(weights: Weight) -> str:
    """Return a sentence about the class that follows."""
    if weights.plain == weights.argued:
        return f"The words alone make it {weights.plain}, and no reason can make it lighter."
    return f"The words alone make it {weights.plain}. Two stewards can publish a reason to call it {weights.argued}."


def touched(found: Impact) -> Iterator[str]:
    """Yield what a draft touches: class, clauses, words, what names them, signatories."""
    yield f"The draft against {found.version.number}, released {found.version.released}."
    yield ""
    yield from changes(found.found)
    yield ""
    if not found.found.same_words:
        yield f"{classed(found.weights)} Its number would be {found.next_number}."
        yield ""
    yield f"Plain words to write: {listed(found.unexplained) or 'none'}."
    yield "Related to the clauses that change:"
    for name, places in found.named.items():
        yield f"  {name}: {', '.join(places)}"
    if not found.named:
        yield "  nothing"
    yield ""
    yield from _signatories(found)


def _signatories(found: Impact) -> Iterator[str]:
    total = sum(map(len, found.signatories.values()))
    yield f"Signatories whose signature stands: {total}."
    for state, those in found.signatories.items():
        yield f"  {WORDS[state]}: {len(those)} ({', '.join(signatory.slug for signatory in those)})"
    again = found.signing_again
    if again:
        who = f"All {len(again)}" if len(again) > 1 else "It"
        yield f"{who} would have to sign again, unless two stewards publish a reason why not."
    elif total:
        yield "Nobody would have to sign again: their signatures carry over."
