"""A new record is dated about the day on which it comes: a date is a claim, and others mislead (design, 5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from accord.change.compare import Change
from accord.problem import Problem
from accord.read import record

BEFORE, AFTER = timedelta(days=31), timedelta(days=1)  # a day ahead is today in another time zone


def check(change: Change) -> Iterator[Problem]:
    """Yield added records that are dated too early (a steward may add them) or too late (nobody may)."""
    for path in change.of("record", change.added):
        name = record.name(path)
        if name is None:
            continue
        if name.date - change.as_of > AFTER:
            wrong = f"The record is dated {name.date}, more than one day after {change.as_of}."
            yield Problem(path, 1, "", wrong, "Date it, and name its file, by the day on which you make it.")
        elif change.as_of - name.date > BEFORE:
            wrong = f"The record is dated {name.date}, more than 31 days before {change.as_of}."
            yield change.asks(path, wrong, "Date it by the day on which you make it, or a steward has to add this.")
