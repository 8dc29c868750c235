"""Days, in words and out of them."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day(value: date) -> str:
    """Return "22 November 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def read_day(value: str) -> date | None:
    """Return the day that a value names (ISO 8601), or None."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def iso_day(value: str) -> str:
    """Return "2026-11-22" in words. What is no date, as it is."""
    found = read_day(value)
    return day(found) if found else value
