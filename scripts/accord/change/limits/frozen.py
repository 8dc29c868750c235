"""A published version, and a frozen release of the guidance, never changes and never vanishes.

The first seal will list the versions that there are. Before it, this rule alone keeps them as they are.
"""

from collections.abc import Iterator

from accord.change import paths
from accord.change.compare import Change
from accord.commitment.folder import DRAFT, LARGEST
from accord.files.problem import Problem

BACK = "Put the old file back."
MEND = {
    "version": 'A slip is mended in a new version: change the draft, then "accord release".',
    "release": 'New words belong to the next release: "accord release-guidance".',
}


def check(change: Change) -> Iterator[Problem]:
    """Yield each version and release that is changed or gone, and new versions that no steward can have published."""
    for kind, cure in MEND.items():
        for path in (path for path in change.edited if paths.kind(path) == kind):
            yield Problem(path, _line(change, path), "", "This is published, and never changes.", f"{BACK} {cure}")
        for path in (path for path in change.removed if paths.kind(path) == kind):
            yield Problem(path, 1, "", "This is published, and never vanishes.", f"{BACK} {cure}")
    drafts = {tree.entries[DRAFT].id for tree in (change.base, change.head) if DRAFT in tree.entries}
    sealed = change.chains[1].sealed
    for path in change.of("version", change.added):
        if path not in sealed:
            wrong = f"Only two stewards publish a version, and no seal lists {paths.find_version(path)}."
            yield Problem(path, 1, "", wrong, 'They seal it: "accord seal --key KEY".')
        elif path.endswith(".md") and change.head.entries[path].id not in drafts:
            wrong = f"The text of version {paths.find_version(path)} is not that of the draft."
            yield Problem(path, 1, "", wrong, 'Publish it with "accord release", which freezes the draft as it stands.')


def _line(change: Change, path: str) -> int:
    """Return the first line that differs, counted from 1."""
    old, new = (tree.get(path, LARGEST) or b"" for tree in (change.base, change.head))
    pairs = enumerate(zip(old.split(b"\n"), new.split(b"\n"), strict=False), 1)
    return next((number for number, (was, now) in pairs if was != now), 1)
