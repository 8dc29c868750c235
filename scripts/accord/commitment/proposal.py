"""What the draft proposes: each change since the newest version, with what data/consultations/ says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from accord.commitment.amendment import WEIGHTS, Weight, next_number, of_block, of_clause, written
from accord.commitment.consultation import Consultation
from accord.commitment.diff import BlockChange, ClauseChange, difference
from accord.commitment.text import Clause, Commitment, Version
from accord.project.element import Element


@dataclass(frozen=True, slots=True)
class Proposed:
    """One change, and what is said of it, if anything is."""

    change: ClauseChange | BlockChange
    said: Element | None

    @property
    def weight(self) -> Weight:
        """Return the class that the words make it, and the lightest that a reason can argue for."""
        return of_clause(self.change) if isinstance(self.change, ClauseChange) else of_block(self.change)

    @property
    def clause(self) -> Clause | None:
        """Return the clause that changes, as it would be, or as it was where it goes. None outside the clauses."""
        return (self.change.new or self.change.old) if isinstance(self.change, ClauseChange) else None

    @property
    def amendment(self) -> str:
        """Return the class that is proposed, or else the one that the words alone make it."""
        return self.said.amendment if self.said else self.weight.plain


def proposed(texts: Commitment, changes: Iterable[Element]) -> list[Proposed]:
    """Return what the draft changes, clauses first. Where there is no draft or no version, nothing is proposed."""
    if texts.draft is None or not texts.versions:
        return []
    found = difference(texts.versions[-1].text, texts.draft)
    touched: tuple[ClauseChange | BlockChange, ...] = (*found.changed, *found.blocks)
    told = tuple(changes)
    return [Proposed(each, next((one for one in told if speaks(one, each)), None)) for each in touched]


def speaks(said: Element, change: ClauseChange | BlockChange) -> bool:
    """Say whether this is said of that change."""
    if isinstance(change, ClauseChange):
        return bool(said.clause == change.id)
    block = change.new or change.old
    return bool(block and said.text and block.words.replace("*", "").startswith(said.text))


def number(newest: Version, found: Iterable[Proposed]) -> str:
    """Return the number of the version that would follow, by the heaviest class that is proposed."""
    return written(next_number(newest.parts, max((each.amendment for each in found), key=WEIGHTS.index)))


def consulted(texts: Commitment, consultations: Iterable[Consultation]) -> Consultation | None:
    """Return what is said of the next version, which is not published yet."""
    return next((each for each in consultations if each.changes and each.number not in texts.by_number), None)
