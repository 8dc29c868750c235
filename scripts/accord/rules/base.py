"""What every rule takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from accord.problem import Problem
from accord.read.project import Project


@dataclass(frozen=True)
class Inputs:
    """What rules judge: the project as read, and the day that counts as today."""

    project: Project
    as_of: date


Rule = Callable[[Inputs], Iterator[Problem]]
