"""A fork that merges upstream takes its records and versions as they are: one name has one content."""

from collections.abc import Iterator

from accord.change import paths
from accord.change.compare import Change
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each record and version that upstream has too, with other bytes: a problem where this change does that."""
    if change.upstream is None:
        return
    made = {*change.added, *change.edited}
    theirs = change.upstream.entries
    for path in sorted(path for path, entry in change.head.entries.items() if theirs.get(path, entry) != entry):
        if paths.kind(path) not in paths.PUBLISHED:
            continue
        wrong = "Upstream has a file of this name with other bytes."
        cure = "Take upstream's file as it is, or give yours another name."
        if path in made:
            yield Problem(path, 1, "", wrong, cure)
        else:
            yield Problem(path, 1, "", wrong, "Ask upstream's stewards which of the two is right.", "note")
