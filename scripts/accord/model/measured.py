"""What we promise of the site in numbers, and what a command measured: data/measures/ and data/measured/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PROOF = "proof"  # the unit of what holds or fails; all others are numbers
HOLDS, FAILS = "holds", "fails"
MORE = "more"  # what else may stand there is "less", which is meant where nothing stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One promise. `goal` is a decimal number in `unit`; `better` says on which side of it we want to be."""

    id: str
    promise: str
    unit: str
    goal: str = ""
    better: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A group of promises that one command measures."""

    path: str
    id: str
    order: str
    label: str
    summary: str
    command: str
    figures: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One value, in the unit of the promise that has its id."""

    id: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one run of a command found. `state` is the digest of what was measured (read/state.py)."""

    path: str
    date: str
    commit: str
    state: str
    machine: str
    command: str
    figures: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A promise with what was found of it, if anything was."""

    wanted: Wanted
    found: Found | None = None
    run: Measured | None = None

    @property
    def met(self) -> bool | None:
        return met(self.wanted.unit, self.wanted.goal, self.wanted.better, self.found.value) if self.found else None


def met(unit: str, goal: str, better: str, value: str) -> bool | None:
    """Return whether a value meets its goal; None where none is set, or where the value is of another kind.

    A value equal to the goal meets it.
    """
    if unit == PROOF:
        return value == HOLDS if value in {HOLDS, FAILS} else None
    if not goal or value in {HOLDS, FAILS}:
        return None
    return float(value) >= float(goal) if better == MORE else float(value) <= float(goal)


def results(measure: Measure, measured: tuple[Measured, ...]) -> Iterator[Result]:
    """Yield each promise of a group with what was found of it."""
    found = {each.id: (each, run) for run in measured for each in run.figures}
    for wanted in measure.figures:
        yield Result(wanted, *found.get(wanted.id, (None, None)))
