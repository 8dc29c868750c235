"""A published version, and a frozen release of the guidance, never changes and never vanishes.

The first seal will list the versions that there are. Before it, this rule alone keeps them as they are.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.change import paths
from accord.change.compare import Change
from accord.change.said import said
from accord.commitment.folder import DRAFT, LARGEST
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each version and release that is changed or gone, and new versions that no steward can have published."""
    for path in (*change.edited, *change.removed):
        if (kind := paths.kind(path)) in ("version", "release"):
            gone = path in change.removed
            yield said(f"{kind} {'removed' if gone else 'edited'}", path, 1 if gone else _line(change, path))
    drafts = {tree.entries[DRAFT].id for tree in (change.base, change.head) if DRAFT in tree.entries}
    sealed = change.chains[1].sealed
    for path in change.of("version", change.added):
        if path not in sealed:
            yield said("version unsealed", path, number=PurePosixPath(path).stem)
        elif path.endswith(".md") and change.head.entries[path].id not in drafts:
            yield said("version no draft", path, number=PurePosixPath(path).stem)


def _line(change: Change, path: str) -> int:
    """Return the first line that differs, counted from 1."""
    old, new = (tree.get(path, LARGEST) or b"" for tree in (change.base, change.head))
    pairs = enumerate(zip(old.split(b"\n"), new.split(b"\n"), strict=False), 1)
    return next((number for number, (was, now) in pairs if was != now), 1)
