"""An authority signs under its own code and short name, and nobody else does.

A code is judged by the day of the record, so that a record that was right stays right when councils are merged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.ids import nearest
from accord.model.authorities import Authorities, Authority
from accord.model.record_fields import SERVING
from accord.model.record_values import FORMS, codes
from accord.problem import Problem, listed, shown
from accord.record_book import Entry, book
from accord.rules.base import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield signings (and corrections of them) whose code is no authority's, or not that of the signatory."""
    told = book(inputs.project)
    known = told.authorities
    if not known.all:
        return  # the list is missing or can't be read, which has a problem of its own
    for entry in told.entries:
        record = entry.record
        if record.event == "signed":
            kind = record.get("kind")
            yield from _slug(entry, known, kind)
            if kind in SERVING:
                yield from _codes(entry, known, kind, record.get("ons_code"), "ons_code")
        elif record.event == "corrected" and record.get("field") == "ons_code":
            target = told.by_digest.get(record.get("target"))
            if target and target.record.get("kind") in SERVING:
                yield from _codes(entry, known, target.record.get("kind"), record.get("value"), "value")


def _slug(entry: Entry, known: Authorities, kind: str) -> Iterator[Problem]:
    authority = known.slug(entry.record.signatory)
    if authority and kind and kind != SERVING[0]:
        wrong = f"{shown(authority.slug)} is the short name of an authority ({authority.name})."
        yield _at(entry, "kind", wrong, f"Write {SERVING[0]}, or choose another short name.")


def _codes(entry: Entry, known: Authorities, kind: str, value: str, field: str) -> Iterator[Problem]:
    if not FORMS["codes"].fits(value):
        return  # the rule of the fields says so
    named = codes(value)
    if kind == SERVING[0] and len(named) > 1:
        yield _at(entry, field, "The value names more than one authority.", "An authority signs for itself alone.")
        return
    if len(set(named)) < len(named):
        yield _at(entry, field, "A code stands twice.", "Delete one of them.")
    for code in named:
        problem = _code(entry, known, code, field)
        if problem:
            yield problem
        elif kind == SERVING[0]:
            yield from _own(entry, known, code, field)


def _code(entry: Entry, known: Authorities, code: str, field: str) -> Problem | None:
    authority = known.code(code)
    if authority is None:
        wrong, cure = _unknown(entry, known, code)
        return _at(entry, field, wrong, cure)
    day = entry.record.date
    if authority.exists_on(day):
        return None
    return _at(entry, field, *_gone(authority, known, day))


def _unknown(entry: Entry, known: Authorities, code: str) -> tuple[str, str]:
    for authority in known.all:
        if code in authority.former_codes:
            return f"{code} is the former code of {authority.name}.", f"Write the new one: {authority.code}."
    own = known.slug(entry.record.signatory)
    cure = f"Write {own.code}, the code of {own.name}." if own else "Look it up in data/authorities.yml."
    return f"{code} is the code of no authority.{nearest(code, [a.code for a in known.all])}", cure


def _gone(authority: Authority, known: Authorities, day: date) -> tuple[str, str]:
    if authority.until and authority.until <= day:
        heirs = [heir.name for slug in authority.successors if (heir := known.slug(slug))]
        cure = f"Name what took over: {listed(heirs, 'or')}."
        return f"{authority.name} ended on {authority.until}, and the record is dated {day}.", cure
    return f"{authority.name} begins on {authority.since}, and the record is dated {day}.", "Wait until that day."


def _own(entry: Entry, known: Authorities, code: str, field: str) -> Iterator[Problem]:
    authority = known.code(code)
    slug = entry.record.signatory
    if authority and authority.slug != slug:
        own = known.slug(slug)
        wrong = f"{code} is the code of {authority.name}, whose short name is {shown(authority.slug)}."
        cure = f"Write {own.code}." if own else f"Move the record to commitment/signatories/{authority.slug}/."
        yield _at(entry, field, wrong, cure)


def _at(entry: Entry, field: str, wrong: str, cure: str) -> Problem:
    return Problem(entry.path, entry.line(field), field, wrong, cure)
