"""Values of the register in words that everybody reads: dates, kinds, events, answers, where a signatory stands."""

from __future__ import annotations

import re
from datetime import date

from markupsafe import Markup

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
KIND = {
    "local-authority": "Council",
    "childrens-trust": "Children’s trust",
    "organisation": "Organisation",
    "supplier": "Supplier",
}
USE = {
    "none": "Uses none",
    "exploring": "Exploring",
    "piloting": "Piloting",
    "in-use": "In use",
    "stopped": "Stopped",
}
ANSWER = {"kept": "Kept", "partly": "Partly kept", "not-yet": "Not yet kept", "not-applicable": "Does not apply"}
METHOD = {
    "minute": "a public minute",
    "domain": "a page on its own website",
    "letter": "a letter",
    "meeting": "a meeting",
}
AMENDMENT = {
    "first": "first version",
    "editorial": "editorial: spelling and punctuation",
    "clarifying": "clarifying: the promises mean the same",
    "substantive": "substantive: the promises changed",
}
EVENT = {
    "signed": "Signed",
    "confirmed": "Confirmed",
    "reviewed": "Reviewed",
    "corrected": "Corrected",
    "succeeded": "Succeeded",
    "withdrawn": "Withdrawn",
}
_NOT_PLAIN = re.compile(r"[^\w ]|_")
_SPACES = re.compile(r"\s+")
_ASCII = {chr(code): f"&#{code};" for code in range(128)}
_EMPTY = Markup("")


def typed(value: str) -> Markup:
    """Return a value from a record as it was typed: what `encode_all` returns (a test says so), and faster."""
    if not value:
        return _EMPTY
    flat = _SPACES.sub(" ", value).strip()
    return Markup(_NOT_PLAIN.sub(_reference, flat))  # noqa: S704  every sign is a decimal reference


def _reference(match: re.Match[str]) -> str:
    sign = match[0]
    return _ASCII.get(sign) or f"&#{ord(sign)};"


def day(value: date) -> str:
    """Return "22 November 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def iso_day(value: str) -> str:
    """Return "2026-11-22" in words. What is no date, as it is."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def time(value: date) -> Markup:
    """Return a date as an element that both people and programs read."""
    return Markup(f'<time datetime="{value.isoformat()}">{day(value)}</time>')  # noqa: S704  digits and month names


def count(number: int, one: str, many: str) -> str:
    """Return "1 council" or "1,204 councils"."""
    return f"{number:,} {one if number == 1 else many}"


def having(number: int) -> str:
    """Return "No organisation has", "1 organisation has" or "2 organisations have"."""
    return count(number, "organisation has", "organisations have") if number else "No organisation has"


def others(number: int) -> str:
    """Return what is said of those whose signature does not carry over, or an empty string where there are none."""
    if not number:
        return ""
    return f"{count(number, 'organisation', 'organisations')} signed another version, and not this one."
