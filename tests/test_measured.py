"""Figures: kept with what they are true of, judged by their goals, and shown with what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from accord.measure import keeping
from accord.model.build import build
from accord.model.guidance import Guidance
from accord.model.measured import Found, Measure, Measured, Wanted, met
from accord.problem import Unusable
from accord.read import project as reading
from accord.read import state
from accord.render.figures import growth
from accord.render.measured import measures, rows, said
from tests import support
from tests.changes_support import commit, git

DAY = date(2026, 6, 1)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return the sample project as a repository with one commit."""
    root = support.sample(tmp_path)
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


@pytest.fixture(scope="module")
def guidance(root_module: Path) -> Guidance:
    return build(reading.load(root_module), DAY)


@pytest.fixture(scope="module")
def root_module() -> Path:
    return support.ROOT


def measured(*found: Found, state: str = "") -> Measured:
    return Measured(
        path="data/measured/x.yml", date="2026-06-01", commit="a" * 40, state=state, machine="One oven",
        command="make x", figures=found,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "goal", "better", "value", "expected"),
    [
        ("times", "1.15", "", "1.15", True),
        ("times", "1.15", "less", "1.16", False),
        ("points", "95", "more", "95", True),
        ("points", "95", "more", "94", False),
        ("count", "", "", "7", None),
        ("proof", "", "", "holds", True),
        ("proof", "", "", "fails", False),
        ("proof", "", "", "7", None),
        ("count", "7", "", "holds", None),
    ],
)
def test_a_goal_is_met_when_it_is_reached(unit: str, goal: str, better: str, value: str, expected: bool | None) -> None:
    assert met(unit, goal, better, value) is expected


def test_what_is_kept_can_be_read_again(repository: Path) -> None:
    """The file names commit, day, machine and state, passes the check, and is replaced as a whole."""
    support.write(repository, "data/measures/crumbs.yml", CRUMBS)
    commit(repository)
    of = keeping.commit(repository)
    assert of == git(repository, "rev-parse", "HEAD").strip()
    keeping.keep(repository, "crumbs", DAY, of, [Found(id="fallen", value="4"), Found(id="swept", value="holds")])
    note = 'From "here" \\ to there.'
    path = keeping.keep(repository, "crumbs", DAY, of, [Found(id="fallen", value="3", note=note)])
    assert path == "data/measured/crumbs.yml"
    assert support.lines(repository) == []
    g = build(reading.load(repository), DAY)
    (run,) = g.measured
    assert run.figures == (Found(id="fallen", value="3", note=note),)
    assert (run.date, run.commit, run.state, run.command) == ("2026-06-01", of, g.state, "make crumbs")
    assert "Python 3." in run.machine
    assert keeping.commit(repository) == of  # what was kept is no change that hinders keeping more


def test_a_part_is_kept_beside_what_was_measured_of_the_same_commit(repository: Path) -> None:
    """Figures of another commit are not mixed in."""
    support.write(repository, "data/measures/crumbs.yml", CRUMBS)
    commit(repository)
    of = keeping.commit(repository)
    swept = Found(id="swept", value="holds", note="With a broom.")
    assert keeping.together(repository, "crumbs", of, [swept]) == [swept]
    keeping.keep(repository, "crumbs", DAY, of, [Found(id="fallen", value="4"), Found(id="swept", value="fails")])
    assert keeping.together(repository, "crumbs", of, [swept]) == [Found(id="fallen", value="4"), swept]
    support.write(repository, "docs/index.md", "changed")
    with pytest.raises(Unusable, match="is of another commit"):
        keeping.together(repository, "crumbs", of, [swept])


CRUMBS = """id: crumbs
order: "1"
label: Crumbs
summary: How many crumbs fall.
command: make crumbs
figures:
  - id: fallen
    promise: Few crumbs fall.
    unit: count
    goal: "3"
  - id: swept
    promise: Crumbs are swept.
    unit: proof
"""


def test_a_commit_is_needed(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Figures of something that no commit holds could never be repeated."""
    support.write(repository, "docs/index.md", "changed")
    with pytest.raises(Unusable, match=r"something is not committed \(M docs/index.md\)\. Commit it first\."):
        keeping.commit(repository)
    with pytest.raises(Unusable, match="git knows none here"):
        keeping.commit(tmp_path_factory.mktemp("bare"))


def test_the_state_is_that_of_what_makes_the_site(repository: Path) -> None:
    """A page, a line of data or of the program changes it; records, figures and what Python leaves do not."""
    before = state.digest(repository)
    for name in ("commitment/signatories/x/y.yml", "data/measured/x.yml", "data/measures/x.yml", "data/local/site.yml",
                 "scripts/accord/__pycache__/x.pyc", "scripts/accord.egg-info/PKG-INFO", "README.md"):  # fmt: skip
        support.write(repository, name, "x")
        assert state.digest(repository) == before, name
    for name in ("docs/x.md", "data/roles/x.yml", "scripts/x.py", "overrides/x.html", "mkdocs.yml"):
        support.write(repository, name, "x")
        assert state.digest(repository) != before, name
        before = state.digest(repository)
    (repository / "docs" / "x.md").rename(repository / "docs" / "z.md")
    assert state.digest(repository) != before


MEASURE = Measure(
    path="data/measures/m.yml", id="m", order="1", label="Crumbs", summary="How many fall.", command="make m",
    figures=(
        Wanted(id="a", promise="Few fall.", unit="count", goal="3", short="The table was bumped."),
        Wanted(id="b", promise="Many are eaten.", unit="KB", goal="1000", better="more"),
        Wanted(id="c", promise="They are swept.", unit="proof"),
        Wanted(id="d", promise="They are light.", unit="seconds"),
    ),
)  # fmt: skip


def test_a_row_says_what_is_known() -> None:
    """A figure that falls short has its reason, one that does not has none, and nothing stands for what is missing."""
    run = measured(Found(id="a", value="4"), Found(id="b", value="1234.5", note="Twice."), Found(id="d", value="0.5"))
    found = [(row.goal, row.value, row.answer, row.verdict, row.note, row.reason) for row in rows(MEASURE, (run,))]
    assert found == [
        ("at most 3", "4", "Falls short", "short", "", "The table was bumped."),
        ("at least 1,000 KB", "1,234.5 KB", "Met", "met", "Twice.", ""),
        ("holds", "not measured yet", "Not known", "open", "", ""),
        ("none set", "0.5 seconds", "No goal", "open", "", ""),
    ]
    (met_now, *_) = rows(MEASURE, (measured(Found(id="a", value="3")),))
    assert (met_now.answer, met_now.reason) == ("Met", "")
    assert said("times", "1.10") == "1.10 times"


def test_the_page_says_when_figures_are_old(guidance: Guidance) -> None:
    """A run of another state than today's is called so."""
    known = replace(guidance, measures=(MEASURE,), state="sha256:now")
    fresh = measures(replace(known, measured=(measured(Found(id="a", value="4"), state="sha256:now"),)), "../", "")
    stale = measures(replace(known, measured=(measured(Found(id="a", value="4"), state="sha256:then"),)), "../", "m")
    assert "The site has changed since then" not in fresh
    assert "The site has changed since then" in stale
    assert "1 June 2026" in stale
    assert "<code>aaaaaaaaaa</code>" in stale
    assert "The table was bumped." in stale
    none = measures(replace(known, measured=()), "../", "")
    assert "Nothing of this group has been measured and kept yet." in none
    assert none.count("not measured yet") == 4
    assert measures(known, "../", "other") == ""


def test_the_chart_has_a_line_for_each_command(guidance: Guidance) -> None:
    """Points are placed by their numbers; without two sizes there is a sentence in its place."""
    assert growth(replace(guidance, measured=())).startswith("<p>There is no chart yet")
    one = measured(Found(id="check-live", value="1.0"), Found(id="site-live", value="holds"))
    assert growth(replace(guidance, measured=(one,))).startswith("<p>There is no chart yet")
    run = measured(
        Found(id="check-live", value="1"), Found(id="check-10000", value="10"),
        Found(id="verify-live", value="2"), Found(id="verify-1000", value="2.5"), Found(id="verify-10000", value="10"),
    )  # fmt: skip
    chart = growth(replace(guidance, measured=(run,)))
    assert chart.count('class="growth growth--check"') == 2  # wide and narrow
    assert chart.count('class="growth growth--verify"') == 2
    assert "growth--build" not in chart
    assert 'points="52,228 676,12"' in chart  # 1 and 10 of at most 10 seconds, over 624 units
    assert "style=" not in chart
