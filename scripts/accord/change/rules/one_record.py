"""A change adds one record: each is looked at by itself, and none rides along unseen (security.md, section 5)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change.compare import Change
from accord.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield one problem where there are more records than one, at the first of them."""
    records = change.of("record", change.added)
    if len(records) > 1:
        wrong = f"The change adds {len(records)} records, and a change adds one."
        yield change.asks(records[0], wrong, "Send each in a change of its own, or a steward has to add them.")
