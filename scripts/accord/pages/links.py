"""What links need to know: where each id has its place, and how a source is cited."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """An id's place: its kind, its label for a link, and the page it lives on. `own`: the page has nothing else."""

    id: str
    kind: str
    label: str
    page: str
    own: bool = False

    @property
    def address(self) -> str:
        return self.page if self.own else f"{self.page}#{self.id}"


class Cited(Protocol):
    """A source, as far as a citation shows it."""

    @property
    def cite(self) -> str: ...
    @property
    def strength(self) -> str: ...


class Linked(Protocol):
    """Whatever knows the places of ids: the guidance, or a part of it."""

    @property
    def entries(self) -> Mapping[str, Entry]: ...
    @property
    def source_by_id(self) -> Mapping[str, Cited]: ...
    @property
    def clause_labels(self) -> Mapping[str, str]: ...
    @property
    def address(self) -> str:
        """The site's own address, or an empty string where it has none yet."""

    def repository_of(self, path: str) -> str:
        """Return the address of the repository that a file is changed in, or an empty string."""
