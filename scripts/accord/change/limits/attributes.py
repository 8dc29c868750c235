"""No file may tell git to change the bytes of records and texts on the way to the disk: gitattributes(5)."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each `.gitattributes` that the change adds, edits or deletes."""
    for path in change.of("attributes", [*change.added, *change.edited, *change.removed]):
        wrong = "A .gitattributes file decides with which bytes git writes files, and sealed bytes would change."
        cure = "Leave it out. Whoever holds the repository changes the one at the top by hand."
        yield Problem(path, 1, "", wrong, cure)
