"""An authority signs under its own code and names, and nobody else does; and only while it exists.

A code is judged by the day of the record, so that a record that was right stays right when councils are merged.
No organisation's name or short name reads like a council's, or like that of another signatory (authority_names.py).
What a correction gives as a name or a code is judged like a first one.
"""

from collections.abc import Iterator

from accord.files.problem import Problem, listed, shown
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.register.authorities import Authorities, Authority
from accord.register.authority_names import forms, reads_like
from accord.register.book import Book, against_the_register, book
from accord.register.record import CONFIRMED, Record
from accord.register.record_fields import SERVING
from accord.register.record_values import FORMS, codes


@against_the_register
def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield codes that are no authority's, or not the signatory's, acts of those that are no more, and taken names."""
    told = book(inputs.project)
    yield from _names(told)
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
            yield _gone(record, "date", own, known)
        elif record.event == "corrected" and record.get("field") == "ons_code":
            target = told.by_digest.get((record.signatory, record.get("target")))
            if target and target.get("kind") in SERVING:
                yield from _codes(record, known, target.get("kind"), record.get("value"), "value")


def _slug(record: Record, known: Authorities, kind: str) -> Iterator[Problem]:
    authority = known.slug(record.signatory)
    if authority and kind and kind != SERVING[0]:
        named = {"slug": shown(authority.slug), "name": authority.name}
        yield record.fault("kind", "authority-slug", **named, kind=SERVING[0])


def _codes(record: Record, known: Authorities, kind: str, value: str, field: str) -> Iterator[Problem]:
    if not FORMS["codes"].fits(value):
        return  # the rule of the fields says so
    named = codes(value)
    if kind == SERVING[0] and len(named) > 1:
        yield record.fault(field, "several")
        return
    if len(set(named)) < len(named):
        yield record.fault(field, "code-twice")
    for code in named:
        authority = known.code(code)
        if authority is None:
            yield _unknown(record, known, code, field)
        elif not authority.exists_on(record.date):
            yield _gone(record, field, authority, known)
        elif kind == SERVING[0] and authority.slug != record.signatory:
            own = known.slug(record.signatory)
            key, place = ("other", own.code) if own and own.code else ("other-none", authority.slug)
            parts = {"code": code, "name": authority.name, "slug": shown(authority.slug)}
            yield record.fault(field, key, **parts, own=place, place=place)


def _unknown(record: Record, known: Authorities, code: str, field: str) -> Problem:
    for authority in known.all:
        if code in authority.former_codes:
            return record.fault(field, "former", code=code, name=authority.name, new=authority.code)
    own = known.slug(record.signatory)
    if own and not own.exists_on(record.date):
        return _gone(record, field, own, known)
    near = nearest(code, [authority.code for authority in known.all])
    if own and own.code:
        return record.fault(field, "code-own", code=code, near=near, own=own.code, name=own.name)
    return record.fault(field, "code", code=code, near=near)


def _gone(record: Record, field: str, authority: Authority, known: Authorities) -> Problem:
    day = record.date
    if authority.until and authority.until <= day:
        heirs = listed([heir.name for slug in authority.successors if (heir := known.slug(slug))], "or")
        return record.fault(field, "ended", name=authority.name, until=authority.until, day=day, heirs=heirs)
    return record.fault(field, "begins", name=authority.name, since=authority.since, day=day)


def _names(told: Book) -> Iterator[Problem]:
    """Yield signings and corrections with a name that another has, and signings under such a short name."""
    councils = forms(told.authorities.all)
    signatories: dict[str, dict[str, str]] = {}  # the names of those that count, once and now: slug -> as written
    for record in (record for entries in told.counting.values() for record in entries):
        if name := _named(record):
            signatories.setdefault(reads_like(name), {})[record.signatory] = name
    for record in told.records:
        if told.authorities.slug(record.signatory):
            continue  # a council: its short name is its own, and it names no other
        if form := reads_like(_named(record)):
            field = "organisation" if record.event == "signed" else "value"
            if council := next(iter(councils.get(form, ())), None):
                yield record.fault(field, "reads-like", name=council.name, slug=council.slug)
            elif others := {s: name for s, name in signatories.get(form, {}).items() if s != record.signatory}:
                slug, name = next(iter(others.items()))
                yield record.fault(field, "reads-like", name=shown(name), slug=slug)
        form = reads_like(record.signatory.replace("-", " ")) if record.event == "signed" else ""
        if council := next(iter(councils.get(form, ())), None):
            yield record.fault("signatory", "slug-reads-like", name=council.name, slug=council.slug)


def _named(record: Record) -> str:
    """Return the name that a signing or a correction gives its signatory."""
    if record.event == "corrected" and record.get("field") == "organisation":
        return record.get("value")
    return record.get("organisation") if record.event == "signed" else ""
