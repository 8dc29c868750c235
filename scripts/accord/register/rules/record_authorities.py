"""An authority signs under its own code and short name, and nobody else does; and only while it exists.

A code is judged by the day of the record, so that a record that was right stays right when councils are merged.
"""

from collections.abc import Iterator
from datetime import date

from accord.files.problem import Problem, listed, shown
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.register.authorities import Authorities, Authority
from accord.register.book import against_the_register, book
from accord.register.record import CONFIRMED, Record
from accord.register.record_fields import SERVING
from accord.register.record_messages import said
from accord.register.record_values import FORMS, codes


@against_the_register
def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield codes that are no authority's, or not the signatory's, and acts of authorities that are no more."""
    told = book(inputs.project)
    known = told.authorities
    if not known.all:
        return  # the list is missing or can't be read, which has a problem of its own
    for record in told.records:
        if record.event == "signed":
            kind = record.get("kind")
            yield from _slug(record, known, kind)
            if kind in SERVING:
                yield from _codes(record, known, kind, record.get("ons_code"), "ons_code")
        elif (own := known.slug(record.signatory)) and record.event != CONFIRMED and not own.exists_on(record.date):
            yield _at(record, "date", *_gone(own, known, record.date))
        elif record.event == "corrected" and record.get("field") == "ons_code":
            target = told.by_digest.get((record.signatory, record.get("target")))
            if target and target.get("kind") in SERVING:
                yield from _codes(record, known, target.get("kind"), record.get("value"), "value")


def _slug(record: Record, known: Authorities, kind: str) -> Iterator[Problem]:
    authority = known.slug(record.signatory)
    if authority and kind and kind != SERVING[0]:
        words = said("authority-slug", slug=shown(authority.slug), name=authority.name, kind=SERVING[0])
        yield _at(record, "kind", *words)


def _codes(record: Record, known: Authorities, kind: str, value: str, field: str) -> Iterator[Problem]:
    if not FORMS["codes"].fits(value):
        return  # the rule of the fields says so
    named = codes(value)
    if kind == SERVING[0] and len(named) > 1:
        yield _at(record, field, *said("several"))
        return
    if len(set(named)) < len(named):
        yield _at(record, field, *said("code-twice"))
    for code in named:
        problem = _code(record, known, code, field)
        if problem:
            yield problem
        elif kind == SERVING[0]:
            yield from _own(record, known, code, field)


def _code(record: Record, known: Authorities, code: str, field: str) -> Problem | None:
    authority = known.code(code)
    if authority is None:
        wrong, cure = _unknown(record, known, code)
        return _at(record, field, wrong, cure)
    day = record.date
    if authority.exists_on(day):
        return None
    return _at(record, field, *_gone(authority, known, day))


def _unknown(record: Record, known: Authorities, code: str) -> tuple[str, str]:
    for authority in known.all:
        if code in authority.former_codes:
            return said("former", code=code, name=authority.name, new=authority.code)
    own = known.slug(record.signatory)
    if own and not own.exists_on(record.date):
        return _gone(own, known, record.date)
    near = nearest(code, [authority.code for authority in known.all])
    if own and own.code:
        return said("code-own", code=code, near=near, own=own.code, name=own.name)
    return said("code", code=code, near=near)


def _gone(authority: Authority, known: Authorities, day: date) -> tuple[str, str]:
    if authority.until and authority.until <= day:
        heirs = [heir.name for slug in authority.successors if (heir := known.slug(slug))]
        return said("ended", name=authority.name, until=authority.until, day=day, heirs=listed(heirs, "or"))
    return said("begins", name=authority.name, since=authority.since, day=day)


def _own(record: Record, known: Authorities, code: str, field: str) -> Iterator[Problem]:
    authority = known.code(code)
    slug = record.signatory
    if authority and authority.slug != slug:
        own = known.slug(slug)
        parts = {"code": code, "name": authority.name, "slug": shown(authority.slug)}
        if own and own.code:
            yield _at(record, field, *said("other", **parts, own=own.code))
        else:
            yield _at(record, field, *said("other-none", **parts, place=authority.slug))


def _at(record: Record, field: str, wrong: str, cure: str) -> Problem:
    return Problem(record.path, record.line(field), field, wrong, cure)
