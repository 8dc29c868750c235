"""Who takes over from a trust, a charity or a supplier is a council, or another signatory; and never a circle.

For a council that ends, the list of authorities alone decides who follows, so that no record is needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import Guesses, Inputs
from accord.register.book import Book, Entry, book
from accord.register.reading import is_slug
from accord.register.record_messages import said


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield successions of authorities, and successors that are unknown, the signatory itself, or in a circle."""
    told = book(inputs.project)
    after: dict[str, set[str]] = defaultdict(set)
    for entries in told.counting.values():
        for entry in entries:
            if entry.record.event == "succeeded":
                after[entry.record.signatory].add(entry.record.get("successor"))
    for authority in told.authorities.all:
        after[authority.slug].update(authority.successors)
    guesses = Guesses(20)  # the register may be long
    for entry in told.entries:
        if entry.record.event == "succeeded" and entry.record.get("successor"):
            yield from _each(told, entry, after, guesses)


def _each(told: Book, entry: Entry, after: dict[str, set[str]], guesses: Guesses) -> Iterator[Problem]:
    slug, heir = entry.record.signatory, entry.record.get("successor")
    authority = told.authorities.slug(heir)
    if own := told.authorities.slug(slug):
        yield Problem(entry.path, entry.line("event"), "event", *said("list-decides", name=own.name))
    elif heir == slug:
        yield _at(entry, *said("itself"))
    elif slug in _reached(heir, after):
        yield _at(entry, *said("circle", heir=shown(heir), slug=shown(slug)))
    elif authority and not authority.exists_on(entry.record.date):
        yield _at(entry, *said("heir-gone", name=authority.name, day=entry.record.date))
    elif is_slug(heir) and not authority and heir not in told.counting:
        yield _at(entry, *said("heir-unknown", heir=shown(heir), near=guesses.nearest(heir, told.counting)))


def _reached(slug: str, after: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [slug]
    while ahead:
        for heir in after.get(ahead.pop(), ()):
            if heir not in found:
                found.add(heir)
                ahead.append(heir)
    return found


def _at(entry: Entry, wrong: str, cure: str) -> Problem:
    return Problem(entry.path, entry.line("successor"), "successor", wrong, cure)
