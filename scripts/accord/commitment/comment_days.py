"""Days for comment: how many each class asks for, and which days count (GOVERNANCE.md, "Consulted on").

The numbers stand here, in the program, and in GOVERNANCE.md for readers: a test holds both together.
"""

from datetime import date, timedelta

DAYS = {"editorial": 7, "clarifying": 30, "substantive": 90}
# What does not count, as month and day, both ends included: school holidays in England. Each council sets its own, and
# these are near to most. A holiday of half a term is the week, Monday to Sunday, in which its day lies.
SUMMER, WINTER = ((7, 20), (9, 5)), ((12, 18), (1, 5))
HALF_TERMS = ((2, 17), (5, 31), (10, 29))
EASTER = (-6, 7)  # days from Easter Sunday: from the Monday before it to the Sunday after it


def last_day(opened: date, amendment: str) -> date:
    """Return the earliest last day for comment on a version of this class; the first day and the last count."""
    left, day = DAYS[amendment], opened
    while day < date.max:
        left -= not holiday(day)
        if not left:
            break
        day += timedelta(days=1)
    return day


def holiday(day: date) -> bool:
    """Say whether a day is left out."""
    own = (day.month, day.day)
    if SUMMER[0] <= own <= SUMMER[1] or own >= WINTER[0] or own <= WINTER[1]:
        return True
    week = day.isocalendar()[:2]
    if any(date(day.year, *middle).isocalendar()[:2] == week for middle in HALF_TERMS):
        return True
    return EASTER[0] <= (day - easter(day.year)).days <= EASTER[1]


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar: the anonymous algorithm of Nature, 1876."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)
