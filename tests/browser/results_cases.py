"""Files of many shapes, and tables to publish, for the page of one's own results; and what others make of them.

tests/measure/oracles.py works out tests/cases/site/results.json with the libraries of others. Here nothing but the
generator's random() is used, which gives the same numbers everywhere.
"""

from __future__ import annotations

import json
import math
import random
from dataclasses import dataclass
from typing import Any

from tests.conftest import ROOT

Numbers = dict[str, Any]
STORED = ROOT / "tests" / "cases" / "site" / "results.json"
# How a file is made: rows, groups, households a row, base rate, how well the score tells, decimals, seed.
SHAPES = [
    (40, 2, 1.0, 0.3, 1.0, 2, 1),
    (200, 5, 0.5, 0.1, 2.0, 1, 2),
    (1000, 3, 0.6, 0.06, 1.0, 3, 3),
    (3000, 8, 0.4, 0.02, 0.0, 2, 4),
    (500, 1, 0.3, 0.5, 3.0, 6, 5),
    (300, 4, 0.02, 0.2, 1.0, 2, 6),
    (120, 2, 0.7, 0.9, -1.0, 15, 7),
    (60, 3, 0.5, 0.0, 1.0, 2, 8),
    (60, 3, 0.5, 1.0, 1.0, 2, 9),
    (2000, 2, 0.9, 0.25, 0.5, 0, 10),
    (100, 6, 1.0, 0.4, 2.0, 1, 11),
    (30, 2, 0.03, 0.5, 1.0, 2, 12),
]
MOST = 5  # children in a number that is hidden


@dataclass(frozen=True)
class Made:
    """A file's columns, and a threshold."""

    score: list[float]
    outcome: list[int]
    group: list[str]
    household: list[int]
    threshold: float

    def csv(self) -> str:
        rows = zip(self.score, self.outcome, self.group, self.household, strict=True)
        return "score,outcome,group,household\n" + "".join(
            f"{s!r},{y},{g},{h if h >= 0 else ''}\n" for s, y, g, h in rows
        )


def made(rows: int, groups: int, share: float, base: float, tells: float, decimals: int, seed: int) -> Made:
    """Make a file. Children of one household share a part of what makes the outcome likely."""
    chance = random.Random(seed).random

    def normal() -> float:
        return sum(chance() for _ in range(12)) - 6

    homes = [normal() for _ in range(max(1, int(rows * share)))]
    lines = []
    for row in range(rows):
        home = int(chance() * len(homes))
        likely = base if base in (0, 1) else base * (1 + 0.8 * math.tanh(homes[home]))
        outcome = int(chance() < likely)
        score = round(1 / (1 + math.exp(-(tells * outcome + normal() + 0.5 * homes[home]))), decimals)
        group = min(int(math.log(1 - chance()) / math.log(0.6)), groups - 1)
        alone = chance() < 0.1  # nobody knows the household: each of these children is alone
        lines.append((score, outcome, f"G{group}", -1 - row if alone else home))
    score_of, outcome_of, group_of, home_of = (list(column) for column in zip(*lines, strict=True))
    return Made(score_of, outcome_of, group_of, home_of, sorted(score_of)[int(0.8 * (rows - 1))])


def tables(seed: int = 18, number: int = 250) -> list[list[Numbers]]:
    """Return tables with many small numbers and zeros, of large and small groups."""
    chance = random.Random(seed).random

    def one_of(*choices: float) -> float:
        return choices[int(chance() * len(choices))]

    def about(size: float) -> int:
        return int(2 * size * chance() + chance())

    found = []
    for _ in range(number):
        scale = [one_of(0.0, 0.3, 2.0, 6.0, 30.0, 200.0) for _ in range(4)]
        sizes = [one_of(0.02, 0.1, 1.0, 3.0) for _ in range(1 + int(chance() * 6))]
        found.append([{"counts": [about(each * size) for each in scale], "unknown": about(3)} for size in sizes])
    few = [[2, 0, 0, 0], [1, 1, 0, 0], [0, 2, 0, 0], [0, 1, 1, 0]]  # each is known to hold somebody
    return [*found, [{"counts": group, "unknown": 0} for group in few]]


def close(found: Any, wanted: Any) -> bool:
    """Say whether two figures, or lists and blocks of them, are the same to 1e-9."""
    if isinstance(wanted, dict):
        return found.keys() == wanted.keys() and all(close(found[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(close, found, wanted))
    if wanted is None or isinstance(wanted, str):
        return bool(found == wanted)
    return found is not None and abs(found - wanted) <= 1e-9 * max(1, abs(wanted))


def stored() -> Numbers:
    """Return what others make of each file, and what is hidden in each table."""
    found: Numbers = json.loads(STORED.read_text(encoding="utf-8"))
    return found
