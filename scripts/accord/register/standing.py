"""Where a signatory stands on a day, computed from its records and nothing else. The one module that decides it.

Only records that a steward has confirmed are handed to it (register/record.py, `confirmed`). A term starts with a
signing and ends with a withdrawal, a succession, or the end of the authority itself. A signing after that starts
another term: nothing of the old one counts in it.
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta

from accord.commitment.text import Version
from accord.files.messages import table
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

    @property
    def signing(self) -> Record | None:
        return self.signings[-1] if self.signings else None

    @property
    def review(self) -> Record | None:
        """Return the newest review since the signing that counts."""
        newest = self.reviews[-1] if self.reviews else None
        return newest if newest and self.signing and newest.place > self.signing.place else None


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


def after(day: date, months: int) -> date:
    """Return the day that many months later, at the latest the last of its month (and of the calendar).

    A year after 29 February is 28 February, and a month after 31 May is 30 June.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


COUNTED = ("signed", "review-due", "to-sign-again", "lapsed")  # confirmed, and not ended
WORDS: dict[str, str] = table(__file__)  # for each state, in the order in which they are listed
STATES = tuple(WORDS)
DUE, LAPSED = 12, 24  # months since the signing or the last review
Releases = tuple[tuple[date, int], ...]  # the day and the first number of each version


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` is one of STATES; `since` is the day from which it holds without a break.

    `signing` is the newest signing since the last ending; after an ending it is the one that counted until then.
    `ended` is the record of a withdrawal or succession; None where the authority's own end ended it, or an erasure.
    `sign_again` says that the text has changed in substance since; it can be true beside another state. "waiting" is
    where a council's own copy shows its claim, which counts for nothing yet.
    """

    state: str
    since: date
    signing: Record | None = None
    review: Record | None = None  # the newest review since the signing
    review_due: date | None = None
    lapses: date | None = None
    sign_again: bool = False
    ended: Record | None = None


def find_standing(
    records: Iterable[Record],
    erased: Iterable[Erased],
    versions: Sequence[Version],
    as_of: date,
    ended: date | None = None,
) -> Standing:
    """Return the standing of one signatory on the day `as_of`; what is dated later does not count.

    `ended` is the first day on which its authority is no more. Decided in this order: a withdrawal
    or succession without a later signing; erased, where no signing of the term can be read; lapsed; to sign again;
    review due; signed. All records given are confirmed ones.

    Raises ValueError: nothing is dated up to that day.
    """
    records, erased = tuple(records), tuple(erased)
    releases = tuple((version.released, version.parts[0]) for version in versions)
    term = last_term(records, erased, as_of, ended)
    if term is None:
        raise ValueError(f"No record is dated up to {as_of}.")
    state = _state(term, releases, as_of)
    signing, review = term.signing, term.review
    kept_up = review or signing if state in COUNTED else None
    return Standing(
        state,
        _ended(term, as_of) or _since(state, records, erased, releases, as_of, ended),
        signing=signing,
        review=review,
        review_due=after(kept_up.date, DUE) if kept_up else None,
        lapses=after(kept_up.date, LAPSED) if kept_up else None,
        sign_again=not term.closed and signing is not None and _outgrown(signing, releases, as_of),
        ended=term.ending,
    )


def _state(term: Term, releases: Releases, day: date) -> str:
    if term.closed:
        return term.closed
    signing = term.signing
    if signing is None:
        return "erased" if term.erased else "inherits"
    kept_up = (term.review or signing).date
    if day >= after(kept_up, LAPSED):
        return "lapsed"
    if _outgrown(signing, releases, day):
        return "to-sign-again"
    return "review-due" if day >= after(kept_up, DUE) else "signed"


def _outgrown(signing: Record, releases: Releases, day: date) -> bool:
    """Say whether a text of a larger first number was published since the one that was signed."""
    first = signing.get("version").partition(".")[0]
    if not (first.isascii() and first.isdigit() and len(first) < 7):
        return False  # no version; the rules say so
    return any(released <= day and number > int(first) for released, number in releases)


def _ended(term: Term, day: date) -> date | None:
    """Return the day of what ended the term, or on which the last of its records was erased; None while it runs."""
    if term.closed or term.signings or not term.erased:
        return term.on
    return min(day, max(item.erased for item in term.erased))


def _since(
    state: str,
    records: tuple[Record, ...],
    erased: tuple[Erased, ...],
    releases: Releases,
    day: date,
    ended: date | None,
) -> date:
    """Return the day from which the state has held. A state can change only on the days that are looked at here."""
    acts = {day for record in records for day in (record.date, record.known_from)}
    days = acts | {item.date for item in erased} | {released for released, _ in releases}
    days |= {after(act, months) for act in acts for months in (DUE, LAPSED)}
    since = day
    for since in sorted((found for found in days if found <= day), reverse=True):
        before = since - timedelta(days=1) if since > date.min else since
        term = last_term(records, erased, before, ended)
        if term is None or _state(term, releases, before) != state:
            break
    return since
