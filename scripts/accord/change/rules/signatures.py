"""The signature beside a record never changes and never vanishes; one that comes later is a steward's to add."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change import paths
from accord.change.altered import BACK, altered, renamed
from accord.change.compare import Change
from accord.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each `.sig` that is changed, renamed, deleted without an erasure, late, or alone."""
    for path in altered(change, "signature"):
        yield Problem(path, 1, "", "The signature of a published record is changed.", BACK)
    for path in change.of("signature", change.removed):
        if not change.erases(path):
            gone = Problem(path, 1, "", "The signature of a published record is deleted.", BACK)
            yield from list(renamed(change, path)) or [gone]
    added = set(change.added)
    for path in change.of("signature", change.added):
        record = paths.record_of(path)
        if record in added:
            continue
        if record in change.head.entries:
            yield change.asks(path, "The signature comes later than its record.")
        else:
            yield Problem(
                path, 1, "", "There is no record beside this signature.", "Add the record, or leave this out."
            )
