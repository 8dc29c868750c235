"""What every rule takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from accord.ids import nearest
from accord.problem import Problem
from accord.read.project import Project


@dataclass(frozen=True)
class Inputs:
    """What rules judge: the project as read, and the day that counts as today."""

    project: Project
    as_of: date


Rule = Callable[[Inputs], Iterator[Problem]]


class Guesses:
    """Suggests like `nearest`, but only so often: a project with more broken ids than this needs no guesses."""

    def __init__(self, most: int = 50) -> None:
        self.left = most

    def nearest(self, word: str, words: Iterable[str]) -> str:
        """Return ` Did you mean "…"?`, or an empty string."""
        self.left -= 1
        return nearest(word, words) if self.left >= 0 else ""
