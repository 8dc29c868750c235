"""What is added is a plain file: a link publishes what it points at, a submodule is what nobody here checked (3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change.compare import Change
from accord.change.paths import in_the_commitment
from accord.change.tree import EXECUTABLE, LINK, MODULE, SPECIAL, UNKNOWN
from accord.problem import Problem

OUT = "Take it out of the change."


def check(change: Change) -> Iterator[Problem]:
    """Yield links, submodules, pipes and devices, programs, and files too large to compare."""
    for path in [*change.added, *change.edited]:
        entry = change.head.entries[path]
        if entry.mode == LINK:
            wrong = "This is a symbolic link (mode 120000), and its target would be published."
            yield Problem(path, 1, "", wrong, "Replace it by the file itself.")
        elif entry.mode == MODULE:
            wrong = "This is a submodule (mode 160000): files of another repository, which no rule reads."
            yield Problem(path, 1, "", wrong, OUT)
        elif entry.mode == SPECIAL:
            yield Problem(path, 1, "", "This is a pipe or a device, and no file.", OUT)
        elif entry.id == UNKNOWN:
            yield Problem(path, 1, "", "The file can't be read, or is larger than 100 MiB.", OUT)
        elif entry.mode == EXECUTABLE:
            yield from _program(change, path)


def _program(change: Change, path: str) -> Iterator[Problem]:
    was = change.base.entries.get(path)
    if in_the_commitment(path):
        wrong = "The file is marked as a program (mode 100755), and nothing here is one."
        yield Problem(path, 1, "", wrong, 'Take the mark away: "git update-index --chmod=-x", then chmod -x.')
    elif was is None or was.mode != EXECUTABLE:
        yield change.asks(path, "The change marks this file as a program (mode 100755).")
