"""Says where git wrote other bytes to disk than it keeps: digests made here would fit nobody else's (3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change.compare import Change
from accord.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield a note for each cause, at the first file, with the number of files."""
    by_cause: dict[str, list[str]] = {}
    for path, cause in change.head.smudges:
        by_cause.setdefault(cause, []).append(path)
    for cause, found in by_cause.items():
        which = "This file has" if len(found) == 1 else f"This file and {len(found) - 1} more have"
        wrong = f"{which} other bytes on disk than in git, which looks like git's own doing: {cause}."
        if "attribute" in cause:
            cure = "Take the attribute out of .gitattributes, and check the files out again."
        else:
            cure = 'Run "git config core.autocrlf false", and check the files out again.'
        yield Problem(found[0], 1, "", wrong, cure, "note")
