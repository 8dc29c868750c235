"""Months by the calendar: a year after 29 February is 28 February, and a month after 31 May is 30 June."""

import calendar
from datetime import MAXYEAR, date


def after(day: date, months: int) -> date:
    """Return the day that many months later, at the latest the last of its month (and of the calendar)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
