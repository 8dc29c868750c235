"""The disk as somebody may have left it: pipes, devices, links, folders without end, files that nobody may read.

No link is followed, and no pipe is waited for (security.md, 3.2 and 3.4).
"""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from accord.files.problem import Problem
from accord.files.tree import DEEPEST, LITTER, Found, Kind, Tree, in_order, too_deep, unreadable

FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Disk(Tree):
    """The files of a folder on disk, as they are at the moment of asking, without what desktops and editors left."""

    folder: Path

    @property
    def root(self) -> Path:
        return self.folder

    def walk(self, top: str) -> tuple[list[Found], list[Problem]]:
        if (self.folder / top).is_symlink():
            return [Found(top, "link")], []
        found: list[Found] = []
        problems: list[Problem] = []
        waiting = [top]  # a list of our own: a call within a call would end at a thousand folders
        while waiting:
            here = waiting.pop()
            try:
                with os.scandir(f"{self.folder}/{here}") as entries:
                    for entry in entries:
                        path = f"{here}/{entry.name}"
                        if LITTER.fullmatch(entry.name):
                            continue
                        if entry.is_file(follow_symlinks=False):
                            found.append(Found(path, "file"))
                        elif not entry.is_dir(follow_symlinks=False):
                            found.append(Found(path, "link" if entry.is_symlink() else "odd"))
                        elif path.count("/") < DEEPEST:
                            waiting.append(path)
                        else:
                            problems.append(too_deep(path))
            except FileNotFoundError:
                continue
            except OSError as error:
                problems.append(unreadable(here, error))
        return in_order(found), problems

    def kind(self, path: str) -> Kind | None:
        try:
            mode = os.lstat(f"{self.folder}/{path}").st_mode
        except (OSError, ValueError):  # a name that no disk can hold
            return None
        if stat.S_ISDIR(mode):
            return None
        return "link" if stat.S_ISLNK(mode) else "file" if stat.S_ISREG(mode) else "odd"

    def read(self, path: str, most: int) -> bytes:
        return start(f"{self.folder}/{path}", most)


def start(path: Path | str, most: int) -> bytes:
    """Return at most `most` + 1 bytes of a plain file, so that a huge file costs no more than a large one.

    Raises OSError: it can't be read, or is no plain file.
    """
    number = os.open(path, FLAGS)
    try:
        found = os.fstat(number)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            raise OSError(0, "no plain file")
        # One read, mostly: it asks for one byte more than there are, and gets fewer than it asked for.
        raw, asked = b"", min(most, found.st_size) + 1
        while (part := os.read(number, asked)) and len(raw) + len(part) <= most:
            raw += part
            if len(part) < asked and len(raw) >= found.st_size:
                return raw
            asked = most + 1 - len(raw)
        return raw + part
    finally:
        os.close(number)
