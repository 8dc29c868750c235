"""What every rule takes and gives."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from accord.files.problem import Problem
from accord.project.ids import nearest
from accord.project.reading import Project


@dataclass(frozen=True)
class Inputs:
    """What rules judge: the project as read, the day that counts as today, and the claims that somebody brings now.

    A claim that does not fit the register is a problem to who brings it. To all others it is a note: it counts for
    nothing, and a steward declines it.
    """

    project: Project
    as_of: date
    fresh: frozenset[str] = frozenset()  # paths of records


ALL = "*"  # in `lacks`: only where nothing else is wrong can this be judged
Rule = Callable[[Inputs], Iterator[Problem]]


# What a command that writes may leave where it is killed (files/atomic.py).
LEFT_ASIDE = re.compile(r"/\.accord-[^/]*\.tmp\Z")


def left_aside(path: str) -> Iterator[Problem]:
    """Yield a note where a path is that of a file that a killed command left: it hinders nothing."""
    if LEFT_ASIDE.search(path):
        wrong = "A command that was stopped while it wrote left this file."
        yield Problem(path, 1, "", wrong, "Delete it, and run the command again.", "note")


class Guesses:
    """Suggests like `nearest`, but only so often: a project with more broken ids than this needs no guesses."""

    def __init__(self, most: int = 50) -> None:
        self.left = most

    def nearest(self, word: str, words: Iterable[str]) -> str:
        """Return ` Did you mean "…"?`, or an empty string."""
        self.left -= 1
        return nearest(word, words) if self.left >= 0 else ""
