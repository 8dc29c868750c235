"""A copy takes upstream's records and versions as they are, and upstream takes nothing of a copy but records."""

from collections.abc import Iterator

from accord.change import paths
from accord.change.compare import Change
from accord.files.problem import Problem
from accord.project.reading import LOCAL


def check(change: Change) -> Iterator[Problem]:
    """Yield each record and version that upstream has too, with other bytes: a problem where this change does that.

    And a copy's own settings that come to upstream.
    """
    local = [path for path in change.added if path.startswith(LOCAL)]
    if local and change.upstream is None and f"{LOCAL}site.yml" not in change.base.entries:
        wrong = "This is a council's own copy, and it does not belong to the project that all share."
        cure = "Send the record alone, on a branch that begins at upstream's. In a copy, the check is given --upstream."
        yield Problem(local[0], 1, "", wrong, cure)
    theirs = change.upstream.entries if change.upstream else {}
    for path in sorted(path for path, entry in change.head.entries.items() if theirs.get(path, entry) != entry):
        if paths.kind(path) in paths.PUBLISHED:
            wrong = "Upstream has a file of this name with other bytes."
            if path in change.added or path in change.edited:
                yield Problem(path, 1, "", wrong, "Take upstream's file as it is, or give yours another name.")
            else:
                yield Problem(path, 1, "", wrong, "Ask upstream's stewards which of the two is right.", "note")
