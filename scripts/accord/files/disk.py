"""The disk as somebody may have left it: pipes, devices, links, folders without end, files that nobody may read.

No link is followed, and no pipe is waited for (security.md, 3.2 and 3.4).
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Literal, NamedTuple

from accord.files.problem import Problem

FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


DEEPEST = 32  # folders in folders; ours have four


class Found(NamedTuple):
    """What lies at a path: a plain file, a link, or something odd (a pipe, a device)."""

    path: str
    kind: Literal["file", "link", "odd"]


def walk(root: Path, top: str) -> tuple[list[Found], list[Problem]]:
    """Return all files below a folder, folder by folder, and a problem for each folder that can't be read.

    A link in the place of the folder itself is found as such, and nothing behind it.
    """
    if (root / top).is_symlink():
        return [Found(top, "link")], []
    found: list[Found] = []
    problems: list[Problem] = []
    waiting = [top]  # a list of our own: a call within a call would end at a thousand folders
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(f"{root}/{here}") as entries:
                for entry in entries:
                    path = f"{here}/{entry.name}"
                    if entry.is_file(follow_symlinks=False):
                        found.append(Found(path, "file"))
                    elif not entry.is_dir(follow_symlinks=False):
                        found.append(Found(path, "link" if entry.is_symlink() else "odd"))
                    elif path.count("/") < DEEPEST:
                        waiting.append(path)
                    else:
                        wrong = f"More than {DEEPEST} folders lie in one another here."
                        problems.append(Problem(path, 1, "", wrong, "Delete them."))
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(unreadable(here, error))
    return sorted(found, key=lambda each: each.path.replace("/", "\0")), problems  # folder by folder: NUL is in no name


def start(path: Path | str, most: int) -> bytes:
    """Return at most `most` + 1 bytes of a plain file, so that a huge file costs no more than a large one.

    Raises:
        OSError: it can't be read, or is no plain file.
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


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file or folder that the system will not show."""
    wrong = f"This can't be read ({(error.strerror or 'no reason is given').lower()})."
    return Problem(path, 1, "", wrong, "Look at what it is, and who may read it.")
