"""A change to anything but a new record is looked at by a steward: the rules, the pages, the draft (security.md, 5)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change import paths
from accord.change.compare import Change
from accord.problem import Problem

MOST = 50  # files that are named one by one


def check(change: Change) -> Iterator[Problem]:
    """Yield a problem for each file that is no record and no version, and one for all beyond the first MOST."""
    others = [path for path in change.touched if paths.kind(path) in ("draft", "other")]
    base, head = change.base.entries, change.head.entries
    for path in others[:MOST]:
        verb = "adds" if path not in base else "edits" if path in head else "deletes"
        what = "the draft of the Commitment" if paths.kind(path) == "draft" else "a file that is no record"
        yield change.asks(path, f"The change {verb} {what}.")
    if more := others[MOST:]:
        yield change.asks(more[0], f"The change touches this file and {len(more) - 1} more that are no records.")
