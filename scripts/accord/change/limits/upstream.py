"""A copy takes upstream's records and versions as they are, and upstream takes nothing of a copy but records."""

from collections.abc import Iterator
from dataclasses import replace

from accord.change import paths
from accord.change.compare import Change
from accord.change.said import said
from accord.files.problem import Problem
from accord.project.reading import LOCAL


def check(change: Change) -> Iterator[Problem]:
    """Yield each record and version that upstream has too, with other bytes: a problem where this change does that.

    And a copy's own settings that come to upstream.
    """
    local = [path for path in change.added if path.startswith(LOCAL)]
    if local and change.upstream is None and f"{LOCAL}site.yml" not in change.base.entries:
        yield said("copy", local[0])
    theirs = change.upstream.entries if change.upstream else {}
    for path in sorted(path for path, entry in change.head.entries.items() if theirs.get(path, entry) != entry):
        if paths.kind(path) in paths.PUBLISHED:
            own = path in change.added or path in change.edited
            yield said("other bytes", path) if own else replace(said("other bytes before", path), severity="note")
