"""A frozen release of the guidance never changes and never vanishes: answers are carried over by its words."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change import paths
from accord.change.altered import BACK, altered, first_line, renamed, respelled
from accord.change.compare import Change
from accord.problem import Problem

NEXT = 'New words belong to the next release: "accord release-guidance".'


def check(change: Change) -> Iterator[Problem]:
    """Yield each release that is changed, renamed or deleted, and each new one."""
    for path in altered(change, "release"):
        yield from list(respelled(change, path)) or [_changed(change, path)]
    for path in change.of("release", change.removed):
        yield from list(renamed(change, path)) or [_deleted(path)]
    for path in change.of("release", change.added):
        yield change.asks(path, f"The change freezes release {paths.release(path)} of the guidance.")


def _changed(change: Change, path: str) -> Problem:
    wrong = f"Release {paths.release(path)} of the guidance is frozen, and a frozen release never changes."
    return Problem(path, first_line(change, path), "", wrong, f"{BACK} {NEXT}")


def _deleted(path: str) -> Problem:
    wrong = f"Release {paths.release(path)} of the guidance is frozen, and a frozen release never vanishes."
    return Problem(path, 1, "", wrong, BACK)
