"""Each record has the fields of its event, in their order, with values of the right form (../record_fields.py).

What its words may not hold is an e-mail address, a person's title before an office, spaces too many. What a correction
gives for a field is judged like that field.
"""

import re
from collections.abc import Iterator

from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Guesses, Inputs
from accord.register.book import Book, book, clause_of
from accord.register.record import KINDS, Record
from accord.register.record_fields import CHECKED, TABLE, Spec
from accord.register.record_messages import said
from accord.register.record_values import wrong as wrong_value

EVENTS_OF = {spec.name: spec.events for spec in TABLE}
MAIL = re.compile(r"[^\s@](@|%(25)*40)[^\s@.]++\.[^\s@.]")  # %40 is an @ inside a link
# Where a text may speak of an @; names and offices have none.
FREE = re.compile(r"statement|reason|ground|value|reserves_.*|.*_why")
OWN_WORDS = re.compile(r".*url|.*_evidence")  # the form of these fields says what is wrong with an @
# A record names an office and nobody who holds it. A Lord Mayor is an office.
TITLE = re.compile(
    r"(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord(?! Mayor)|Lady(?! Mayor)|Cllr|Councillor|Rev|Revd)\.? [A-Z]"
)


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield unknown, missing and misplaced fields, and values that don't have the form of their field."""
    told = book(inputs.project)
    guesses = Guesses()
    for record in told.records:
        yield from _each(told, record, guesses)
    for file in (*told.folder.records, *told.folder.erased):
        fields = file.fields or {}
        for line, (name, value) in enumerate(fields.items(), 1):
            yield from _words((file.path, line, name), value, fields.get("field", name) if name == "value" else name)


def _each(told: Book, record: Record, guesses: Guesses) -> Iterator[Problem]:
    specs = told.specs(record)
    for name in record.fields:
        if name in specs:
            yield from _value(record, name, specs[name][1])
        elif not (clause_of(name) and record.event in {"signed", "reviewed"}):  # of a clause the versions' rule speaks
            yield _unknown(record, name, list(specs), guesses)
    yield from _order(record, specs)
    strange = [name for name in record.fields if name not in specs]
    for name, (_, spec) in specs.items():
        if _needed(spec, record) and name not in record.fields and not guesses.nearest(name, strange):
            yield record.fault("", "missing", name=name, about=spec.about[0].lower() + spec.about[1:])


def _value(record: Record, name: str, spec: Spec) -> Iterator[Problem]:
    kind = record.get("kind")
    if spec.kinds and kind in KINDS and kind not in spec.kinds:
        yield record.fault(name, "use", kind=kind)
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


def _unknown(record: Record, field: str, names: list[str], guesses: Guesses) -> Problem:
    events = EVENTS_OF.get(field, ())
    if events:
        return record.fault(field, "event", event=record.event, events=listed(events, "or"))
    near = guesses.nearest(field, names)
    key = "unknown-near" if near else "unknown"
    return record.fault(field, key, near=near, event=record.event, names=listed(names[:30]))


def _order(record: Record, specs: dict[str, tuple[int, Spec]]) -> Iterator[Problem]:
    """Yield the first field that stands before one which it should follow."""
    last = ("", -1)
    for name in record.fields:
        place = specs[name][0] if name in specs else last[1]
        if place < last[1]:
            yield record.fault(name, "order", last=last[0])
            return
        last = (name, place) if name in specs else last


def _words(place: tuple[str, int, str], value: str, meant: str) -> Iterator[Problem]:
    """Yield what is wrong with the words of a field, `meant` being the one that it is the value of."""
    if ("@" in value or "40" in value) and not OWN_WORDS.fullmatch(meant):
        if MAIL.search(value):
            yield Problem(*place, *said("mail"))
        elif "@" in value and not FREE.fullmatch(meant):
            yield Problem(*place, *said("at"))
    if value[:1] == " " or value[-1:] == " " or "  " in value:
        yield Problem(*place, *said("space"))
    if meant == "role" and (title := TITLE.match(value)):
        yield Problem(*place, *said("title", title=shown(title[1])))
