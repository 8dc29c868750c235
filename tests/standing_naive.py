"""A second way to the same standings, written for clarity and not for speed: day by day, from the first to the last."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from accord.commitment.text import Version
from accord.register.record import EVENTS, Erased, Record


def later(day: date, months: int) -> date:
    """Step month by month, and keep the day of the month where the last month has it."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class Fact(NamedTuple):
    """One thing that happened, in the order in which it counts. `about` is the version signed."""

    day: date
    order: int
    number: int
    event: str
    gone: bool = False
    about: str = ""

    @property
    def ends(self) -> bool:
        return self.event in {"withdrawn", "succeeded"}


def last_part(facts: list[Fact]) -> tuple[list[Fact], str]:
    """Return what happened since the last beginning, up to its end, and what ended it."""
    part: list[Fact] = []
    over = ""
    for fact in facts:
        if over and fact.event == "signed":
            part, over = [], ""
        if not over and not fact.ends:
            part.append(fact)
        over = over or (fact.event if fact.ends else "")
    return part, over


@dataclass
class Naive:
    """One signatory. `records` are all that stewards have sealed: acts, and the records that confirm them."""

    records: Sequence[Record]
    erased: Sequence[Erased]
    versions: Sequence[Version]
    until: date | None  # the authority's end

    def story(self, day: date) -> list[Fact]:
        """Return all that is known on a day: what happened up to it, and was confirmed up to it."""
        facts = [Fact(self.until, EVENTS.index("succeeded"), 0, "succeeded")] if self.until else []
        facts += [Fact(e.date, EVENTS.index(e.event), e.sequence, e.event, gone=True) for e in self.erased]
        known = {r.get("target") for r in self.records if r.event == "confirmed" and r.date <= day}
        for r in self.records:
            if r.event != "confirmed" and r.digest in known:
                facts.append(Fact(r.date, EVENTS.index(r.event), r.sequence, r.event, False, r.get("version")))
        return sorted(fact for fact in facts if fact.day <= day)

    def state_on(self, day: date) -> str:
        """Say where the signatory stands on a day; "" before anything of it counts."""
        facts = self.story(day)
        part, over = last_part(facts)
        if over or not facts:
            return over
        signings = [fact for fact in part if fact.event == "signed" and not fact.gone]
        if not signings:
            return "erased" if any(fact.gone for fact in part) else "inherits"
        signing = signings[-1]
        kept_up = [fact.day for fact in part if fact.event == "reviewed" and not fact.gone and fact > signing]
        alive = max([signing.day, *kept_up])
        if day >= later(alive, 24):
            return "lapsed"
        if any(v.released <= day and v.parts[0] > int(signing.about.split(".")[0]) for v in self.versions):
            return "to-sign-again"
        return "review-due" if day >= later(alive, 12) else "signed"

    def since(self, day: date) -> date:
        """Go back day by day while the state is the same."""
        state = self.state_on(day)
        while self.state_on(day - timedelta(days=1)) == state:
            day -= timedelta(days=1)
        return day
