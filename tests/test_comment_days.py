"""Which days count for comment, and that GOVERNANCE.md says the same."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from accord.commitment.comment_days import DAYS, SUMMER, WINTER, easter, holiday, last_day
from accord.files.days import MONTHS

SUNDAYS = ("1818-03-22", "2008-03-23", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25")
# The first day and the last of each holiday, Monday to Sunday where it is a week of its own.
HOLIDAYS = (
    ("2025-10-27", "2025-11-02"), ("2025-12-18", "2026-01-05"), ("2026-02-16", "2026-02-22"),
    ("2026-03-30", "2026-04-12"), ("2026-05-25", "2026-05-31"), ("2026-07-20", "2026-09-05"),
    ("2026-10-26", "2026-11-01"), ("2027-02-15", "2027-02-21"), ("2027-05-31", "2027-06-06"),
)  # fmt: skip


def test_easter_sunday() -> None:
    """The earliest and the latest that can be, and some near us."""
    assert [easter(int(day[:4])).isoformat() for day in SUNDAYS] == list(SUNDAYS)


def test_school_holidays_do_not_count() -> None:
    for ends in HOLIDAYS:
        first, last = map(date.fromisoformat, ends)
        days = [first + timedelta(days=place) for place in range(-1, (last - first).days + 2)]
        assert [holiday(day) for day in days] == [False, *[True] * (len(days) - 2), False], ends


def test_the_last_day() -> None:
    """The first day counts and the last too; what is left out makes it later; the end of all days is an end."""
    assert last_day(date(2026, 9, 7), "editorial") == date(2026, 9, 13)
    assert last_day(date(2026, 12, 17), "editorial") == date(2027, 1, 11)
    assert last_day(date(2026, 7, 20), "clarifying") == date(2026, 10, 5)
    assert last_day(date(2026, 11, 22), "substantive") == date(2027, 3, 17)
    assert last_day(date(9999, 12, 1), "substantive") == date.max


def test_governance_says_the_same(root: Path) -> None:
    """Readers are told the numbers and the days that the program keeps to."""
    told = (root / "GOVERNANCE.md").read_text(encoding="utf-8")
    assert {row[0]: int(row[1]) for row in re.findall(r"(?m)^\| (\w+) \|[^|]*\| (\d+) \|", told)} == DAYS
    for first, last in (SUMMER, WINTER):
        assert " to ".join(f"{day} {MONTHS[month - 1]}" for month, day in (first, last)) in told
