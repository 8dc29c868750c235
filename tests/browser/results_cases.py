"""Files for the page of one's own results, of many shapes, odd and personal; tables to publish; and what others say.

tests/measure/oracles.py works out tests/cases/site/results.json with the libraries of others. Here nothing but the
generator's random() is used, which gives the same numbers everywhere.
"""

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
    (40, 2, 1.0, 0.3, 1.0, 2, 1), (200, 5, 0.5, 0.1, 2.0, 1, 2), (1000, 3, 0.6, 0.06, 1.0, 3, 3),
    (3000, 8, 0.4, 0.02, 0.0, 2, 4), (500, 1, 0.3, 0.5, 3.0, 6, 5), (300, 4, 0.02, 0.2, 1.0, 2, 6),
    (120, 2, 0.7, 0.9, -1.0, 15, 7), (60, 3, 0.5, 0.0, 1.0, 2, 8), (60, 3, 0.5, 1.0, 1.0, 2, 9),
    (2000, 2, 0.9, 0.25, 0.5, 0, 10), (100, 6, 1.0, 0.4, 2.0, 1, 11), (30, 2, 0.03, 0.5, 1.0, 2, 12),
]  # fmt: skip
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


# Files that somebody may choose: odd and hostile ones, personal ones, full ones.
ROWS = "score,outcome,group\n" + "".join(f"0.{n % 9}5,{int(n % 3 == 0)},{'AB'[n % 2]}\n" for n in range(60))
SAYS = "Of 60 children with a score"


def swapped(*pairs: tuple[str, str], encoding: str = "utf-8") -> bytes:
    """Return the rows with some words in place of others."""
    text = ROWS
    for old, new in pairs:
        text = text.replace(old, new)
    return text.encode(encoding)


CHOOSE = "Choose a score or flag"
ODD = {
    "commas": (swapped(), SAYS),
    "semicolons and decimal commas": (swapped((",", ";"), ("0.", "0,")), SAYS),
    "tabs": (swapped((",", "\t")), SAYS),
    "pipes": (swapped((",", "|")), SAYS),
    "quotes": (swapped(("A\n", '"A, ""x""\n y"\n')), SAYS),
    "a mark": (swapped(encoding="utf-8-sig"), SAYS),
    "UTF-16": (swapped(encoding="utf-16"), SAYS),
    "UTF-16 without a mark": (swapped(encoding="utf-16-be"), SAYS),
    "Latin-1": (swapped(("A\n", "Señor\n"), encoding="latin-1"), SAYS),
    "old Mac lines": (swapped(("\n", "\r")), SAYS),
    "Windows lines": (swapped(("\n", "\r\n")), SAYS),
    "nothing": (b"", "is empty"),
    "spaces": (b" \n\n ,, \n", "is empty"),
    "headings only": (b"score,outcome,group\n", "has headings but no rows"),
    "one class": (swapped((",1,", ",0,")), "it happened for 0"),
    "everybody": (swapped((",0,", ",1,")), "it happened for 60"),
    "no outcome known": (swapped((",0,", ",,"), (",1,", ",,")), CHOOSE),
    "one column": (b"score\n1\n2\n3\n", CHOOSE),
    "headings twice": (swapped(("score,outcome,group", "score,score,score")), SAYS),
    "ragged": (swapped(("B\n", "B,9,9\n")), SAYS),
    "dates": (swapped(("A\n", "2024-01-31\n"), ("B\n", "2024-02-28\n")), SAYS),
    "an open quote": (ROWS.replace("A\n", '"A\n', 1).encode(), CHOOSE),
    "a million columns": (b"a," * 1_000_000 + b"\n1\n", "more than 500 columns"),
    "too many rows": (b"score,outcome\n" + b"1,1\n" * 200_001, "more than 200,000 rows"),
    "formulas": (swapped(("A\n", '"=HYPERLINK(""https://example.org"")"\n')), SAYS),
    "markup": (swapped(("A\n", "<script>alert(1)</script><img src=x onerror=alert(1)>\n")), SAYS),
    "ranks": (("score,outcome\n" + "".join(f"{n},{n % 2}\n" for n in range(60))).encode(), SAYS),
    "a workbook": (b"PK\x03\x04" + b"\0" * 50, "is a workbook"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "is a workbook"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "not a table in plain text"),
}


PERSONAL = [  # a column's head and values
    ("surname", ["Made Up"]),
    ("date_of_birth", ["01/02/2015"]),
    ("x", ["AB1 2CD", "ab12cd", "A1 1AA"]),
    ("y", ["943 476 5919", "9434765919", "943-476-5919"]),
    ("z", ["a@example.org", "b@example.org", "c@example.org"]),
]


def full(rows: int = 700) -> str:
    """Return a file with households, blank and odd groups, scores, flags, and outcomes that nobody knows."""
    lines = ["household,ethnicity,score,flag,outcome"]
    for n in range(rows):
        group = ["A", "B", "", "NOBT", "=1+1"][n % 11 if n % 11 < 5 else n % 2]
        flag, outcome = "yes" if n % 10 > 7 else "no", ["yes", "no", "no", ""][n % 7 % 4]
        lines.append(f"H{n // 2},{group},0.{n % 10},{flag},{outcome}")
    return "\n".join([*lines, ""])


FULL = full()
MANY = "score,outcome,group,household\n" + "".join(
    f"{n % 997 / 997:.4f},{int(n * 7919 % 13 == 0)},G{n % 17},{n // 2}\n" for n in range(200_000)
)
