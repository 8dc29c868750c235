"""Values of the register in words that everybody reads: dates, kinds, events, answers, where a signatory stands."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from markupsafe import Markup

from accord.files.days import day, iso_day
from accord.files.messages import table
from accord.pages.encode import encode_all as typed
from accord.register.record import ANSWERS, Record
from accord.register.register import Register, Signatory

TEXTS: dict[str, dict[str, Any]] = table(__file__)
KIND, USE, ANSWER, METHOD, AMENDMENT, FIELDS, GROUPS, FATES = (
    TEXTS[name] for name in ("kind", "use", "answer", "method", "amendment", "fields", "groups", "fates")
)
CORRECTED = Markup(' <span class="corrected">(corrected)</span>')
CLAUSE = re.compile("[a-z-]+-[0-9]+")  # the id of a clause, which is the name of the field that answers for it
__all__ = ["day", "iso_day", "typed"]  # templates ask for these here


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


def named(register: Register, slug: str) -> str:
    """Return the name of whoever has this slug, on the register or in the list of authorities."""
    if slug in register.by_slug:
        return register.by_slug[slug].name
    authority = register.authorities.slug(slug)
    return authority.name if authority else slug


def use_of_ml(s: Signatory) -> str:
    """Return what the newest of review and signing says about the use of machine learning, or an empty string."""
    newest = (s.standing.review, s.signing)
    return next((value for record in newest if record and (value := s.value(record, "use_of_ml"))), "")


def reviews(s: Signatory) -> list[Record]:
    """Return every review, newest first."""
    return [record for record in reversed(s.records) if record.event == "reviewed"]


def answers(record: Record) -> Markup:
    """Return how many promises of a review have each answer."""
    found = Counter(value for key, value in record.fields.items() if CLAUSE.fullmatch(key))
    return Markup(", ").join(f"{ANSWER[answer].lower()} {found[answer]}" for answer in ANSWERS if found[answer])


def ever_confirmed(s: Signatory) -> bool:
    return any(record.event == "signed" for record in s.records)


def shown(s: Signatory, record: Record, field: str) -> Markup:
    """Return a field as last corrected, encoded; a corrected one says so."""
    if not s.corrected:
        return typed(record.get(field))
    value = s.value(record, field)
    return typed(value) if value == record.get(field) else typed(value) + CORRECTED


def by_name(signatories: Iterable[Signatory]) -> list[Signatory]:
    return sorted(signatories, key=lambda s: (s.name.casefold(), s.slug))
