"""The made-up data is what its program makes, and what pages say of made-up numbers can be worked out again."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from accord.answers import reading
from tests import answers_made as made_answers
from tests.example_sums import Counts, chance_to_tell, count, span, whole, widened, wilson
from tests.make_referrals import AREAS, BLANKS, FLAG_AT, GROUPS, PLACE, Row, rows, text

ROOT = Path(__file__).resolve().parent.parent
TOOLKIT = ROOT / "docs" / "toolkit"
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
MARK = re.compile(r"\[\[[^|\]]*(?:\||\]\])|\]\([^)]*\)|\{[^}]*\}")  # what a reader does not see of a link
ALL = rows()


def planned(some: list[Row]) -> int:
    return sum(row.plan_within_year == "yes" for row in some)


def homes(some: list[Row]) -> int:
    return len({row.household for row in some})


def drawn(name: str) -> list[int]:
    """Return the counts of a figure."""
    figure = yaml.safe_load((ROOT / "data" / "figures" / f"{name}.yml").read_text(encoding="utf-8"))
    return [int(point["count"]) for point in figure["points"]]


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


def samples() -> Iterator[str]:
    """Yield what the field list's page says of sample sizes."""
    for size in (10, 20, 30, 50, 100):
        told = whole(chance_to_tell(size))
        yield f"| {size} | {told} in 100 | {span(size // 10, size)} | {span(3 * size // 10, size)} |"
    least = next(size for size in range(2, 200) if chance_to_tell(size) >= 0.8)
    practice = (ROOT / "data" / "lifecycle" / "data-acquisition.yml").read_text(encoding="utf-8")
    assert f"each of two groups needs {least} children with the outcome" in practice
    base = planned(ALL) / len(ALL)
    yield f"For a chance of 80 in 100, each group needs {least} children with the outcome."
    yield f"In Fennhollow about {round(1000 * base)} in 1,000 have it,"
    yield f"so that is about {round(least / base, -1):.0f} children in each group."
    yield f"Group D has {sum(row.ethnicity == 'Group D' for row in ALL)}."


def fields_tested() -> Iterator[str]:
    """Yield what the page of three tested fields repeats from the data."""
    booked = [row for row in ALL if row.conference_booked == "yes"]
    yield f"Alone it marks {planned(booked)} of the {planned(ALL)} children with a plan."
    many = [row for row in ALL if row.council_contacts >= 8]
    poor = sum(row.area == AREAS[0] for row in many)
    yield f"Eight or more: {poor:,} of {len(many):,} live in the most deprived third."
    assert count(ALL).right == count(ALL, "score_without_contacts").right
    yield f"Without it the score finds {count(ALL).right} children, as before."
    new, known = ([row for row in ALL if bool(row.earlier_referrals) == side] for side in (False, True))
    shares = [whole(sum(row.ethnicity in BLANKS for row in side) / len(side)) for side in (new, known)]
    yield f"Missing for {shares[0]} in 100 without an earlier referral, and {shares[1]} in 100 with one."


def of_thousand(c: Counts) -> list[int]:
    """Return the four groups of 1,000 children, each rounded half up; they happen to add up."""
    made = [math.floor(1000 * each / c.all + 0.5) for each in (c.right, c.wrong, c.missed, c.left)]
    assert sum(made) == 1000
    return made


def rate(errors: int, children: int) -> str:
    """Return a rate with its range, or that there are too few (modelling-3: below 30, or wider than 30 points)."""
    low, high = wilson(errors, children)
    return (
        "too few to tell"
        if children < 30 or high - low > 0.3
        else f"{whole(errors / children)} ({span(errors, children)})"
    )


def flagged(row: Row) -> bool:
    return float(row.score_without_contacts) >= FLAG_AT


def having_plan(row: Row) -> bool:
    return row.plan_within_year == "yes"


def errors() -> Iterator[str]:
    """Yield the error tables' rows, and what follows for the pass mark."""
    second = "score_without_contacts"
    first, better, lower = count(ALL), count(ALL, second), count(ALL, second, 10.0)
    for name, c in (
        ("First score", first),
        ("Second score, without contacts", better),
        ("Second score, flags at 10 or more", lower),
    ):
        yield f"| {name} | {' | '.join(map(str, of_thousand(c)))} |"
    more, wrong = (b - a for a, b in zip(of_thousand(better)[:2], of_thousand(lower)[:2], strict=True))
    yield f"To find {more} more children, the lower threshold flags {wrong} more for nothing."
    assert of_thousand(better) == drawn("second-score")
    yield f"Of 1,000 children, {round(1000 * better.outcome / better.all)} had a plan within a year."
    yield f"Today's random draw finds about {whole(better.outcome / better.all)} in 100."
    groups = [(area, [row for row in ALL if row.area == area]) for area in AREAS]
    groups += [(group, [row for row in ALL if row.ethnicity == group]) for group in GROUPS]
    groups += [("Not recorded", [row for row in ALL if row.ethnicity in BLANKS])]
    for name, part in groups:
        c = count(part, second)
        missed, alarms = rate(c.missed, c.outcome), rate(c.wrong, c.without)
        yield f"| {name} | {c.all:,} | {c.outcome} | {missed} | {alarms} |"
    poor = count([row for row in ALL if row.area == AREAS[0]])
    assert wilson(poor.wrong, poor.without)[1] > 0.11
    share, ends = whole(poor.wrong / poor.without), span(poor.wrong, poor.without)
    yield f"{share} in 100 in the most deprived third, with a range of {ends}."
    precision = widened((row for row in ALL if flagged(row)), having_plan)
    recall = widened((row for row in ALL if having_plan(row)), flagged)
    without = [row for row in ALL if not having_plan(row)]
    highest = max(widened((row for row in without if row.area == area), flagged)[1] for area in AREAS)
    assert precision[0] >= 0.2
    assert recall[0] >= 0.3
    assert highest <= 0.11
    low, high = widened((row for row in ALL if having_plan(row) and row.ethnicity == "Group B"), flagged)
    assert high - low > 0.3
    yield f"the lower ends are {whole(precision[0])} and {whole(recall[0])} in 100,"
    yield f"and the highest upper end in an area is {whole(highest)}."
    yield f"with {whole(better.right / better.flagged)} in 100 ({span(better.right, better.flagged)}), and the second"
    yield f"with {whole(better.right / better.outcome)} in 100 ({span(better.right, better.outcome)})."


def card() -> Iterator[str]:
    """Yield how often the use card says that the score is wrong."""
    c = count(ALL, "score_without_contacts")
    yield f"Of 100 flags, about {whole(c.wrong / c.flagged)} are wrong."
    yield f"Of 100 children who will have a plan, about {whole(c.missed / c.outcome)} get no flag."


def measures() -> Iterator[str]:
    """Yield the examples in the table of measures, and what the two figures of a conflict say."""
    score = "score_without_contacts"
    c = count(ALL, score)
    scores = {
        side: [float(row.score_without_contacts) for row in ALL if (row.plan_within_year == "yes") == side]
        for side in (True, False)
    }
    yield f"{c.right} flagged rightly, {c.wrong} wrongly, {c.missed} missed and {c.left:,} rightly left alone."
    for errors, children in (
        (c.outcome, c.all),
        (c.right, c.flagged),
        (c.right, c.outcome),
        (c.missed, c.outcome),
        (c.wrong, c.without),
    ):
        yield f"| {errors} of {children:,}: {whole(errors / children)}% |"
    yield f"| {sum(map(sum, scores.values())) / 100:.0f} expected, {c.outcome} happened |"
    yield f"| {whole(c.right / c.flagged)}% may be {span(c.right, c.flagged)} |"
    pairs = sum((one > two) + (one == two) / 2 for one in scores[True] for two in scores[False])
    yield f"| {whole(pairs / c.outcome / c.without)} in 100 |"
    yield f"| {whole((c.right + c.left) / c.all)}%, but flagging nobody gives {whole(c.without / c.all)}% |"
    right = []
    for name, base in (("common", 100), ("rare", 20)):
        counts = drawn(f"conflict-{name}")
        assert counts == [base // 2, (1000 - base) // 20, base // 2, 1000 - base - (1000 - base) // 20]
        right.append(whole(counts[0] / sum(counts[:2])))
    yield f"a flag is right for {right[0]} in 100 in the first group, and for {right[1]} in 100 in the second."


QUARTERS = (("First", 48, 13), ("Second", 47, 10), ("Third", 52, 4))  # flags, right ones: made up


def watched() -> Iterator[str]:
    """Yield the monitoring sheet's ranges."""
    for name, flags, right in QUARTERS:
        yield f"| {name} | {flags} | {right} | {whole(right / flags)} ({span(right, flags)}) |"
    _, flags, right = QUARTERS[-1]
    assert wilson(right, flags)[1] < 0.2
    yield f"{right} of {flags}: {whole(right / flags)} ({span(right, flags)}). **Stop**"
    yield f"0, so at most {whole(wilson(0, 10)[1])} in 100"


def stopped() -> Iterator[str]:
    """Yield what the notice counts up."""
    flags, right = sum(flags for _, flags, _ in QUARTERS), sum(right for _, _, right in QUARTERS)
    yield f"{flags} closings were read again. In {right} of them something had been overlooked,"
    yield f"In the last quarter {QUARTERS[-1][2]} of {QUARTERS[-1][1]} flags were right,"
    yield f"at the {QUARTERS[-1][1]} flags of the last quarter"


def test_the_published_figure_follows_from_its_rates() -> None:
    placed = (
        130  # of 1,000; 54 in 100 of them are flagged, and 20 in 100 of the others (data/sources/chouldechova-2018)
    )
    right, wrong = round(0.54 * placed), round(0.20 * (1000 - placed))
    assert drawn("published") == [right, wrong, placed - right, 1000 - placed - wrong]
    assert round(10 * wrong / (right + wrong)) == 7


PAGES: dict[str, tuple[Callable[[], Iterator[str]], set[str]]] = {
    # what must be on the page, and which numbers it may say besides
    "numbers/made-up-data.md": (walk, {"15", "100", "95", "8", "1", "2", "3", "4", "5"}),
    "numbers/measures.md": (measures, {"95", "2018"}),
    "examples/data-acquisition.md": (samples, {"17", "00", "10", "30", "100", "95"}),
    "examples/pre-processing.md": (fields_tested, set()),
    "examples/modelling.md": (errors, {"1", "2", "3", "100", "15", "20", "30", "10", "11", "1,000"}),
    "examples/implementing.md": (card, {"2", "1", "18", "31"}),
    "examples/monitoring.md": (
        watched,
        set(map(str, range(0, 11))) | {"20", "55", "56", "65", "60", "100", "95", "1.9", "0.8", "1.2", "1.0"},
    ),
    "examples/stopping.md": (stopped, {"14", "00", "8", "17", "1", "60"}),
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


def test_the_answers_file_loads_and_says_the_same() -> None:
    path = TOOLKIT / "numbers" / "fennhollow-answers.json"
    opened = made_answers.book(ROOT).judged(*reading.parse(path.name, path.read_bytes()))
    assert opened.problems == ()
    assert opened.answers is not None
    notes = path.read_text(encoding="utf-8")
    right, wrong, missed, left = of_thousand(count(ALL, "score_without_contacts"))
    assert f"{right} are flagged rightly, {wrong} wrongly, {missed} are missed and {left} rightly left alone" in notes
    _, flags, found = QUARTERS[-1]
    assert f"{found} of {flags} flags were right: {whole(found / flags)} in 100, with a range of" in notes
    assert all("Made up." in answer.notes for answer in opened.answers.answers.values())
