"""The made-up data is what its program makes, and what pages say of made-up numbers can be worked out again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.example_sums import count, span, whole, wilson
from tests.make_referrals import AREAS, BLANKS, GROUPS, PLACE, Row, rows, text

ROOT = Path(__file__).resolve().parent.parent
TOOLKIT = ROOT / "docs" / "toolkit"
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
MARK = re.compile(r"\[\[[^|\]]*\||\]\([^)]*\)|\{[^}]*\}")  # what a reader does not see of a link
ALL = rows()


def planned(some: list[Row]) -> int:
    return sum(row.plan_within_year == "yes" for row in some)


def homes(some: list[Row]) -> int:
    return len({row.household for row in some})


def test_the_file_is_what_the_program_makes() -> None:
    assert PLACE.read_text(encoding="utf-8") == text(), "Run `python -m tests.make_referrals`."
    assert PLACE.stat().st_size < 300_000


def walk() -> Iterator[str]:
    """Yield what the walk through the data says."""
    c, leak, without = (count(ALL, name) for name in ("score", "score_with_leak", "score_without_contacts"))
    having = [row for row in ALL if row.plan_within_year == "yes"]
    yield f"(CSV, {PLACE.stat().st_size / 1000:.0f} KB)"
    yield f"Of {c.all:,} children, {c.outcome} had a plan within a year: about {whole(c.outcome / c.all)} in 100."
    yield f"The score flags {c.flagged} children."
    yield f"It is right about {c.right}, wrong about {c.wrong}, and misses {c.missed}."
    yield f"The children come from {homes(ALL):,} households, and the {c.outcome} with a plan from {homes(having)}."
    yield f"[[modelling-4|{c.outcome} children tell you less]] than {c.outcome} strangers would."
    yield f"{leak.flagged} flags, of which {leak.right} are right, and only {leak.missed} children missed."
    booked = [row for row in ALL if row.conference_booked == "yes"]
    yield f'it is "yes" for {len(booked)} children, and {planned(booked)} of them had a plan.'
    many, few = ([row for row in ALL if (row.council_contacts >= 8) == side] for side in (True, False))
    poor = sum(row.area == AREAS[0] for row in many)
    yield f"of {len(many):,} children with 8 or more contacts, {poor:,} live in the most deprived third."
    shares = [whole(planned(side) / len(side)) for side in (many, few)]
    yield f"Yet {shares[0]} in 100 of them had a plan, and {shares[1]} in 100 of the others."
    even = set()
    for area in AREAS:
        part = [row for row in ALL if row.area == area]
        one, two = count(part), count(part, "score_without_contacts")
        share, ends = whole(one.wrong / one.without), span(one.wrong, one.without)
        yield f"| {area} | {one.without:,} | {one.wrong} | {share} ({ends}) |"
        even.add(whole(two.wrong / two.without))
    assert without.right == c.right
    yield f"It finds {without.right} children too, with {without.wrong} false alarms,"
    yield f"and they are even: {even.pop()} in 100"
    assert not even
    small = [row for row in ALL if row.ethnicity == "Group D"]
    d = count(small)
    assert (d.outcome, d.missed) == (6, 6)
    yield f"Group D has {d.all} children from {homes(small)} households. Six had a plan, all six were missed,"
    yield f"the range is {span(d.missed, d.outcome)}."
    blank = {name: [row for row in ALL if row.ethnicity == name] for name in BLANKS}
    yield f'`ethnicity` is empty for {len(blank[""])} children and "Not yet obtained" for {len(blank[BLANKS[0]])}.'
    new, known = ([row for row in ALL if bool(row.earlier_referrals) == side] for side in (False, True))
    for said, side in (
        ("for {} of {:,} children without an earlier referral, {} in 100.", new),
        ("With one, it is missing for {} of {:,}, {} in 100.", known),
    ):
        missing = sum(row.ethnicity in BLANKS for row in side)
        yield said.format(missing, len(side), whole(missing / len(side)))
    yield f"and {sum(planned(some) for some in blank.values())} children with a plan."


def test_the_published_figure_follows_from_its_rates() -> None:
    figure = yaml.safe_load((ROOT / "data" / "figures" / "published.yml").read_text(encoding="utf-8"))
    placed = (
        130  # of 1,000; 54 in 100 of them are flagged, and 20 in 100 of the others (data/sources/chouldechova-2018)
    )
    right, wrong = round(0.54 * placed), round(0.20 * (1000 - placed))
    counts = [int(point["count"]) for point in figure["points"]]
    assert counts == [right, wrong, placed - right, 1000 - placed - wrong]
    assert round(10 * wrong / (right + wrong)) == 7


PAGES: dict[str, tuple[Callable[[], Iterator[str]], set[str]]] = {
    # what must be on the page, and which numbers it may say besides
    "numbers/made-up-data.md": (walk, {"15", "100", "95", "8", "1", "2", "3", "4", "5"}),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_can_be_worked_out(name: str) -> None:
    page = (TOOLKIT / name).read_text(encoding="utf-8").split("---", 2)[2]
    must, may = PAGES[name]
    said = list(must())
    assert [words for words in said if words not in page] == []
    rest = MARK.sub(" ", page)
    for words in said:
        rest = rest.replace(MARK.sub(" ", words), " ")
    assert sorted(set(NUMBER.findall(rest)) - may) == [], "a number that nobody worked out"


def test_groups_have_no_more_of_the_outcome_by_making() -> None:
    for group in GROUPS:
        part = [row for row in ALL if row.ethnicity == group]
        low, high = wilson(planned(part), len(part))
        assert low < planned(ALL) / len(ALL) < high
