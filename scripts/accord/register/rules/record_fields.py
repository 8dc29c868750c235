"""Each record has the fields of its event, in their order, with values of the right form (../record_fields.py)."""

from collections.abc import Iterator

from accord.files.problem import Problem, listed
from accord.project.inputs import Guesses, Inputs
from accord.register.book import Book, book, clause_of
from accord.register.record import KINDS, Record
from accord.register.record_fields import CHECKED, TABLE, Spec
from accord.register.record_messages import said
from accord.register.record_values import wrong as wrong_value

EVENTS_OF = {spec.name: spec.events for spec in TABLE}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield unknown, missing and misplaced fields, and values that have not the form of their field."""
    told = book(inputs.project)
    guesses = Guesses()
    for record in told.records:
        yield from _each(told, record, guesses)


def _each(told: Book, record: Record, guesses: Guesses) -> Iterator[Problem]:
    specs = told.specs(record)
    for name in record.fields:
        if name in specs:
            yield from _value(record, name, specs[name][1])
        elif not _of_a_clause(record, name):
            yield _unknown(record, name, list(specs), guesses)
    yield from _order(record, specs)
    strange = [name for name in record.fields if name not in specs]
    for name, (_, spec) in specs.items():
        if _needed(spec, record) and name not in record.fields and not guesses.nearest(name, strange):
            yield Problem(record.path, 1, "", *said("missing", name=name, about=_lower(spec.about)))


def _value(record: Record, name: str, spec: Spec) -> Iterator[Problem]:
    kind = record.get("kind")
    if spec.kinds and kind in KINDS and kind not in spec.kinds:
        yield Problem(record.path, record.line(name), name, *said("use", kind=kind))
        return
    if found := wrong_value(spec, record.get(name)):
        yield Problem(record.path, record.line(name), name, *found)


def _needed(spec: Spec, record: Record) -> bool:
    if spec.kinds:
        return record.get("kind") in spec.kinds
    if spec.name == "checked_url":
        return record.get("method") in CHECKED
    if spec.clause:
        return False  # which clauses are answered, the rule of the versions says
    return record.event in spec.needed


def _of_a_clause(record: Record, name: str) -> bool:
    """Say whether a field is that of a clause, of which the rule of the versions speaks."""
    return bool(clause_of(name)) and record.event in {"signed", "reviewed"}


def _unknown(record: Record, field: str, names: list[str], guesses: Guesses) -> Problem:
    events = EVENTS_OF.get(field, ())
    if events:
        words = said("event", event=record.event, events=listed(events, "or"))
        return Problem(record.path, record.line(field), field, *words)
    near = guesses.nearest(field, names)
    key = "unknown-near" if near else "unknown"
    words = said(key, near=near, event=record.event, names=listed(names[:30]))
    return Problem(record.path, record.line(field), field, *words)


def _order(record: Record, specs: dict[str, tuple[int, Spec]]) -> Iterator[Problem]:
    """Yield the first field that stands before one which it should follow."""
    last = ("", -1)
    for name in record.fields:
        place = specs[name][0] if name in specs else last[1]
        if place < last[1]:
            yield Problem(record.path, record.line(name), name, *said("order", last=last[0]))
            return
        last = (name, place) if name in specs else last


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
