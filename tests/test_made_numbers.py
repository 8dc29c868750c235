"""The made-up data is what its program makes, and what pages say of made-up numbers can be worked out again."""

import math
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment, StrictUndefined

from accord.answers import reading
from tests import answers_made as made_answers
from tests import example_sums as sums
from tests.example_sums import Counts, count, span, whole, widened, wilson
from tests.make_referrals import AREAS, BLANKS, FLAG_AT, GROUPS, PLACE, Row, rows, text

ROOT = Path(__file__).resolve().parent.parent
TOOLKIT = ROOT / "docs" / "toolkit"
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
MARK = re.compile(r"\[\[[^|\]]*(?:\||\]\])|\]\([^)]*\)|\{[^}]*\}")  # what a reader does not see of a link
ALL = rows()
SECOND = "score_without_contacts"
QUARTERS = (("First", 48, 13), ("Second", 47, 10), ("Third", 52, 4))  # flags, right ones: made up
PAGES = yaml.safe_load((Path(__file__).parent / "made_numbers.yml").read_text(encoding="utf-8"))


def of(**fields: str) -> list[Row]:
    return [row for row in ALL if fields.items() <= vars(row).items()]


def planned(some: list[Row]) -> int:
    return sum(row.plan_within_year == "yes" for row in some)


def blank(some: list[Row]) -> int:
    return sum(row.ethnicity in BLANKS for row in some)


def drawn(name: str) -> list[int]:
    """Return the counts of a figure."""
    figure = yaml.safe_load((ROOT / "data" / "figures" / f"{name}.yml").read_text(encoding="utf-8"))
    return [int(point["count"]) for point in figure["points"]]


def of_thousand(c: Counts) -> list[int]:
    """Return the four groups of 1,000 children, each rounded half up; they happen to add up."""
    made = [math.floor(1000 * each / c.all + 0.5) for each in (c.right, c.wrong, c.missed, c.left)]
    assert sum(made) == 1000
    return made


def rate(errors: int, children: int) -> str:
    """Return a rate with its range, or that there are too few (modelling-3: below 30, or wider than 30 points)."""
    low, high = wilson(errors, children)
    few = children < 30 or high - low > 0.3
    return "too few to tell" if few else f"{whole(errors / children)} ({span(errors, children)})"


def row(name: str, part: list[Row]) -> str:
    c = count(part, SECOND)
    return f"| {name} | {c.all:,} | {c.outcome} | {rate(c.missed, c.outcome)} | {rate(c.wrong, c.without)} |"


def scores(some: list[Row]) -> list[float]:
    return [float(each.score_without_contacts) for each in some]


def ranked() -> float:
    """Return how often a child with a plan has the higher second score of two (the area under the curve)."""
    one, two = scores(of(plan_within_year="yes")), scores(of(plan_within_year="no"))
    return sum((a > b) + (a == b) / 2 for a in one for b in two) / len(one) / len(two)


def must(true: bool) -> str:
    assert true
    return ""


def names() -> dict[str, Any]:
    """Return what the lines of made_numbers.yml are made of."""

    def flagged(row: Row) -> bool:
        return float(row.score_without_contacts) >= FLAG_AT

    def having_plan(row: Row) -> bool:
        return bool(row.plan_within_year == "yes")

    having = of(plan_within_year="yes")
    group = widened([row for row in having if row.ethnicity == "Group B"], flagged)
    return {
        **vars(sums), "of": of, "planned": planned, "blank": blank, "drawn": drawn, "of_thousand": of_thousand,
        "row": row, "scores": scores, "ranked": ranked, "must": must, "all": ALL, "having": having, "second": SECOND,
        "areas": AREAS, "groups": GROUPS, "quarters": QUARTERS, "size": PLACE.stat().st_size,
        "c": count(ALL), "b": count(ALL, SECOND), "leak": count(ALL, "score_with_leak"),
        "lower": count(ALL, SECOND, 10.0), "booked": of(conference_booked="yes"),
        "many": [row for row in ALL if row.council_contacts >= 8],
        "few": [row for row in ALL if row.council_contacts < 8],
        "new": [row for row in ALL if not row.earlier_referrals],
        "known": [row for row in ALL if row.earlier_referrals],
        "homes": lambda some: len({row.household for row in some}),
        "poor": lambda some: sum(row.area == AREAS[0] for row in some),
        "share": lambda some: whole(planned(some) / len(some)),
        "missing": lambda some: whole(blank(some) / len(some)),
        "alarms": lambda c: whole(c.wrong / c.without),
        "least": next(size for size in range(2, 200) if sums.chance_to_tell(size) >= 0.8),
        "practice": (ROOT / "data" / "lifecycle" / "data-acquisition.yml").read_text(encoding="utf-8"),
        "precision": widened(filter(flagged, ALL), having_plan), "recall": widened(having, flagged),
        "highest": max(widened(of(area=area, plan_within_year="no"), flagged)[1] for area in AREAS),
        "wide": group[1] - group[0],
    }  # fmt: skip


@pytest.fixture(scope="module")
def templates() -> Environment:
    made = Environment(trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, autoescape=False)
    made.filters["n"] = lambda number: f"{number:,}"
    made.globals = names()
    return made


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_can_be_worked_out(templates: Environment, name: str) -> None:
    page = (TOOLKIT / name).read_text(encoding="utf-8")
    page = page if name.endswith(".json") else page.split("---", 2)[2]
    said = [line for line in templates.from_string(PAGES[name]["says"]).render().splitlines() if line]
    assert [words for words in said if words not in page] == []
    rest = MARK.sub(" ", page)
    for words in said:
        rest = rest.replace(MARK.sub(" ", words), " ")
    may = PAGES[name]["may"]
    assert may == "any" or sorted(set(NUMBER.findall(rest)) - {*may.split()}) == [], "a number that nobody worked out"


def test_the_file_is_what_the_program_makes() -> None:
    assert PLACE.read_text(encoding="utf-8") == text(), "Run `python -m tests.make_referrals`."
    assert PLACE.stat().st_size < 300_000


def test_the_published_figure_follows_from_its_rates() -> None:
    placed = 130  # of 1,000; 54 in 100 of them are flagged, and 20 in 100 of the others (chouldechova-2018)
    right, wrong = round(0.54 * placed), round(0.20 * (1000 - placed))
    assert drawn("published") == [right, wrong, placed - right, 1000 - placed - wrong]
    assert round(10 * wrong / (right + wrong)) == 7


@pytest.mark.parametrize("group", GROUPS)
def test_groups_have_no_more_of_the_outcome_by_making(group: str) -> None:
    part = of(ethnicity=group)
    low, high = wilson(planned(part), len(part))
    assert low < planned(ALL) / len(ALL) < high


def test_the_answers_file_loads() -> None:
    path = TOOLKIT / "numbers" / "fennhollow-answers.json"
    opened = made_answers.book(ROOT).judged(*reading.parse(path.name, path.read_bytes()))
    assert opened.problems == ()
    assert opened.answers is not None
    assert all("Made up." in answer.notes for answer in opened.answers.answers.values())
