"""The files of a project, wherever they are kept: in a folder on disk, or in a commit. Readers take a tree, not a path.

`Overlay` is a tree with some files put over it, so that a draft is judged before it is written.
"""

import errno
import os
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from accord.files.problem import Problem

Kind = Literal["file", "link", "odd"]
DEEPEST = 32  # folders in folders; ours have four
# Names that Windows keeps for devices, whatever follows their full stop.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
FOR_WINDOWS = ("Windows can't keep a file of this name.", "Give it another one.")
# What desktops, editors and merges leave. git ignores it (.gitignore), and so does the build (scripts/hook.py).
LITTER = re.compile(r"(?i:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|~\$.*|.*~|#.*#|\..*\.sw[a-p]|.*\.(?:bak|orig|rej))")


class Found(NamedTuple):
    """What is at a path: a plain file, a link, or something odd (a pipe, a device, a submodule)."""

    path: str
    kind: Kind


class Tree(ABC):
    """Every file by its path below the root, with `/` between its parts. No link is followed."""

    @property
    def root(self) -> Path:
        """Return the folder on disk, for those that write into it. Raises ValueError: the files are in no folder."""
        raise ValueError("these files are in no folder")

    @abstractmethod
    def walk(self, top: str) -> tuple[list[Found], list[Problem]]:
        """Return all files below a folder, folder by folder, and a problem for each folder that can't be read.

        A link in the place of the folder itself is found as such, and nothing behind it.
        """

    @abstractmethod
    def kind(self, path: str) -> Kind | None:
        """Return what is at a path, or None for a folder and where nothing is."""

    @abstractmethod
    def read(self, path: str, most: int) -> bytes:
        """Return at most `most` bytes of a plain file and one more, so that a huge file costs no more than a large one.

        Raises OSError: it can't be read, or is no plain file.
        """

    def get(self, path: str, most: int) -> bytes | None:
        """Return what `read` does, or None where the file can't be read."""
        try:
            return self.read(path, most)
        except OSError:
            return None

    def fetch(self, paths: Iterable[str], most: int) -> None:
        """Make ready what will be read, where one question for many files is faster. Bounds are those of `read`."""
        del paths, most


def in_order(found: Iterable[Found]) -> list[Found]:
    """Return files folder by folder. NUL is in no name."""
    return sorted(found, key=lambda each: each.path.replace("/", "\0"))


def windows_refuses(path: str) -> bool:
    """Say whether Windows can't keep a file of this path, so that a clone there ends without its files."""
    return any(part[-1:] in {".", " "} or part.split(".")[0].lower() in DEVICES for part in path.split("/"))


def too_deep(folder: str) -> Problem:
    """Return the problem of a folder in which nobody looks."""
    return Problem(folder, 1, "", f"More than {DEEPEST} folders lie in one another here.", "Delete them.")


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file or folder that the system will not show."""
    wrong = f"This can't be read ({(error.strerror or 'no reason is given').lower()})."
    return Problem(path, 1, "", wrong, "Look at what it is, and who may read it.")


def refused(number: int, path: str) -> OSError:
    """Return what a disk would raise for a path, by the number of `errno`."""
    return OSError(number, os.strerror(number), path)


@dataclass(frozen=True)
class Overlay(Tree):
    """A tree with files put over it, by path. None is a file that is taken away."""

    under: Tree
    files: Mapping[str, bytes | None]

    @property
    def root(self) -> Path:
        return self.under.root

    def walk(self, top: str) -> tuple[list[Found], list[Problem]]:
        found, problems = self.under.walk(top)
        kept = [each for each in found if each.path not in self.files]
        written = (path for path, raw in self.files.items() if raw is not None)
        new = [Found(path, "file") for path in written if path.startswith(f"{top}/")]
        return in_order([*kept, *new]), problems

    def kind(self, path: str) -> Kind | None:
        if path in self.files:
            return "file" if self.files[path] is not None else None
        return self.under.kind(path)

    def read(self, path: str, most: int) -> bytes:
        if path not in self.files:
            return self.under.read(path, most)
        raw = self.files[path]
        if raw is None:
            raise refused(errno.ENOENT, path)
        return raw[: most + 1]

    def fetch(self, paths: Iterable[str], most: int) -> None:
        self.under.fetch([path for path in paths if path not in self.files], most)
