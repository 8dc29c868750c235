"""`accord sign` step by step: each question says what may be answered, and is asked again where an answer can't be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests import terminal
from tests.steward_made import typed
from tests.test_cli_sign import FLOUR, RECORD, call, files, project, register

__all__ = ["project", "register"]  # fixtures


def test_asked_step_by_step(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each wrong answer is told and asked for again; Enter takes a default or leaves out what is not needed."""
    typed(
        monkeypatch, "sigend", "signed", "Bad Slug", "flour-makers",
        "",  # the day
        "bakers", "organisation", "", "The Flour Makers", "Chair of the bakers",
        "2026-02-30", "",  # decided
        "",  # decision_url
        "9.9.9", "",  # version
        "",  # use_of_ml
        "warmth-9", "warmth-2, patience-1", "We do not know.", "", "We hurry.",
        "Bread for all", "http://x.org", "https://www.example.org/bread", "maybe", "yes",
    )  # fmt: skip
    assert call(project) == 0
    assert sys.stdin.read() == ""
    err = capsys.readouterr().err
    for words in (
        '"sigend" is not one of the choices. Did you mean "signed"?',
        '"Bad Slug" ',
        "This is needed. Try again.",
        '"bakers" is not one of the choices.',
        '"2026-02-30" is no day of the calendar.',
        'There is no version "9.9.9". Try again.',
        "No clause of this version: warmth-9. Try again.",
        "The address does not start with https://.",
        "Write it? [y/n] ",
    ):
        assert words in err
    extra = 'reserves_warmth-2: "We do not know."\nreserves_patience-1: "We hurry."\nstatement: "Bread for all"\n'
    wanted = RECORD + f'{extra}url: "https://www.example.org/bread"\n'.encode()
    assert (project / FLOUR / "2026-06-01-signed.yml").read_bytes() == wanted


def test_only_what_is_missing_is_asked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Options are answers."""
    typed(monkeypatch, "", "Owner", "Closed.", "yes")
    assert call(project, "--event", "withdrawn", "--signatory", "market-bakery") == 0


def test_a_review_is_asked_clause_by_clause(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the clause's words; a reason only where it is needed."""
    typed(monkeypatch, "", "Chair", "1.1.0", "", "kept", "", "partly", "", "No list yet.", "", "not-applicable",
          "We rest.", "", "", "", "yes")  # fmt: skip
    assert call(project, "--event", "reviewed", "--signatory", "market-bakery") == 0
    assert "warmth-1: We will keep the door open while the oven is hot." in capsys.readouterr().err
    made = (project / "commitment/signatories/market-bakery/2026-06-01-reviewed.yml").read_text()
    assert made.splitlines()[6:] == [
        'warmth-1: "kept"',
        'warmth-2: "partly"',
        'warmth-2_why: "No list yet."',
        'patience-1: "not-applicable"',
        'patience-1_why: "We rest."',
    ]


def test_a_correction_shows_what_can_be_put_right(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "", "2025-08-01-signed", "digest", "rle", "url", "ftp://x", "https://www.example.org",
          "Typed badly.", "no")  # fmt: skip
    assert call(project, "--event", "corrected", "--signatory", "market-bakery") == 0
    err = capsys.readouterr().err
    assert "Give the file's name: 2025-08-01-signed.yml." in err
    assert 'The field "digest" can\'t be put right there.' in err
    assert 'The field "rle" can\'t be put right there. Did you mean "role"?' in err
    assert err.endswith("Nothing is written.\n")
    assert not [*(project / "commitment/signatories/market-bakery").glob("*corrected*")]


def test_a_rule_that_finds_fault_is_answered_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What one field alone can't show, the rules show; then that field is asked for once more."""
    typed(monkeypatch, "", "Owner", "Write to jo@example.org", "Closed.", "yes")
    assert call(project, "--event", "withdrawn", "--signatory", "market-bakery") == 0
    made = project / "commitment/signatories/market-bakery/2026-06-01-withdrawn.yml"
    assert "2026-06-01-withdrawn.yml:5: reason: " in capsys.readouterr().err
    assert 'reason: "Closed."' in made.read_text()


@pytest.mark.parametrize("answers", [(), ("signed", "flour-makers")])
def test_the_end_of_the_input_stops_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: tuple[str, ...]
) -> None:
    """At any question, with one sentence."""
    before = files(project)
    typed(monkeypatch, *answers)
    assert call(project) == 130
    assert capsys.readouterr().err.endswith("\nStopped. Nothing is written.\n")
    assert files(project) == before


def test_a_record_is_made_in_a_real_terminal(project: Path) -> None:
    told_who = ("organisation", "The Flour Makers", "Chair of the bakers")
    answers = ("signed", "flour-makers", "", *told_who, *[""] * 7, "yes")
    status, told = terminal.typed(project, "sign", *(f"{answer}\n" for answer in answers))
    assert status == 0, told
    assert (project / FLOUR / "2026-06-01-signed.yml").read_bytes() == RECORD


@pytest.mark.parametrize("key", ["\x04", "\x03"], ids=["Ctrl-D", "Ctrl-C"])
def test_stopped_by_a_key(project: Path, key: str) -> None:
    """At the second question, and also where whoever started the tests ignores Ctrl-C. Nothing is written."""
    before = files(project)
    status, told = terminal.typed(project, "sign", "signed\n", key)
    assert status == 130, told
    assert "Stopped. Nothing is written.\r\n" in told
    assert files(project) == before
