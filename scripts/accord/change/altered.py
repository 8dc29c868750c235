"""Where and how a published file differs from what was published."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change import paths, smudged
from accord.change.compare import MOST_READ, Change
from accord.change.tree import REGULAR, UNKNOWN
from accord.problem import Problem, shown

BACK = "Put the old file back."


def altered(change: Change, kind: paths.Kind) -> list[str]:
    """Return the published files of a kind whose bytes are others now. The rule `modes` names what is no file now."""
    base, head = change.base.entries, change.head.entries
    found = change.of(kind, change.edited)
    change.base.fetch(found[:MOST_READ])
    return [path for path in found if head[path].id not in (base[path].id, UNKNOWN) and head[path].mode in REGULAR]


def respelled(change: Change, path: str) -> Iterator[Problem]:
    """Yield a problem where only the spelling of the bytes has changed, and no word: line ends and the like."""
    raw, blob = change.head.read(path), change.base.entries[path].id
    if cause := smudged.undone(raw, blob, change.base.algorithm) if raw is not None else "":
        wrong = f"The words are the same as published, and the bytes are not ({cause})."
        yield Problem(path, 1, "", wrong, f'{BACK} Before the next change, run "git config core.autocrlf false".')


def first_line(change: Change, path: str) -> int:
    """Return the first line that differs, counted from 1."""
    old, new = (tree.read(path) for tree in (change.base, change.head))
    if old is None or new is None:
        return 1
    pairs = enumerate(zip(old.split(b"\n"), new.split(b"\n"), strict=False), 1)
    return next((number for number, (was, now) in pairs if was != now), 1)


def renamed(change: Change, path: str) -> Iterator[Problem]:
    """Yield a problem where a removed file stands elsewhere under a new name."""
    if new := change.renamed(path):
        wrong = f"This published file is renamed to {shown(new)}, and published files keep their names."
        yield Problem(path, 1, "", wrong, "Give it its old name back.")
