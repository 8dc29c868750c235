"""A promise that is tried for real, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from accord.model.measured import FAILS, HOLDS, Found

NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a proof. `words` say how it was tried, or what went wrong; `figures` are numbers that it found."""

    verdict: str
    words: str = ""
    figures: tuple[Found, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Proof:
    """A promise in words, its figure's id in data/measures/ (empty where it only finds numbers), and how to try it."""

    id: str
    title: str
    run: Callable[[], Outcome]

    def kept(self, outcome: Outcome) -> tuple[Found, ...]:
        """Return the figures to keep: none of what was not measured."""
        own = self.id and outcome.verdict in {HOLDS, FAILS}
        return (*((Found(id=self.id, value=outcome.verdict, note=outcome.words),) if own else ()), *outcome.figures)


def judged(wrong: str, how: str = "", figures: tuple[Found, ...] = ()) -> Outcome:
    """Return that a proof fails for the reason `wrong`, or holds where that is empty."""
    return Outcome(FAILS, wrong, figures) if wrong else Outcome(HOLDS, how, figures)


def unmeasured(why: str) -> Outcome:
    return Outcome(NOT_MEASURED, why)
