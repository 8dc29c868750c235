"""Each record has the fields of its event, in their order, with values of the right form (../record_fields.py)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.files.problem import Problem, listed
from accord.project.inputs import Guesses, Inputs
from accord.register.book import Book, Entry, book, clause_of
from accord.register.reading import Field
from accord.register.record import KINDS
from accord.register.record_fields import CHECKED, TABLE, Spec
from accord.register.record_messages import said
from accord.register.record_values import wrong as wrong_value

EVENTS_OF = {spec.name: spec.events for spec in TABLE}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield unknown, missing and misplaced fields, and values that have not the form of their field."""
    told = book(inputs.project)
    guesses = Guesses()
    for entry in told.entries:
        yield from _each(told, entry, guesses)


def _each(told: Book, entry: Entry, guesses: Guesses) -> Iterator[Problem]:
    specs = told.specs(entry.record)
    known = []
    for field in entry.fields:
        if field.name in specs:
            known.append(field)
            yield from _value(entry, field, specs[field.name][1])
        elif not _of_a_clause(entry, field.name):
            yield _unknown(entry, field, list(specs), guesses)
    yield from _order(entry, known, specs)
    strange = [field.name for field in entry.fields if field.name not in specs]
    for name, (_, spec) in specs.items():
        if _needed(spec, entry) and name not in entry.record.fields and not guesses.nearest(name, strange):
            yield Problem(entry.path, 1, "", *said("missing", name=name, about=_lower(spec.about)))


def _value(entry: Entry, field: Field, spec: Spec) -> Iterator[Problem]:
    kind = entry.record.get("kind")
    if spec.kinds and kind in KINDS and kind not in spec.kinds:
        yield Problem(entry.path, field.line, field.name, *said("use", kind=kind))
        return
    if found := wrong_value(spec, field.value):
        yield Problem(entry.path, field.line, field.name, *found)


def _needed(spec: Spec, entry: Entry) -> bool:
    record = entry.record
    if spec.kinds:
        return record.get("kind") in spec.kinds
    if spec.name == "checked_url":
        return record.get("method") in CHECKED
    if spec.clause:
        return False  # which clauses are answered, the rule of the versions says
    return record.event in spec.needed


def _of_a_clause(entry: Entry, name: str) -> bool:
    """Say whether a field is that of a clause, of which the rule of the versions speaks."""
    return bool(clause_of(name)) and entry.record.event in {"signed", "reviewed"}


def _unknown(entry: Entry, field: Field, names: list[str], guesses: Guesses) -> Problem:
    events = EVENTS_OF.get(field.name, ())
    if events:
        words = said("event", event=entry.record.event, events=listed(events, "or"))
        return Problem(entry.path, field.line, field.name, *words)
    near = guesses.nearest(field.name, names)
    key = "unknown-near" if near else "unknown"
    words = said(key, near=near, event=entry.record.event, names=listed(names[:30]))
    return Problem(entry.path, field.line, field.name, *words)


def _order(entry: Entry, known: list[Field], specs: dict[str, tuple[int, Spec]]) -> Iterator[Problem]:
    """Yield the first field that stands before one which it should follow."""
    last = ("", -1)
    for field in known:
        place = specs[field.name][0]
        if place < last[1]:
            yield Problem(entry.path, field.line, field.name, *said("order", last=last[0]))
            return
        last = (field.name, place)


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
