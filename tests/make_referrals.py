"""Writes the made-up referrals that people try the numbers' pages on: `python -m tests.make_referrals` writes it anew.

A row is a child at one closed referral of a council that does not exist. What is wrong with the data was put there:
a field known only afterwards, a stand-in for being poor, a group whose history lies elsewhere, and blanks that follow
who was looked at least. No group was given more of the outcome than another but the poorest third, a little.
"""

import csv
import io
import math
import random
from pathlib import Path
from types import SimpleNamespace

PLACE = Path(__file__).resolve().parent.parent / "docs" / "toolkit" / "numbers" / "made-up-referrals.csv"
ROWS = 4000
FLAG_AT = 15.0  # chances in 100
AREAS = ("Most deprived third", "Middle third", "Least deprived third")
GROUPS = {"Group A": 0.695, "Group B": 0.17, "Group C": 0.11, "Group D": 0.025}
BLANKS = ("Not yet obtained", "")


Row = SimpleNamespace  # what the file says of a child, in the order of its columns; every value is as it is in the file


def rows() -> list[Row]:
    """Return the whole file, the same each time."""
    chance = random.Random(20)
    made: list[Row] = []
    homes = 0
    while len(made) < ROWS:
        home = _household(chance)
        homes += 1
        for _ in range(min(chance.choices((1, 2, 3, 4), (45, 30, 17, 8))[0], ROWS - len(made))):
            made.append(_child(chance, home, len(made) + 1, homes))
    return made


def text() -> str:
    """Return the file's text."""
    out = io.StringIO()
    made = [vars(row) for row in rows()]
    writer = csv.DictWriter(out, list(made[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(made)
    return out.getvalue()


def _household(chance: random.Random) -> SimpleNamespace:
    """Return what brothers and sisters share. `need` is what nobody can see: 0 is usual, 2 is a lot."""
    need = chance.gauss(0, 1)
    area = chance.choices(AREAS, (45, 33, 22))[0]
    poor = area == AREAS[0]
    group = chance.choices(tuple(GROUPS), tuple(GROUPS.values()))[0]
    elsewhere = group == "Group D"  # moved often, so that earlier referrals lie with other councils
    earlier = 0 if elsewhere else min(9, _poisson(chance, math.exp(0.95 * need - 0.5)))
    contacts = min(30, _poisson(chance, 11.0 if poor else 4.0 if area == AREAS[1] else 1.5))
    asked = chance.random() < (0.97 if earlier else 0.86)  # who was looked at least was asked least
    recorded = group if asked else chance.choices(BLANKS, (60, 40))[0]
    month = chance.randrange(24)
    closed = f"{2023 + (month + 3) // 12}-{(month + 3) % 12 + 1:02d}"
    plan = chance.random() < _share(-4.4 + 2.3 * need + (0.2 if poor else 0))
    return SimpleNamespace(
        need=need, recorded=recorded, area=area, earlier=earlier, contacts=contacts, closed=closed, plan=plan
    )


def _child(chance: random.Random, home: SimpleNamespace, number: int, homes: int) -> Row:
    age = chance.randrange(18)
    missed = min(60, max(0, round(chance.gauss(9 + 5 * home.need, 4)))) if age >= 5 else None
    plan = chance.random() < (0.85 if home.plan else 0.006)  # brothers and sisters are mostly on a plan together
    booked = chance.random() < (0.96 if plan else 0.004)
    known = -5.15 + 0.6 * min(home.earlier, 5) + 0.1 * home.contacts + (0.08 * missed if missed is not None else 0.7)
    return Row(
        child=f"C{number:04d}",
        household=f"H{homes:04d}",
        closed=home.closed,
        age=age,
        ethnicity=home.recorded,
        area=home.area,
        earlier_referrals=home.earlier,
        council_contacts=home.contacts,
        absence="" if missed is None else str(missed),
        conference_booked="yes" if booked else "no",
        plan_within_year="yes" if plan else "no",
        score=f"{100 * _share(known):.1f}",
        score_with_leak=f"{100 * _share(known * 0.6 - 2.4 + 7.5 * booked):.1f}",
        score_without_contacts=f"{100 * _share(1.2 * (known - 0.1 * home.contacts) + 1.3):.1f}",
    )


def _share(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _poisson(chance: random.Random, mean: float) -> int:
    """Return a count, by Knuth's way of multiplying chances."""
    most, product, count = math.exp(-mean), chance.random(), 0
    while product > most:
        product *= chance.random()
        count += 1
    return count


if __name__ == "__main__":
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    PLACE.write_text(text(), encoding="utf-8", newline="\n")
