"""Days in words."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day(value: date) -> str:
    """Return "22 November 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def iso_day(value: str) -> str:
    """Return "2026-11-22" in words. What is no date, as it is."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value
