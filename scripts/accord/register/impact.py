"""What a change of the text touches: clauses, the words that explain them, what names them, and who signed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accord.commitment.amendment import Weight, next_number, weight, written
from accord.commitment.diff import ClauseChange, Difference, difference
from accord.commitment.text import Text, Version
from accord.register.register import Register, Signatory
from accord.register.standing import COUNTED


@dataclass(frozen=True)
class Impact:
    """`unexplained` are clauses of the new text without words; `named` says by clause which files name it."""

    version: Version
    found: Difference
    weights: Weight
    unexplained: tuple[str, ...]
    named: Mapping[str, tuple[str, ...]]
    signatories: Mapping[str, tuple[Signatory, ...]]  # by standing

    @property
    def next_number(self) -> str:
        """Return the number of the version that the words alone make."""
        return written(next_number(self.version.parts, self.weights.plain))

    @property
    def touched(self) -> tuple[ClauseChange, ...]:
        return self.found.changed

    @property
    def signing_again(self) -> tuple[Signatory, ...]:
        """Return those who would have to sign again: all whose signature stands, where the class is substantive."""
        if self.weights.plain != "substantive":
            return ()
        return tuple(signatory for state in COUNTED for signatory in self.signatories.get(state, ()))


def impact(
    version: Version, draft: Text, register: Register, explained: Iterable[str], names: Mapping[str, tuple[str, ...]]
) -> Impact:
    """Return the impact of a draft. `explained` are digests that words explain; `names` the files that name each id."""
    found = difference(version.text, draft)
    known = set(explained)
    return Impact(
        version,
        found,
        weight(found),
        tuple(clause.label for clause in draft.clauses if clause.digest not in known),
        {change.id: names[change.id] for change in found.changed if names.get(change.id)},
        {state: those for state in COUNTED if (those := register.in_state(state))},
    )
