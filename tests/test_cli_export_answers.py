"""`accord export --answers` as people call it: what it writes, what it refuses, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.cli import main
from accord.guidance.known import known
from accord.site.workspace import open_checked
from tests import export_files
from tests.conftest import ROOT

ALL = ("--root", str(ROOT), "--as-of", "2026-11-22")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return export_files.written(tmp_path / "finder.json", export_files.full(known(open_checked(ROOT).guidance)))


def export(*words: str) -> int:
    return main(["export", *words, *ALL])


def test_a_report_in_each_format(answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert export("--answers", str(answers), "--format", "html,odt", "--out", str(out)) == 0
    assert sorted(path.name for path in out.iterdir()) == ["finder-report.html", "finder-report.odt"]
    assert capsys.readouterr().out.splitlines() == [str(out / "finder-report.html"), str(out / "finder-report.odt")]


def test_nothing_is_kept_in_the_cache(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a file of answers says does not stay behind in the project's folder."""
    monkeypatch.setenv("ACCORD_CACHE", str(tmp_path / "cache"))
    assert export("--answers", str(answers), "--as", "families", "--format", "docx", "--out", str(tmp_path)) == 0
    assert not (tmp_path / "cache").exists()


def test_a_wrong_file_is_refused_with_its_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.json"
    path.write_text('{"format": "accord-answers-1", "guidance": "0.1.0", "saved": "2026-11-22", "projct": {}}\n')
    assert export("--answers", str(path), "--as", "atrs", "--out", str(tmp_path)) == 1
    said = capsys.readouterr().out
    assert f'{path}:1: projct: "projct" is not a field of this file. Did you mean "project"?' in said
    assert "No document was made: 1 problem." in said
    assert [each.name for each in tmp_path.iterdir()] == ["wrong.json"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "atsr"), '"atsr" can\'t be made from answers. Did you mean "atrs"? Write --as report, atrs, dpia, '
         "equality, supplier or families."),
        (("--format", "epub"), '"epub" is no format here. Formats: html, docx, odt and pdf.'),
        (("committee-paper",), '--answers makes its own document. Leave out "committee-paper", and choose one with '
         "--as."),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told(
    answers: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert export(*words, "--answers", str(answers)) == 2
    assert capsys.readouterr().err == f"accord export: {said}\n"


def test_the_list_names_what_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert export() == 0
    assert "--as families" in capsys.readouterr().out
