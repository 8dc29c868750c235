"""A published version never changes and never vanishes; a new one is the draft, frozen, and a steward's (design, 5)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change import paths
from accord.change.altered import BACK, altered, first_line, renamed, respelled
from accord.change.compare import Change
from accord.problem import Problem
from accord.read.commitment import DRAFT


def check(change: Change) -> Iterator[Problem]:
    """Yield each version that is changed, renamed or deleted, and each new one."""
    for path in altered(change, "version"):
        yield from list(respelled(change, path)) or [_changed(change, path)]
    for path in change.of("version", change.removed):
        yield from list(renamed(change, path)) or [_deleted(path)]
    numbers: set[str] = set()
    for path in change.of("version", change.added):
        if (number := paths.version(path)) not in numbers:
            numbers.add(number)
            yield change.asks(path, f"The change publishes version {number}.")
        if path.endswith(".md") and change.head.entries[path].id not in _drafts(change):
            wrong = f"The text of version {number} is not that of the draft."
            yield Problem(path, 1, "", wrong, 'Publish it with "accord release", which freezes the draft as it stands.')


def _changed(change: Change, path: str) -> Problem:
    wrong = f"Version {paths.version(path)} is published, and a published version never changes."
    cure = f'{BACK} A slip is mended in a new version, an erratum: change the draft, then "accord release".'
    return Problem(path, first_line(change, path), "", wrong, cure)


def _deleted(path: str) -> Problem:
    wrong = f"Version {paths.version(path)} is published, and a published version never vanishes."
    return Problem(path, 1, "", wrong, f"{BACK} A newer version takes its place without deleting it.")


def _drafts(change: Change) -> set[str]:
    """Return the ids of the draft as it was and as it would be: a release may be the draft's own first change."""
    return {tree.entries[DRAFT].id for tree in (change.base, change.head) if DRAFT in tree.entries}
