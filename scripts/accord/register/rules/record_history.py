"""A record follows from those that count: what is reviewed or ended was signed before, and nothing is dated to come.

A record is judged against those that a steward has confirmed and sealed, in the order in which they count, and
never against claims: nobody's claim can stand in the way of another's.
"""

from collections.abc import Iterator
from datetime import timedelta

from accord.files.problem import Problem
from accord.project.inputs import Inputs
from accord.register.book import Book, against_the_register, book
from accord.register.record import CONFIRMED, Erased, Record
from accord.register.record_messages import said
from accord.register.standing import ENDINGS

AHEAD = timedelta(days=1)  # a day ahead is today in another time zone


@against_the_register
def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield records of days to come, records before what they rest on, and records after an end."""
    told = book(inputs.project)
    heirs = {record.get("successor") for entries in told.counting.values() for record in entries}
    for record in told.records:
        if record.date - inputs.as_of > AHEAD:
            words = said("future", day=record.date, today=inputs.as_of)
            yield Problem(record.path, record.line("date"), "date", *words)
        if record.event != CONFIRMED:
            heir = record.signatory in heirs or bool(told.authorities.predecessors(record.signatory))
            yield from _follows(record, list(_others(told, record)), heir)


def _others(told: Book, record: Record) -> Iterator[Record | Erased]:
    """Yield the signatory's other records that count, what is left of erased ones too."""
    slug = record.signatory
    yield from (other for other in told.counting.get(slug, ()) if other is not record)
    yield from told.erased.get(slug, ())


def _follows(record: Record, others: list[Record | Erased], heir: bool) -> Iterator[Problem]:
    event = record.event
    signed, ended = False, None
    for item in sorted((each for each in others if each.place < record.place), key=lambda each: each.place):
        if item.event == "signed":
            signed, ended = True, None
        elif item.event in ENDINGS and ended is None:
            ended = item
    same_day = next((each for each in others if each.event in ENDINGS and each.date == record.date), None)
    if event == "signed" and same_day:
        yield Problem(record.path, record.line("date"), "date", *said("same-day", path=same_day.path))
    elif ended is not None and event not in {"signed", "corrected"} and not _another_successor(record, ended):
        yield Problem(record.path, record.line("event"), "event", *said("over", path=ended.path))
    elif ended is None and event == "reviewed" and not signed:
        yield Problem(record.path, record.line("event"), "event", *said("unsigned"))
    elif ended is None and event in ENDINGS and not (signed or heir):
        yield Problem(record.path, record.line("event"), "event", *said("nothing"))


def _another_successor(record: Record, ended: Record | Erased) -> bool:
    """Say whether a record names a further successor: one signatory may be followed by several."""
    if record.event != "succeeded" or ended.event != "succeeded":
        return False
    return isinstance(ended, Erased) or ended.get("successor") != record.get("successor")
