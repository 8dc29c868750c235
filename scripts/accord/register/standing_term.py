"""What counts on a day: the records of one signatory since its last ending, in order, and the ending if there is one.

Only records that a steward has confirmed are handed to this module (register/record.py, `confirmed`).

A term starts with a signing and ends with a withdrawal, a succession, or the end of the authority itself. A signing
after that starts another term: nothing of the old one counts in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from accord.register.record import EVENTS, Erased, Place, Record

ENDINGS = ("withdrawn", "succeeded")


@dataclass(slots=True)
class Term:
    """The last term. `closed` is the state that ended it, or "" while it runs; `on` is the day of that."""

    signings: list[Record] = field(default_factory=list)
    erased: list[Erased] = field(default_factory=list)  # endings apart
    reviews: list[Record] = field(default_factory=list)
    closed: str = ""
    on: date | None = None
    ending: Record | None = None


def last_term(records: Iterable[Record], erased: Iterable[Erased], as_of: date, until: date | None) -> Term | None:
    """Return the last term on a day, or None where nothing is dated up to it. `until` is the authority's own end.

    The order in which the records are given is of no matter. An ending that was erased is still an ending, so that no
    erasure brings a signature back. Other erased records count for nothing: their words can be read no more.
    """
    told: list[Record | Erased] = [*records, *erased]
    past: list[tuple[Place, str, Record | Erased | None]] = [
        (item.place, item.path, item) for item in told if item.known_from <= as_of
    ]
    if until is not None and until <= as_of:
        past.append(((until, EVENTS.index("succeeded"), 0), "", None))
    if not past:
        return None
    term = Term()
    for _, _, item in sorted(past, key=lambda found: found[:2]):
        if item is not None and item.event == "signed" and term.closed:
            term = Term()
        _take(term, item, until)
    return term


def _take(term: Term, item: Record | Erased | None, until: date | None) -> None:
    event = item.event if item is not None else "succeeded"
    if event in ENDINGS and not term.closed:  # the first ending is the one
        term.closed, term.on = event, item.date if item is not None else until
        term.ending = item if isinstance(item, Record) else None
    elif item is None or term.closed:
        return
    elif isinstance(item, Erased):
        term.erased.append(item)
    elif event == "signed":
        term.signings.append(item)
    elif event == "reviewed" and term.signings:
        term.reviews.append(item)
