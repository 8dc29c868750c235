"""Who takes over from a trust, a charity or a supplier is a council, or another signatory; and never a circle.

For a council that ends, the list of authorities alone decides who follows, so that no record is needed.
"""

from collections import defaultdict
from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import Guesses, Inputs
from accord.register.book import Book, against_the_register, book
from accord.register.reading import is_slug
from accord.register.record import Record
from accord.register.record_messages import said


@against_the_register
def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield successions of authorities, and successors that are unknown, the signatory itself, or in a circle."""
    told = book(inputs.project)
    after: dict[str, set[str]] = defaultdict(set)
    for entries in told.counting.values():
        for record in entries:
            if record.event == "succeeded":
                after[record.signatory].add(record.get("successor"))
    for authority in told.authorities.all:
        after[authority.slug].update(authority.successors)
    guesses = Guesses(20)  # the register may be long
    for record in told.records:
        if record.event == "succeeded" and record.get("successor"):
            yield from _each(told, record, after, guesses)


def _each(told: Book, record: Record, after: dict[str, set[str]], guesses: Guesses) -> Iterator[Problem]:
    slug, heir = record.signatory, record.get("successor")
    authority = told.authorities.slug(heir)
    if own := told.authorities.slug(slug):
        yield Problem(record.path, record.line("event"), "event", *said("list-decides", name=own.name))
    elif heir == slug:
        yield _at(record, *said("itself"))
    elif slug in _reached(heir, after):
        yield _at(record, *said("circle", heir=shown(heir), slug=shown(slug)))
    elif authority and not authority.exists_on(record.date):
        yield _at(record, *said("heir-gone", name=authority.name, day=record.date))
    elif is_slug(heir) and not authority and heir not in told.counting:
        yield _at(record, *said("heir-unknown", heir=shown(heir), near=guesses.nearest(heir, told.counting)))


def _reached(slug: str, after: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [slug]
    while ahead:
        for heir in after.get(ahead.pop(), ()):
            if heir not in found:
                found.add(heir)
                ahead.append(heir)
    return found


def _at(record: Record, wrong: str, cure: str) -> Problem:
    return Problem(record.path, record.line("successor"), "successor", wrong, cure)
