"""A tree as the rules see it: each file's mode and the id of its bytes, and the bytes of what they ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# Modes as git writes them. SPECIAL is ours: a pipe or a device, which git would not take.
PLAIN, EXECUTABLE, LINK, MODULE, SPECIAL = "100644", "100755", "120000", "160000", "000000"
REGULAR = (PLAIN, EXECUTABLE)
LARGEST_READ = 256 * 1024  # bytes of a file that rules look into, as in read/text.py
UNKNOWN = ""  # the id of what is too large, or no file: it equals nothing


class Entry(NamedTuple):
    """A file's mode, and the id of its bytes as git counts it."""

    mode: str
    id: str


class Smudge(NamedTuple):
    """A file whose bytes on disk are not those in git although nobody edited it, and what does that."""

    path: str
    cause: str


@dataclass(frozen=True)
class Tree:
    """Every file by its path below the root. `reader` returns the bytes of paths, without those that it can't read."""

    name: str  # for people: a folder, or a commit and how it was chosen
    algorithm: str  # of the ids: sha1 or sha256
    entries: Mapping[str, Entry]
    reader: Callable[[Iterable[str]], dict[str, bytes]]
    smudges: tuple[Smudge, ...] = ()
    _kept: dict[str, bytes] = field(default_factory=dict)

    def fetch(self, paths: Iterable[str]) -> None:
        """Read several files at once, and keep them."""
        self._kept.update(self.reader([path for path in paths if path in self.entries and path not in self._kept]))

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes, or None where it is absent, a link, or larger than LARGEST_READ."""
        if path not in self._kept:
            self.fetch([path])
        return self._kept.get(path)


def blob_id(raw: bytes, algorithm: str) -> str:
    """Return the id that git gives to these bytes."""
    hashed = hashlib.sha256 if algorithm == "sha256" else hashlib.sha1
    return hashed(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()
