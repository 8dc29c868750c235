"""What changed between two texts: clause by clause, block by block outside the clauses, and word by word."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from accord.commitment.text import Block, Clause, Text

ClauseFate = Literal["added", "removed", "reworded", "moved", "same"]
MOST_PAIRS = 200_000  # equal pairs that are weighed against each other; beyond it the middle counts as all new
Opcode = tuple[str, int, int, int, int]
Run = tuple[Literal["same", "removed", "added"], str]  # words of a redline, and what became of them


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What became of a clause. `old` or `new` is None where it was added or removed; `moved` says its words stayed."""

    id: str
    label: str
    fate: ClauseFate
    old: Clause | None
    new: Clause | None


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block outside the clauses that was added (no `old`), removed (no `new`) or changed."""

    old: Block | None
    new: Block | None


@dataclass(frozen=True)
class Difference:
    """`clauses` has every clause of both texts: the new text's in its order, then those removed, in theirs."""

    clauses: tuple[ClauseChange, ...]
    blocks: tuple[BlockChange, ...]

    @property
    def changed(self) -> tuple[ClauseChange, ...]:
        """Return the clauses that did not stay the same."""
        return tuple(change for change in self.clauses if change.fate != "same")

    @property
    def same_words(self) -> bool:
        """Say whether both texts hold the same words in the same order. Their lines may break in other places."""
        return not self.changed and not self.blocks


def difference(old: Text, new: Text) -> Difference:
    """Return what changed from `old` to `new`."""
    stayed = _in_order([c.id for c in old.clauses if c.id in new.by_id], [c.id for c in new.clauses])
    found = [_fate(clause.id, old, new, stayed) for clause in new.clauses]
    found += [_fate(clause.id, old, new, stayed) for clause in old.clauses if clause.id not in new.by_id]
    return Difference(tuple(found), _outside(old, new))


def _fate(name: str, old: Text, new: Text, stayed: set[str]) -> ClauseChange:
    before, after = old.by_id.get(name), new.by_id.get(name)
    either = after or before
    assert either is not None
    fate: ClauseFate = "same"
    if before is None or after is None:
        fate = "added" if before is None else "removed"
    elif before.digest != after.digest:
        fate = "reworded"
    elif name not in stayed:
        fate = "moved"
    return ClauseChange(name, either.label, fate, before, after)


def _in_order(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the most ids that stand in the same order in both: the longest rising run of their places."""
    places = {name: place for place, name in enumerate(old)}
    ends: list[int] = []  # the smallest end of a run of each length
    runs: list[list[str]] = []
    for name in new:
        if name in places:
            length = bisect_left(ends, places[name])
            run = [*(runs[length - 1] if length else []), name]
            ends[length:], runs[length:] = [places[name], *ends[length + 1 :]], [run, *runs[length + 1 :]]
    return set(runs[-1]) if runs else set()


def _outside(old: Text, new: Text) -> tuple[BlockChange, ...]:
    """Return what changed outside the clauses."""
    before, after = ([block for block in text.blocks if not block.clause] for text in (old, new))
    found: list[BlockChange] = []
    for op, i, j, k, m in opcodes([_look(block) for block in before], [_look(block) for block in after]):
        if op != "equal":
            found += [BlockChange(*pair) for pair in zip_longest(before[i:j], after[k:m])]
    return tuple(found)


def _look(block: Block) -> tuple[str, int, str]:
    return block.kind, block.level, block.words


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode]:
    """Return difflib's operations, at a bounded cost: what starts and ends alike is set aside first."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    end = next((i for i in range(shorter - start) if old[-1 - i] != new[-1 - i]), shorter - start)
    one, other = old[start : len(old) - end], new[start : len(new) - end]
    middle: list[Opcode] = [("replace", 0, len(one), 0, len(other))]
    if not one or not other:
        middle = [("delete" if one else "insert", 0, len(one), 0, len(other))] if one or other else []
    elif _pairs(one, other) <= MOST_PAIRS:
        middle = list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
    found: list[Opcode] = [("equal", 0, start, 0, start)] if start else []
    found += [(op, i + start, j + start, k + start, m + start) for op, i, j, k, m in middle]
    ends = (len(old) - end, len(old), len(new) - end, len(new))
    return [*found, ("equal", *ends)] if end else found


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    counts = Counter(new)
    return sum(number * counts[item] for item, number in Counter(old).items())


def redline(old: str, new: str) -> tuple[Run, ...]:
    """Return runs of words: without those `added` they are the old wording, without those `removed` the new one."""
    before, after = old.split(), new.split()
    found: list[Run] = []
    for op, i, j, k, m in opcodes(before, after):
        if op == "equal":
            found.append(("same", " ".join(before[i:j])))
            continue
        if i < j:
            found.append(("removed", " ".join(before[i:j])))
        if k < m:
            found.append(("added", " ".join(after[k:m])))
    return tuple(found)


def marked(old: str, new: str) -> str:
    """Return a redline for a terminal: `[-taken out-]` and `{+put in+}`, as `git diff --word-diff` shows them."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[op].format(words) for op, words in redline(old, new))
