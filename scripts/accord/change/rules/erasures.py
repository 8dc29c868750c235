"""Erasing a record is a steward's, leaves a mark with the record's own digest, and is never undone (design, 5)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change import paths
from accord.change.altered import BACK, altered
from accord.change.compare import Change
from accord.model.commitment import digest
from accord.problem import Problem
from accord.read import record


def check(change: Change) -> Iterator[Problem]:
    """Yield marks that are changed or deleted, marks of nothing, wrong digests, and each erasure."""
    for path in altered(change, "erased"):
        yield Problem(path, 1, "", "The mark of an erasure is changed.", BACK)
    for path in change.of("erased", change.removed):
        yield Problem(path, 1, "", "The mark of an erasure is deleted.", f"{BACK} What is erased stays erased.")
    new = sorted(change.head.entries.keys() - change.base.entries.keys())
    for path in change.of("erased", new):  # upstream's too: they must fit the records that stand here
        if not change.from_upstream(path):
            yield change.asks(path, "The change erases a record.")
        yield from _mark(change, path)


def _mark(change: Change, path: str) -> Iterator[Problem]:
    was = paths.record_of(path)
    if was not in change.base.entries:
        if not change.from_upstream(path):
            yield Problem(path, 1, "", "There was no record of this name to erase.", "Delete this file.")
        return
    raw, mark = change.base.read(was), change.head.read(path)
    fields = record.parse(path, mark)[0] if mark is not None else None
    found = next((field for field in fields or () if field.name == "digest"), None)
    if raw is not None and (found is None or found.value != digest(raw)):
        wrong = "The mark does not hold the digest of the record that was erased."
        yield Problem(path, found.line if found else 1, "digest", wrong, f"Write {digest(raw)}.")
