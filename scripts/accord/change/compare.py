"""What differs between two trees, and who vouches for it: all that the rules of a change look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accord.change import paths
from accord.change.tree import Tree
from accord.model.commitment import digest
from accord.model.records import Record
from accord.problem import Problem
from accord.read import record

STEWARD = "A steward has to add this."
MOST_READ = 2_000  # files of which the bytes are read at once: more than any change but a hostile one takes away


@dataclass(frozen=True)
class Change:
    """`base` is what there was, `head` what there would be. `steward` says that a steward answers for the change.

    Records and versions that are exactly `upstream`'s are no part of the change: who merges them did not write them.
    """

    base: Tree
    head: Tree
    as_of: date
    steward: bool = False
    upstream: Tree | None = None

    @cached_property
    def added(self) -> list[str]:
        return [path for path in self._differing if path not in self.base.entries]

    @cached_property
    def removed(self) -> list[str]:
        return sorted(self.base.entries.keys() - self.head.entries.keys())

    @cached_property
    def edited(self) -> list[str]:
        """Return the files whose bytes or mode are no longer the base's."""
        return [path for path in self._differing if path in self.base.entries]

    @cached_property
    def touched(self) -> list[str]:
        return sorted([*self.added, *self.edited, *self.removed])

    @cached_property
    def taken(self) -> list[str]:
        """Return the records and versions that are new or other here, and exactly upstream's."""
        return sorted(path for path in self._unlike if self.from_upstream(path))

    @cached_property
    def _differing(self) -> list[str]:
        return sorted(path for path in self._unlike if not self.from_upstream(path))

    @cached_property
    def _unlike(self) -> list[str]:
        return [path for path, _ in self.head.entries.items() - self.base.entries.items()]

    def from_upstream(self, path: str) -> bool:
        """Say whether a record or a version is exactly upstream's."""
        if self.upstream is None or paths.kind(path) not in paths.PUBLISHED:
            return False
        entry = self.head.entries.get(path)
        return entry is not None and self.upstream.entries.get(path) == entry

    def of(self, kind: paths.Kind, among: list[str]) -> list[str]:
        """Return the paths of one kind."""
        return [path for path in among if paths.kind(path) == kind]

    def erases(self, path: str) -> bool:
        """Say whether the head has, in the place of this record (or its signature), the mark that it was erased."""
        return f"{paths.record_of(path)}.erased" in self.head.entries

    def renamed(self, path: str) -> str:
        """Return where the bytes of a removed file stand now under a new name, or an empty string."""
        return self._new_places.get(self.base.entries[path].id, "")

    @cached_property
    def _new_places(self) -> dict[str, str]:
        return {self.head.entries[path].id: path for path in reversed(self.added)}

    @cached_property
    def _base_by_slug(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in self.base.entries:
            if slug := paths.slug(path):
                found.setdefault(slug, []).append(path)
        return found

    def records_before(self, slug: str) -> list[Record]:
        """Return the records of a signatory that the base holds and that can be read."""
        known = self.of("record", self._base_by_slug.get(slug, []))[:MOST_READ]
        self.base.fetch(known)
        return [found for path in known if (found := read_record(self.base, path)) is not None]

    def asks(self, path: str, wrong: str, cure: str = STEWARD) -> Problem:
        """Return what a steward has to answer for: a problem, or a note where one does."""
        return Problem(path, 1, "", wrong, cure, "note" if self.steward else "problem")


def read_record(tree: Tree, path: str) -> Record | None:
    """Return a record of a tree, or None where it can't be read."""
    raw = tree.read(path)
    name = record.name(path)
    if raw is None or name is None or (fields := record.parse(path, raw)[0]) is None:
        return None
    values = {field.name: field.value for field in fields}
    return Record(path, name.event, name.slug, name.date, name.sequence, digest(raw), values)
