"""Cases of bad records and seals: a change to the sample register in memory, and the lines that must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from accord.project.rules_all import Inputs
from accord.seals import chain
from tests import support
from tests.registers import Register, path, sample, verified


@dataclass(frozen=True)
class Case:
    """What to change in the sample register, and the lines that must come of it, the claims that are brought, the day.

    `where` changes the machine, such as one without ssh-keygen.
    """

    name: str
    change: Callable[[Register], object]
    expected: tuple[str, ...]
    fresh: tuple[str, ...] = ()
    as_of: date = support.AS_OF
    where: Callable[[pytest.MonkeyPatch], object] = lambda patch: None
    aside: tuple[str, ...] = ()


def case(name: str, change: Callable[[Register], object], *lines: str, fresh: tuple[str, ...] = ()) -> Case:
    """Return a case. A line may begin with a record's name."""
    return Case(name, change, tuple(map(_whole, lines)), fresh)


def _whole(line: str) -> str:
    name, colon, rest = line.partition(":")
    return f"{path(name)}{colon}{rest}"


@cache
def outcome(tried: Case) -> support.Outcome:
    """Run the checker over one case."""
    with support.recorded() as sites, pytest.MonkeyPatch.context() as patch, support.bounded():
        patch.setattr(chain, "verified", verified)
        tried.where(patch)
        register = sample()
        tried.change(register)
        inputs = Inputs(register.project(), tried.as_of, frozenset(map(path, tried.fresh)))
        lines, rules = support.judged(inputs)
        return support.Outcome(lines, rules, frozenset(sites))
