"""No order of records loses or invents a signature: histories made at random, held against a second implementation."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from accord.commitment.text import Commitment, Version
from accord.register.authorities import Authorities, Authority
from accord.register.build import build
from accord.register.record import EVENTS, Erased, Record, confirmed
from accord.register.register import Register
from accord.register.standing import COUNTED, STATES, Standing, find_standing
from tests.commitment_made import FIRST, erased, record, version

SLUGS = ("crumbshire", "lower-mill", "millbridge", "old-oven")
slugs = st.sampled_from(SLUGS)
picks = st.integers(0, 10**6)
STAGES = st.sampled_from(("claimed", "confirmed", "sealed", "sealed"))


# A second way to the same standings, written for clarity and not for speed: day by day, from the first to the last.


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


class Histories(RuleBasedStateMachine):
    """Bakers sign, stewards confirm and seal, texts change, time passes. What is sealed is only ever erased."""

    def __init__(self) -> None:
        super().__init__()
        self.day = FIRST
        self.records: list[Record] = []  # claims and confirmations too
        self.erased: list[Erased] = []
        self.versions: list[Version] = [version("1.0.0")]
        self.sealed: dict[str, str] = {}
        self.until: date | None = None

    @initialize(days=st.none() | st.integers(30, 1500))
    def found(self, days: int | None) -> None:
        """One authority may come to its end by law, on a day that nobody's record names."""
        self.until = FIRST + timedelta(days=days) if days else None

    def _write(self, event: str, slug: str, **fields: str) -> Record:
        made = [r.sequence for r in self.records if (r.signatory, r.event, r.date) == (slug, event, self.day)]
        gone = [e.sequence for e in self.erased if (e.signatory, e.event, e.date) == (slug, event, self.day)]
        self.records.append(record(event, self.day, slug, max([*made, *gone], default=0) + 1, **fields))
        return self.records[-1]

    def _one(self, pick: int, *events: str) -> Record | None:
        some = [r for r in self.records if r.event in events]
        return some[pick % len(some)] if some else None

    @property
    def counting(self) -> list[Record]:
        return list(confirmed(self.records, self.sealed))

    @rule(days=st.sampled_from((0, 1, 28, 31, 181, 364, 365, 366, 731)))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(slug=slugs, event=st.sampled_from(("signed", "signed", "reviewed")), stage=STAGES)
    def act(self, slug: str, event: str, stage: str) -> None:
        self._go_on(self._write(event, slug, version=self.versions[-1].number), stage)

    @rule(slug=slugs, heir=slugs, event=st.sampled_from(("withdrawn", "succeeded")), stage=STAGES)
    def end(self, slug: str, heir: str, event: str, stage: str) -> None:
        more = {"successor": heir} if event == "succeeded" else {}
        self._go_on(self._write(event, slug, role="Owners", reason="x", **more), stage)

    @rule(pick=picks, name=st.sampled_from(("One", "Two")), stage=STAGES)
    def correct(self, pick: int, name: str, stage: str) -> None:
        if meant := self._one(pick, "signed"):
            fix = {"target": meant.digest, "field": "organisation", "value": name}
            self._go_on(self._write("corrected", meant.signatory, **fix), stage)

    @rule(pick=picks, stage=STAGES)
    def confirm(self, pick: int, stage: str) -> None:
        if meant := self._one(pick, "signed", "reviewed", "corrected", "withdrawn", "succeeded"):
            self._go_on(meant, stage)

    def _go_on(self, act: Record, stage: str) -> None:
        """Leave a record as a claim, confirm it, or seal all that is confirmed too. What is sealed stays sealed."""
        if stage != "claimed":
            self._write("confirmed", act.signatory, target=act.digest, method="letter")
        if stage == "sealed":
            named = {(r.signatory, r.get("target")) for r in self.records if r.event == "confirmed"}
            listed = (r for r in self.records if r.event == "confirmed" or (r.signatory, r.digest) in named)
            self.sealed |= {r.path: r.digest.removeprefix("sha256:") for r in listed}

    @precondition(lambda self: self.counting)
    @rule(pick=picks)
    def erase(self, pick: int) -> None:
        was = self.counting[pick % len(self.counting)]
        self.records = [r for r in self.records if r.path != was.path]
        self.erased.append(erased(was, self.day))

    @rule(part=st.integers(0, 2))
    def publish(self, part: int) -> None:
        numbers = list(self.versions[-1].parts)
        numbers[part:] = [numbers[part] + 1, *[0] * (2 - part)]
        self.versions.append(version(".".join(map(str, numbers)), self.day))

    def _register(self, day: date, mixed: int = 0) -> Register:
        records, left = self.counting, list(self.erased)
        if mixed:
            Random(mixed).shuffle(records)
            Random(mixed).shuffle(left)
        mill = Authority("E06999902", "Lower Mill", "unitary authority", "North East", "lower-mill", None, self.until,
                         ("millbridge",) if self.until else ())  # fmt: skip
        return build(records, left, Commitment(tuple(self.versions)), Authorities((mill,)), day)

    @invariant()
    def nothing_is_lost_or_invented(self) -> None:
        """What is confirmed under a seal is in the register or erased, under its own signatory, and nothing else is.

        Counts add up, and the order of files is of no matter.
        """
        register = self._register(self.day)
        assert all(self._register(self.day, mixed) == register for mixed in (1, 2))
        states = Counter(s.standing.state for s in register.signatories)
        assert set(states) <= set(STATES)
        assert len(register.signatories) == len(register.by_slug)
        assert len(register.counted) == sum(states[state] for state in COUNTED)
        named = {r.get("target") for r in self.records if r.event == "confirmed" and r.path in self.sealed}
        counts = [r for r in self.records if r.event != "confirmed" and r.path in self.sealed and r.digest in named]
        assert sorted(r.digest for s in register.signatories for r in s.records) == sorted(r.digest for r in counts)
        gone = [left.digest for s in register.signatories for left in s.erased]
        assert sorted(gone) == sorted(left.digest for left in self.erased)
        for signatory in register.signatories:
            assert {r.signatory for r in signatory.records} <= {signatory.slug}
            signing = signatory.standing.signing
            assert signing is None or signing in signatory.records
            if signatory.standing.state in COUNTED:
                assert signing is not None
                assert signing.confirmation is not None
                assert signing.confirmation.get("target") == signing.digest

    @invariant()
    def the_future_does_not_count(self) -> None:
        earlier = FIRST + (self.day - FIRST) / 2
        kept = self.records, self.erased
        before = self._register(earlier)
        self.records = [r for r in self.records if r.date <= earlier]
        self.erased = [e for e in self.erased if e.date <= earlier]
        try:
            assert self._register(earlier) == before
        finally:
            self.records, self.erased = kept

    def _told(self) -> Iterator[tuple[str, Standing, Naive]]:
        """Yield each signatory of whom the second implementation knows something: its state, standing, it."""
        for slug in SLUGS:
            until = self.until if slug == "lower-mill" else None
            acts = [r for r in self.counting if r.signatory == slug]
            left = [e for e in self.erased if e.signatory == slug]
            naive = Naive([r for r in self.records if r.signatory == slug and r.path in self.sealed], left,
                          self.versions, until)  # fmt: skip
            if said := naive.state_on(self.day):
                yield said, find_standing(acts, left, self.versions, self.day, until), naive
            else:
                with pytest.raises(ValueError, match="No record is dated"):
                    find_standing(acts, left, self.versions, self.day, until)

    @invariant()
    def a_second_implementation_agrees(self) -> None:
        assert all(found.state == said for said, found, _ in self._told())

    def teardown(self) -> None:
        """At the end of each history, the second implementation agrees on the days too. It steps back day by day."""
        for said, found, naive in self._told():
            if said in {"withdrawn", "succeeded"}:  # the day of what ended it, and it may follow another at once
                assert found.since in [fact.day for fact in naive.story(self.day) if fact.event == said]
            elif said != "erased":
                assert found.since == naive.since(self.day)


Histories.TestCase.settings = settings(stateful_step_count=25)
TestHistories = Histories.TestCase
