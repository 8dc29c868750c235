"""No order of records loses or invents a signature: histories made at random, held against a second implementation."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from accord.model.authorities import Authorities, Authority
from accord.model.commitment import Commitment, Version
from accord.model.records import Erased, Record
from accord.model.register import Register
from accord.model.register_build import build
from accord.model.standing import COUNTED, STATES, standing
from tests import standing_naive
from tests.commitment_made import FIRST, erased, record, version

SLUGS = ("crumbshire", "lower-mill", "millbridge", "old-oven")
slugs = st.sampled_from(SLUGS)
picks = st.integers(0, 10**6)


class Histories(RuleBasedStateMachine):
    """Bakers sign, steward confirm, texts change, time passes. What is written is never taken back, only erased."""

    def __init__(self) -> None:
        super().__init__()
        self.day = FIRST
        self.records: list[Record] = []
        self.erased: list[Erased] = []
        self.versions: list[Version] = [version("1.0.0")]
        self.written = 0
        self.until: date | None = None

    @initialize(days=st.none() | st.integers(30, 1500))
    def found(self, days: int | None) -> None:
        """One authority may come to its end by law, on a day that nobody's record names."""
        self.until = FIRST + timedelta(days=days) if days else None

    def _write(self, event: str, slug: str, **fields: str) -> None:
        made = [r.sequence for r in self.records if (r.signatory, r.event, r.date) == (slug, event, self.day)]
        gone = [e.sequence for e in self.erased if (e.signatory, e.event, e.date) == (slug, event, self.day)]
        taken = [*made, *gone]
        self.records.append(record(event, self.day, slug, max(taken, default=0) + 1, **fields))
        self.written += 1

    def _one(self, pick: int, *events: str) -> Record | None:
        some = [r for r in self.records if not events or r.event in events]
        return some[pick % len(some)] if some else None

    @rule(days=st.sampled_from((0, 1, 28, 31, 181, 364, 365, 366, 731)))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(slug=slugs)
    def sign(self, slug: str) -> None:
        self._write("signed", slug, version=self.versions[-1].number)

    @rule(pick=picks)
    def confirm(self, pick: int) -> None:
        if meant := self._one(pick, "signed"):
            self._write("confirmed", meant.signatory, target=meant.digest, method="letter")

    @rule(slug=slugs)
    def review(self, slug: str) -> None:
        self._write("reviewed", slug, version=self.versions[-1].number)

    @rule(pick=picks, name=st.sampled_from(("One", "Two")))
    def correct(self, pick: int, name: str) -> None:
        if meant := self._one(pick, "signed"):
            self._write("corrected", meant.signatory, target=meant.digest, field="organisation", value=name)

    @rule(slug=slugs)
    def withdraw(self, slug: str) -> None:
        self._write("withdrawn", slug, role="Owners", reason="x")

    @rule(slug=slugs, heir=slugs)
    def succeed(self, slug: str, heir: str) -> None:
        self._write("succeeded", slug, successor=heir, reason="x")

    @precondition(lambda self: self.records)
    @rule(pick=picks)
    def erase(self, pick: int) -> None:
        was = self.records.pop(pick % len(self.records))
        self.erased.append(erased(was, self.day))

    @rule(part=st.integers(0, 2))
    def publish(self, part: int) -> None:
        numbers = list(self.versions[-1].parts)
        numbers[part:] = [numbers[part] + 1, *[0] * (2 - part)]
        self.versions.append(version(".".join(map(str, numbers)), self.day))

    def _register(self, day: date, mixed: int = 0) -> Register:
        records, left = list(self.records), list(self.erased)
        if mixed:
            Random(mixed).shuffle(records)
            Random(mixed).shuffle(left)
        mill = Authority("E06999902", "Lower Mill", "unitary authority", "North East", "lower-mill", None, self.until,
                         ("millbridge",) if self.until else ())  # fmt: skip
        return build(records, left, Commitment(tuple(self.versions)), Authorities((mill,)), day)

    @invariant()
    def nothing_is_lost_or_invented(self) -> None:
        """Every record that was written is in the register or erased, under its own signatory, and nothing else is."""
        register = self._register(self.day)
        there = [r.digest for s in register.signatories for r in s.records]
        gone = [left.digest for s in register.signatories for left in s.erased]
        assert sorted(there) == sorted(r.digest for r in self.records)
        assert sorted(gone) == sorted(left.digest for left in self.erased)
        assert len(there) + len(gone) == self.written
        for signatory in register.signatories:
            assert {r.signatory for r in signatory.records} <= {signatory.slug}
            signing = signatory.standing.signing
            assert signing is None or signing in signatory.records
            if signatory.standing.state in COUNTED:
                confirmation = signatory.standing.confirmation
                assert signing is not None
                assert confirmation is not None
                assert confirmation.get("target") == signing.digest

    @invariant()
    def the_order_of_files_is_of_no_matter(self) -> None:
        register = self._register(self.day)
        assert all(self._register(self.day, mixed) == register for mixed in (1, 2))

    @invariant()
    def counts_add_up(self) -> None:
        register = self._register(self.day)
        states = Counter(s.standing.state for s in register.signatories)
        assert set(states) <= set(STATES)
        assert sum(states.values()) == len(register.signatories) == len(register.by_slug)
        assert len(register.counted) == sum(states[state] for state in COUNTED)

    @invariant()
    def the_future_does_not_count(self) -> None:
        """The register of an earlier day is the same, whatever was written after it."""
        earlier = FIRST + (self.day - FIRST) / 2
        cut = [r for r in self.records if r.date <= earlier]
        left = [e for e in self.erased if e.date <= earlier]
        kept = self.records, self.erased
        before = self._register(earlier)
        self.records, self.erased = cut, left
        try:
            assert self._register(earlier) == before
        finally:
            self.records, self.erased = kept

    @invariant()
    def a_second_implementation_agrees(self) -> None:
        for slug in SLUGS:
            records = [r for r in self.records if r.signatory == slug]
            left = [e for e in self.erased if e.signatory == slug]
            until = self.until if slug == "lower-mill" else None
            said = standing_naive.state_on(records, left, self.versions, self.day, until)
            if said:
                assert standing(records, left, self.versions, self.day, until).state == said
            else:
                assert not records

    def teardown(self) -> None:
        """At the end of each history, the second implementation agrees on the days too. It steps back day by day."""
        for slug in SLUGS:
            records = [r for r in self.records if r.signatory == slug]
            left = [e for e in self.erased if e.signatory == slug]
            until = self.until if slug == "lower-mill" else None
            said = standing_naive.state_on(records, left, self.versions, self.day, until)
            if said in {"", "erased"}:
                continue
            found = standing(records, left, self.versions, self.day, until)
            if said in {
                "withdrawn",
                "succeeded",
            }:  # an end has the day of what ended it, and may follow another at once
                last = standing_naive.story(records, left, until, self.day)
                assert found.since in [fact.day for fact in last if fact.event == said]
            else:
                assert found.since == standing_naive.since(records, left, self.versions, self.day, until)


Histories.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestHistories = Histories.TestCase
