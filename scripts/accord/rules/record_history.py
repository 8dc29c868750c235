"""A signatory's records follow from each other: what is confirmed, reviewed or ended was signed before.

Records are judged in the order in which they count (design, section 5). Where a record of a signatory can't be read,
nothing is said of what it may have allowed.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.record_messages import said
from accord.model.records import Erased
from accord.model.standing_term import ENDINGS
from accord.problem import Problem
from accord.record_book import Entry, book
from accord.rules.base import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield records that come before what they rest on, and records after an end."""
    told = book(inputs.project)
    heirs = {entry.record.get("successor") for entry in told.entries if entry.record.event == "succeeded"}
    for slug, entries in told.signatories.items():
        if slug not in told.uncertain:
            heir = slug in heirs or bool(told.authorities.predecessors(slug))
            yield from _History(heir).judged(entries, told.erased.get(slug, ()))


class _History:
    """Goes through the records of one signatory. `heir` says that another's promise may have come to it."""

    def __init__(self, heir: bool) -> None:
        self.heir = heir
        self.signed = False
        self.ended: Entry | Erased | None = None

    def judged(self, entries: tuple[Entry, ...], erased: tuple[Erased, ...]) -> Iterator[Problem]:
        places = [(entry.record.place, entry) for entry in entries] + [(left.place, left) for left in erased]
        for _, item in sorted(places, key=lambda placed: placed[0]):
            event = item.record.event if isinstance(item, Entry) else item.event
            if isinstance(item, Entry):
                yield from self._each(item, event)
            if event == "signed":
                self.signed, self.ended = True, None
            elif event in ENDINGS and self.ended is None:
                self.ended = item

    def _each(self, entry: Entry, event: str) -> Iterator[Problem]:
        if self.ended is not None:
            if event in {"signed", "corrected"} or self._another_successor(entry, event):
                return
            yield Problem(entry.path, entry.line("event"), "event", *said("over", path=self.ended.path))
        elif event == "reviewed" and not self.signed:
            yield Problem(entry.path, entry.line("event"), "event", *said("unsigned"))
        elif event in ENDINGS and not (self.signed or self.heir):
            yield Problem(entry.path, entry.line("event"), "event", *said("nothing"))

    def _another_successor(self, entry: Entry, event: str) -> bool:
        """Say whether a record names a further successor: one signatory may be followed by several."""
        if event != "succeeded" or self.ended is None:
            return False
        if isinstance(self.ended, Erased):
            return self.ended.event == event
        first = self.ended.record
        return first.event == event and first.get("successor") != entry.record.get("successor")
