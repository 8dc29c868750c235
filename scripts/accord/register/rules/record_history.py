"""A record follows from those that count: what is reviewed or ended was signed before, and nothing is dated to come.

A record is judged against those that a steward has confirmed and sealed, in the order in which they count, and
never against claims: nobody's claim can stand in the way of another's.

Who takes over from a trust, a charity or a supplier is a council, or another signatory; and never a circle. For a
council that ends, the list of authorities alone decides who follows, so that no record is needed.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from accord.files.problem import Problem, shown
from accord.project.inputs import Guesses, Inputs
from accord.register.authorities import reached
from accord.register.book import Book, against_the_register, book
from accord.register.reading import is_slug
from accord.register.record import CONFIRMED, Erased, Record
from accord.register.standing import ENDINGS

AHEAD = timedelta(days=1)  # a day ahead is today in another time zone


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield records of days to come, claims too, and what does not follow from the register."""
    for record in book(inputs.project).records:
        if record.date - inputs.as_of > AHEAD:
            yield record.fault("date", "future", day=record.date, today=inputs.as_of)
    yield from _in_order(inputs)


@against_the_register
def _in_order(inputs: Inputs) -> Iterator[Problem]:
    """Yield records before what they rest on, and after an end, and successors that can't be."""
    told = book(inputs.project)
    after: dict[str, set[str]] = defaultdict(set)
    for record in (record for entries in told.counting.values() for record in entries):
        if record.event == "succeeded":
            after[record.signatory].add(record.get("successor"))
    heirs = {heir for those in after.values() for heir in those}
    for authority in told.authorities.all:
        after[authority.slug].update(authority.successors)
    guesses = Guesses(20)  # the register may be long
    for record in told.records:
        if record.event != CONFIRMED:
            heir = record.signatory in heirs or bool(told.authorities.predecessors(record.signatory))
            yield from _follows(record, list(_others(told, record)), heir)
        if record.event == "succeeded" and record.get("successor"):
            yield from _successor(told, record, after, guesses)


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
        yield record.fault("date", "same-day", path=same_day.path)
    elif ended is not None and event not in {"signed", "corrected"} and not _another_successor(record, ended):
        yield record.fault("event", "over", path=ended.path)
    elif ended is None and event == "reviewed" and not signed:
        yield record.fault("event", "unsigned")
    elif ended is None and event in ENDINGS and not (signed or heir):
        yield record.fault("event", "nothing")


def _another_successor(record: Record, ended: Record | Erased) -> bool:
    """Say whether a record names a further successor: one signatory may be followed by several."""
    if record.event != "succeeded" or ended.event != "succeeded":
        return False
    return isinstance(ended, Erased) or ended.get("successor") != record.get("successor")


def _successor(told: Book, record: Record, after: dict[str, set[str]], guesses: Guesses) -> Iterator[Problem]:
    slug, heir = record.signatory, record.get("successor")
    authority = told.authorities.slug(heir)
    if own := told.authorities.slug(slug):
        yield record.fault("event", "list-decides", name=own.name)
    elif heir == slug:
        yield record.fault("successor", "itself")
    elif slug in reached(heir, after):
        yield record.fault("successor", "circle", heir=shown(heir), slug=shown(slug))
    elif authority and not authority.exists_on(record.date):
        yield record.fault("successor", "heir-gone", name=authority.name, day=record.date)
    elif is_slug(heir) and not authority and heir not in told.counting:
        near = guesses.nearest(heir, told.counting)
        yield record.fault("successor", "heir-unknown", heir=shown(heir), near=near)
