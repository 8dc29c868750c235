"""The Commitment: a text of blocks and clauses, its published versions, and the draft of the next one."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

BlockKind = Literal["heading", "paragraph", "bullet", "number"]
Parts: TypeAlias = tuple[int, int, int]
CLASSES = ("first", "editorial", "clarifying", "substantive")


def parts(number: str) -> Parts:
    """Return a version's three numbers. Raises ValueError where there are not three."""
    first, second, third = (int(part) for part in number.split("."))
    return first, second, third


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or list item as written. `words` is on one line, with its `**bold**` and `*italic*` marks.

    `level` is a heading's (1 to 3), else 0. `clause` is the clause's id where the paragraph is one, else "".
    """

    kind: BlockKind
    words: str
    line: int
    level: int = 0
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered promise. `label` is "Respect 2", `value` is "respect", `words` leaves the label's bold mark out."""

    id: str
    label: str
    value: str
    number: int
    words: str
    line: int
    digest: str  # of the whole paragraph on one line, its label included


@dataclass(frozen=True)
class Text:
    """A text that was read: its blocks in order, and its clauses in order."""

    blocks: tuple[Block, ...]
    clauses: tuple[Clause, ...]

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @property
    def title(self) -> str:
        """Return the words of the first heading."""
        return next((block.words for block in self.blocks if block.kind == "heading"), "")


@dataclass(frozen=True)
class Version:
    """A published version. `digest` is that of the `.md` file's bytes; `agreed` and `reason` are its stewards'."""

    number: str
    released: date
    amendment: str  # one of CLASSES
    digest: str
    text: Text
    summary: str
    path: str  # of the .md file below the root
    previous: str = ""
    reason: str = ""
    agreed: tuple[str, ...] = ()  # the short names of their offices

    @property
    def parts(self) -> Parts:
        return parts(self.number)


@dataclass(frozen=True)
class Commitment:
    """Every published version, oldest first, and the draft."""

    versions: tuple[Version, ...]
    draft: Text | None = None

    @cached_property
    def by_number(self) -> dict[str, Version]:
        return {version.number: version for version in self.versions}

    def current(self, as_of: date) -> Version | None:
        """Return the newest version released on or before a day."""
        return next((version for version in reversed(self.versions) if version.released <= as_of), None)
