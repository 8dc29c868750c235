"""Finds the files of a folder, and the mode and id of each, without following a link or trusting a size or a time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from accord.change.git import Unreadable
from accord.change.tree import EXECUTABLE, LARGEST_READ, LINK, MODULE, PLAIN, SPECIAL, UNKNOWN, Entry, blob_id

DEEPEST = 64  # folders in folders: more than a page, a style or a program of any project needs
LARGEST = 100 * 1024 * 1024  # bytes of a file that is compared; GitHub takes none that is larger
MOST = 500_000  # files of a tree: many times what 10,000 signatories have
# No link is followed, and no pipe waited for. Windows has neither flag.
FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# What tools leave in a folder, which .gitignore names: looked over only where no git says what belongs to the tree.
LEFT_AT_THE_TOP = {".git", ".venv", "build", "site", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
LEFT_ANYWHERE = {"__pycache__"}


def below(root: Path, folder: str = "") -> Iterator[str]:
    """Yield the path of each file under a folder ("" is the root, without what tools leave there).

    A repository of its own inside is one entry, as it is for git.

    Raises:
        Unreadable: a folder may not be looked into, or there are too many files.
    """
    count, waiting = 0, [folder] if not (root / folder).is_symlink() else []
    while waiting:
        here = waiting.pop()
        entries = [entry for entry in _entries(root, here) if folder or not _left(here, entry.name)]
        if here and any(entry.name == ".git" for entry in entries):
            yield here
            continue
        for entry in entries:
            path = f"{here}/{entry.name}" if here else entry.name
            if entry.is_dir(follow_symlinks=False):
                if path.count("/") >= DEEPEST:
                    raise Unreadable(f"More than {DEEPEST} folders lie in one another in {root / path}. Delete them.")
                waiting.append(path)
                continue
            count += 1
            if count > MOST:
                raise Unreadable(f"{root} holds more than {MOST:,} files. Look at what fills it.")
            yield path


def _left(here: str, name: str) -> bool:
    return name in LEFT_ANYWHERE or (not here and name in LEFT_AT_THE_TOP)


def _entries(root: Path, folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(f"{root}/{folder}" if folder else root) as found:
            return list(found)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Unreadable(f"{root / folder} can't be read ({error.strerror}). Look at who may read it.") from None


def entry_at(path: str, algorithm: str) -> Entry | None:
    """Return the mode and id of what lies at a path, or None where nothing does."""
    raw_mode = _raw(path, LARGEST)
    if raw_mode is None:
        return _no_file(path, algorithm)
    mode, raw = raw_mode
    return Entry(mode, UNKNOWN if len(raw) > LARGEST else blob_id(raw, algorithm))


def contents(path: str) -> bytes | None:
    """Return a plain file's bytes, or None where it is none, or larger than rules look into."""
    found = _raw(path, LARGEST_READ)
    return None if found is None or len(found[1]) > LARGEST_READ else found[1]


def _raw(path: str, most: int) -> tuple[str, bytes] | None:
    """Return mode and at most `most` + 1 bytes of a plain file, or None where it is none."""
    try:
        number = os.open(path, FLAGS)
    except OSError:
        return None
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            return None
        mode = EXECUTABLE if status.st_mode & stat.S_IXUSR and os.name != "nt" else PLAIN
        if status.st_size > most:
            return mode, bytes(most + 1)
        raw = os.read(number, status.st_size + 1)
        while len(raw) < status.st_size and (more := os.read(number, status.st_size - len(raw))):
            raw += more
        return mode, raw
    finally:
        os.close(number)


def _no_file(path: str, algorithm: str) -> Entry | None:
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError):
        return None
    if stat.S_ISLNK(mode):
        return Entry(LINK, blob_id(os.fsencode(Path(path).readlink()), algorithm))
    if stat.S_ISDIR(mode):
        return Entry(MODULE, UNKNOWN) if os.path.lexists(f"{path}/.git") else None
    return Entry(PLAIN if stat.S_ISREG(mode) else SPECIAL, UNKNOWN)
