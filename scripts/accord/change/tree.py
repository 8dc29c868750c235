"""A tree as the rules see it: each file's mode and the id of its bytes, and the bytes of what they ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from accord.seals.chain import Files

# Modes as git writes them.
PLAIN, EXECUTABLE, LINK, MODULE = "100644", "100755", "120000", "160000"
REGULAR = (PLAIN, EXECUTABLE)
LARGEST_READ = 32 * 1024 * 1024  # bytes of a file that rules look into: a seal may be so large


class Entry(NamedTuple):
    """A file's mode, and the id of its bytes as git counts it."""

    mode: str
    id: str


@dataclass(frozen=True)
class Tree:
    """Every file by its path below the root. `reader` returns the bytes of paths, without those that it can't read."""

    name: str  # for people: a commit and how it was chosen
    entries: Mapping[str, Entry]
    reader: Callable[[Iterable[str]], dict[str, bytes]]
    _kept: dict[str, bytes] = field(default_factory=dict)

    def fetch(self, paths: Iterable[str]) -> None:
        """Read several files at once, and keep them."""
        self._kept.update(self.reader([path for path in paths if path in self.entries and path not in self._kept]))

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes, or None where it is absent, a link, or larger than LARGEST_READ."""
        if path not in self._kept:
            self.fetch([path])
        return self._kept.get(path)

    @property
    def files(self) -> Files:
        """The tree as the chain of seals looks at it."""

        def read(path: str, most: int) -> bytes | None:
            raw = self.read(path)
            return None if raw is None else raw[: most + 1]

        def digest(path: str) -> str | None:
            raw = self.read(path)
            return None if raw is None else hashlib.sha256(raw).hexdigest()

        return Files(self.entries.keys(), read, digest, self.fetch)
