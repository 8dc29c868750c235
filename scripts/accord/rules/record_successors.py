"""Who takes over is another signatory: for an authority, one that the list of authorities names; and never a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from accord.model.record_messages import said
from accord.problem import Problem, listed, shown
from accord.read.record import is_slug
from accord.record_book import Book, Entry, book
from accord.rules.base import Guesses, Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield successors that are the signatory itself, not those of the list, or in a circle; unknown ones as notes."""
    told = book(inputs.project)
    after: dict[str, set[str]] = defaultdict(set)
    entries = [entry for entry in told.entries if entry.record.event == "succeeded" and entry.record.get("successor")]
    for entry in entries:
        after[entry.record.signatory].add(entry.record.get("successor"))
    for authority in told.authorities.all:
        after[authority.slug].update(authority.successors)
    guesses = Guesses(20)  # the register may be long
    for entry in entries:
        yield from _each(told, entry, after, guesses)


def _each(told: Book, entry: Entry, after: dict[str, set[str]], guesses: Guesses) -> Iterator[Problem]:
    slug, heir = entry.record.signatory, entry.record.get("successor")
    authority = told.authorities.slug(slug)
    if heir == slug:
        yield _at(entry, *said("itself"))
    elif slug in _reached(heir, after):
        yield _at(
            entry, f"{shown(heir)} is itself succeeded by {shown(slug)}, so nobody would be left.", "Name another."
        )
    elif authority and heir not in authority.successors:
        key = "heir" if authority.successors else "heir-none"
        yield _at(entry, *said(key, heir=shown(heir), name=authority.name, heirs=listed(authority.successors)))
    elif not is_slug(heir):
        return  # the form is another rule's
    elif heir not in told.signatories and told.authorities.slug(heir) is None:
        wrong = f"Nobody has signed as {shown(heir)}.{guesses.nearest(heir, told.signatories)}"
        yield _at(entry, wrong, "Check the short name. It may be right: they need not have signed yet.", "note")


def _reached(slug: str, after: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [slug]
    while ahead:
        for heir in after.get(ahead.pop(), ()):
            if heir not in found:
                found.add(heir)
                ahead.append(heir)
    return found


def _at(entry: Entry, wrong: str, cure: str, severity: str = "problem") -> Problem:
    line = entry.line("successor")
    return Problem(entry.path, line, "successor", wrong, cure, "note" if severity == "note" else "problem")
