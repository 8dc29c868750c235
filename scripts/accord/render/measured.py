"""What was measured, beside what is promised: tables for the page "How we know"."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.guidance import Guidance
from accord.model.measured import HOLDS, MORE, PROOF, Measure, Measured, Result, Wanted, results
from accord.render.templates_env import render

UNITS = {"seconds": "{} seconds", "times": "{} times", "KB": "{} KB", "points": "{} of 100", "count": "{}"}
NOT_YET = "not measured yet"


@dataclass(frozen=True, slots=True)
class Row:
    """A promise as a reader sees it. `verdict` names a class of the style sheet: met, short or open."""

    promise: str
    goal: str
    value: str
    verdict: str
    answer: str
    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """When, where and of what a group was measured; `old` says that the site has changed since."""

    measured: Measured
    old: bool

    @property
    def commit(self) -> str:
        return self.measured.commit[:10]


def measures(g: Guidance, base: str, name: str) -> str:
    """Return the groups of promises with their figures; only the one of that id where one is named."""
    wanted = [measure for measure in g.measures if name in {"", measure.id}]
    return render("measures.html", g, base, groups=[(each, rows(each, g.measured), runs(each, g)) for each in wanted])


def rows(measure: Measure, measured: tuple[Measured, ...]) -> list[Row]:
    """Return the rows of a group's table."""
    return [_row(result) for result in results(measure, measured)]


def runs(measure: Measure, g: Guidance) -> list[Run]:
    """Return the runs that measured something of a group, without repeats."""
    found = {each.run.path: each.run for each in results(measure, g.measured) if each.run}
    return [Run(run, run.state != g.state) for run in found.values()]


def said(unit: str, value: str) -> str:
    """Return a value in words: "1.12 times", "1,234"."""
    if unit == PROOF:
        return value
    whole, point, rest = value.partition(".")
    return UNITS[unit].format(f"{int(whole):,}{point}{rest}")


def _goal(wanted: Wanted) -> str:
    if wanted.unit == PROOF:
        return HOLDS
    if not wanted.goal:
        return "none set"
    return f"{'at least' if wanted.better == MORE else 'at most'} {said(wanted.unit, wanted.goal)}"


def _row(result: Result) -> Row:
    wanted, found, met = result.wanted, result.found, result.met
    verdict, answer = {True: ("met", "Met"), False: ("short", "Falls short"), None: ("open", "No goal")}[met]
    if found is None:
        verdict, answer = "open", "Not known"
    return Row(
        promise=wanted.promise,
        goal=_goal(wanted),
        value=said(wanted.unit, found.value) if found else NOT_YET,
        verdict=verdict,
        answer=answer,
        note=found.note if found else "",
        reason=wanted.short if met is False else "",
    )
