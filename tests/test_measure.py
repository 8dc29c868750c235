"""The measures: their arithmetic, and that each runs with tiny numbers. How long anything takes is asserted nowhere."""

from __future__ import annotations

import statistics
import sys
from datetime import date
from pathlib import Path

import pytest

from accord.cli import main
from accord.measure import benching, building_ratio, many, previewing, scale, verifying
from accord.measure.clocked import clocked
from accord.measure.figure import Figure, growth, median_ratio, spread
from accord.measure.holder import Holder
from accord.model.build import build
from accord.model.commitment import Version
from accord.model.commitment_build import commitment
from accord.read import commitment as commitment_files
from accord.read import project as reading
from accord.verify import keys, openssh, sshsig
from accord.verify.audit import audit

BEYOND = date(2029, 1, 1)


def version(root: Path) -> Version:
    return commitment(reading.load(root)).versions[-1]


def test_the_median_is_of_ratios_pair_by_pair() -> None:
    """One disturbed run does not move it, and a slow machine is slow for both halves of a pair."""
    assert median_ratio([(2, 1), (30, 10), (4, 2)]) == 2
    assert median_ratio([(100, 1), (2, 2), (3, 3)]) == 1
    with pytest.raises(statistics.StatisticsError):
        median_ratio([])
    assert spread([(2, 1), (30, 10), (4, 2)]) == "The median of 3 pairs, from 2.00 to 3.00."


def test_growth_leaves_out_what_costs_the_same_whatever_the_size() -> None:
    """Linear cost gives 1 however dear an empty register is; the cost of a square gives the ratio of the sizes."""
    assert growth((100, 5 + 1), (1000, 5 + 10), 5) == pytest.approx(1)
    assert growth((100, 5 + 1), (1000, 5 + 100), 5) == pytest.approx(10)


def test_a_figure_shows_its_goal() -> None:
    assert str(Figure("ours / theirs", 1.234, 1.15)) == "ours / theirs: 1.23 (goal 1.15)"


def test_a_failed_command_measures_nothing(tmp_path: Path) -> None:
    assert clocked([sys.executable, "-c", "pass"], tmp_path).wall > 0
    with pytest.raises(RuntimeError, match="oh no"):
        clocked([sys.executable, "-c", "raise SystemExit('oh no')"], tmp_path)


def test_a_made_up_signature_is_good_for_us_and_for_openssh() -> None:
    """What is measured is what OpenSSH would have made."""
    holder = Holder("bakery")
    key = keys.read(holder.line)
    made = holder.sign(b"words")
    found = sshsig.read(made)
    assert isinstance(key, keys.Key)
    assert isinstance(found, sshsig.Signature)
    assert sshsig.verify(found, b"words", key) is None
    assert sshsig.verify(found, b"other words", key) is not None
    assert openssh.verify("bakery", key, made, b"words")


def test_a_made_up_register_is_sound(root: Path, tmp_path: Path) -> None:
    """Signed or not, its records have no problem: what is refused early would look fast."""
    project = tmp_path / "project"
    scale.copied(root, project)
    many.write(project, version(root), 12, keyed=4)
    found = audit(reading.load(project), BEYOND)
    assert found.problems == []
    assert found.count.good_signatures == 2 * 3
    assert found.list.records == 3 * 12


def test_verification_is_measured_over_good_signatures_only(root: Path, tmp_path: Path) -> None:
    runs = verifying.runs(tmp_path / "a", version(root), 3, 2)
    assert len(runs) == 2
    assert all(min(each.reading, each.verifying, each.bare) > 0 for each in runs)
    spoilt = tmp_path / "b"
    many.write(spoilt, version(root), 1, keyed=1)
    path = next(spoilt.rglob("*-signed.yml"))
    path.write_bytes(path.read_bytes().replace(b"each year", b"some year"))
    with pytest.raises(RuntimeError, match="not found good"):
        verifying.verify(commitment_files.load(spoilt, {})[0], 1)


def test_sizes_are_measured_with_their_own_ids(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line that a size gives has a figure, and the ids of the largest are the ones that the data promises."""
    monkeypatch.setattr(scale, "COMMANDS", ("check",))
    monkeypatch.setattr(benching, "WORDS", {"check": "check"})
    monkeypatch.setattr(benching, "SMALL", 5)
    monkeypatch.setattr(building_ratio, "pairs", lambda *_: [(1.0, 1.0)])
    bench = benching.Bench(root, version(root), 1, 1, 20)
    found = [each for line in benching._sizes(bench, tmp_path) for each in line.found]
    wanted = ["check-demo", "ratio-demo", "check-live", "record-live", "check-2", "check-5", "check-20", "record-20"]
    assert [each.id for each in found] == [*wanted, "growth-check"]
    assert all(float(each.value) > 0 for each in found if each.id != "growth-check")


def test_a_large_register_is_measured_once() -> None:
    assert [scale.repeats(number, 5) for number in (0, 153, 1000, 10_000)] == [5, 5, 3, 1]


def test_the_preview_is_timed_from_save_to_sight(root: Path) -> None:
    assert [taken > 0 for taken in previewing.seconds(root, 1)] == [True]


def test_goals_in_the_data_are_those_of_the_commands(root: Path) -> None:
    """The page and the terminal say the same goal."""
    measures = build(reading.load(root), BEYOND).measures
    goals = {figure.id: figure.goal for measure in measures for figure in measure.figures if figure.goal}
    assert float(goals["ratio-live"]) == building_ratio.GOAL
    assert float(goals["verify-ratio"]) == verifying.GOAL
    assert {float(goals[f"growth-{name}"]) for name in benching.WORDS.values()} == {scale.GOAL}
    assert {float(goals[f"{name}-10000"]) for name in scale.COMMANDS} == {scale.SLOWEST}


@pytest.mark.parametrize("words", [["--signatories", "9"], ["--runs", "0"], ["--verified", "-1"]])
def test_numbers_that_measure_nothing_are_refused(
    root: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["bench", "--root", str(root), *words])
    assert left.value.code == 2
    assert "accord bench: error" in capsys.readouterr().err
