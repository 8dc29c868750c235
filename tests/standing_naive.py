"""A second way to the same standings, written for clarity and not for speed: day by day, from the first to the last."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from accord.model.commitment import Version
from accord.model.records import EVENTS, Erased, Record


def later(day: date, months: int) -> date:
    """Step month by month, and keep the day of the month where the last month has it."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class Fact(NamedTuple):
    """One thing that happened, in the order in which it counts. `about` is a target, or the version signed."""

    day: date
    order: int
    number: int
    event: str
    gone: bool = False
    digest: str = ""
    about: str = ""

    @property
    def ends(self) -> bool:
        return self.event in {"withdrawn", "succeeded"}


def story(records: Sequence[Record], erased: Sequence[Erased], until: date | None, day: date) -> list[Fact]:
    """Return all that happened up to a day."""
    facts = [Fact(until, EVENTS.index("succeeded"), 0, "succeeded")] if until else []
    facts += [Fact(e.date, EVENTS.index(e.event), e.sequence, e.event, gone=True) for e in erased]
    for r in records:
        about = r.get("target") or r.get("version")
        facts.append(Fact(r.date, EVENTS.index(r.event), r.sequence, r.event, False, r.digest, about))
    return sorted(fact for fact in facts if fact.day <= day)


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


def state_on(
    records: Sequence[Record], erased: Sequence[Erased], versions: Sequence[Version], day: date, until: date | None
) -> str:
    """Say where a signatory stands on a day; "" before its first record."""
    facts = story(records, erased, until, day)
    part, over = last_part(facts)
    if over or not facts:
        return over
    signings = [fact for fact in part if fact.event == "signed" and not fact.gone]
    if not signings:
        return "erased" if any(fact.gone for fact in part) else "claimed"
    confirmed = [
        signing
        for place, signing in enumerate(part)
        if signing in signings
        and any(f.event == "confirmed" and not f.gone and f.about == signing.digest for f in part[place:])
    ]
    if not confirmed:
        return "claimed"
    signing = confirmed[-1]
    kept_up = [fact.day for fact in part if fact.event == "reviewed" and not fact.gone and fact > signing]
    alive = max([signing.day, *kept_up])
    if day >= later(alive, 24):
        return "lapsed"
    if any(v.released <= day and v.parts[0] > int(signing.about.split(".")[0]) for v in versions):
        return "to-sign-again"
    return "review-due" if day >= later(alive, 12) else "signed"


def since(
    records: Sequence[Record], erased: Sequence[Erased], versions: Sequence[Version], day: date, until: date | None
) -> date:
    """Go back day by day while the state is the same."""
    state = state_on(records, erased, versions, day, until)
    while state_on(records, erased, versions, day - timedelta(days=1), until) == state:
        day -= timedelta(days=1)
    return day
