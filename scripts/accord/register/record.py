"""A record: one dated file about a signatory, as read. Which fields it may hold is in register/record_fields.py.

A record by anyone is a claim. It counts once a seal of the stewards lists it together with a `confirmed` record that
names its digest: then `confirmation` is that record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date as day  # a field is called `date`, and hides the type of that name below it
from typing import TypeVar

from accord.files.problem import Problem
from accord.register.record_fields import BY_NAME, CLAUSE
from accord.register.record_messages import said

# On one day events count in this order.
EVENTS, KINDS, ANSWERS, USES, METHODS = (
    BY_NAME[name].choices for name in ("event", "kind", CLAUSE, "use_of_ml", "method")
)
CONFIRMED = "confirmed"
Place = tuple[day, int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """What a record's place says, also of one that was erased. `sequence` is 1, or N where the name ends in `-N`."""

    path: str  # commitment/signatories/<slug>/<date>-<event>[-N].yml
    event: str
    signatory: str
    date: day
    sequence: int
    digest: str  # `sha256:` and the SHA-256 of the file's bytes

    @property
    def place(self) -> Place:
        """Return what puts the records of one signatory in the order in which they count."""
        return self.date, EVENTS.index(self.event), self.sequence

    @property
    def known_from(self) -> day:
        """Return the day from which the record counts: its own, or the later one on which a steward confirmed it."""
        return self.date


@dataclass(frozen=True, slots=True)
class Record(Placed):
    fields: Mapping[str, str]  # every field of the file, in the file's order, `event` to the last
    confirmation: Record | None = None  # what makes it count, and from which day on

    def get(self, name: str) -> str:
        """Return a field's value, or an empty string."""
        return self.fields.get(name, "")

    def line(self, name: str) -> int:
        """Return the line of a field, or 1 where it is absent: a record is one field a line."""
        return next((line for line, field in enumerate(self.fields, 1) if field == name), 1)

    def fault(self, name: str, key: str, /, **parts: object) -> Problem:
        """Return what is wrong at a field, in the words that record_messages.py has under a key."""
        return Problem(self.path, self.line(name), name, *said(key, **parts))

    @property
    def known_from(self) -> day:
        return max(self.date, self.confirmation.date) if self.confirmation else self.date

    @property
    def in_its_place(self) -> bool:
        """Say whether the record's day and event are those of its file's name."""
        return (self.get("date"), self.get("event")) == (self.date.isoformat(), self.event)

    @property
    def reservations(self) -> dict[str, str]:
        """Return, by clause, the reason why a signing sets it apart."""
        return {k.removeprefix("reserves_"): v for k, v in self.fields.items() if k.startswith("reserves_")}


@dataclass(frozen=True, slots=True)
class Erased(Placed):
    """What is left of a record that a steward erased: its place and its digest."""

    erased: day
    ground: str


Found = TypeVar("Found", Record, Erased)


def by_signatory(found: Iterable[Found]) -> dict[str, tuple[Found, ...]]:
    """Return records, or what is left of erased ones, by signatory in the order in which they count."""
    grouped: dict[str, list[Found]] = {}
    for each in sorted(found, key=lambda each: each.place):
        grouped.setdefault(each.signatory, []).append(each)
    return {slug: tuple(those) for slug, those in grouped.items()}


def confirmed(records: Iterable[Record], sealed: Mapping[str, str]) -> Iterator[Record]:
    """Yield the records that count, each with what confirms it.

    Args:
        records: of any signatories, confirmations among them.
        sealed: what the newest good seal lists: 64 hexadecimal digits by path.
    """
    listed = [record for record in records if sealed.get(record.path) == record.digest.removeprefix("sha256:")]
    acts = {(record.signatory, record.digest): record for record in listed if record.event != CONFIRMED}
    done: set[str] = set()
    for each in sorted((record for record in listed if record.event == CONFIRMED), key=lambda found: found.place):
        act = acts.get((each.signatory, each.get("target")))
        if act and act.path not in done:
            done.add(act.path)
            yield replace(act, confirmation=each)
