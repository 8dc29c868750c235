"""`accord sign` step by step: each question says what may be answered, and is asked again where an answer can't be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accord.record import session
from tests import support
from tests.test_cli_sign import FLOUR, RECORD, call, files

# What is answered, in turn. `None` is Ctrl-D.
Answers = Callable[..., None]


class Terminal:
    """A standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return support.sample(tmp_path / "sample")


@pytest.fixture
def terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Answers]:
    """Yield what sets the answers that a person types; each must be asked for."""
    left: list[str | None] = []

    def read(words: str) -> str:
        print(words)
        answer = left.pop(0)
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr(session, "_read", read)
    monkeypatch.setattr("sys.stdin", Terminal())
    yield lambda *answers: left.extend(answers)
    assert left == []


def test_asked_step_by_step(project: Path, terminal: Answers,
                            capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """Each wrong answer is told and asked for again; Enter takes a default or leaves out what is not needed."""
    terminal(
        "sigend", "signed",
        "Bad Slug", "flour-makers",
        "",  # the day
        "", "The Flour Makers",
        "bakers", "organisation",
        "Chair of the bakers",
        "2026-02-30", "",  # decided
        "",  # decision_url
        "9.9.9", "",  # version
        "",  # use_of_ml
        "warmth-9", "warmth-2, patience-1", "We do not know.", "", "We hurry.",
        "Bread for all",
        "http://x.org", "https://www.example.org/bread",
        "maybe", "yes",
    )  # fmt: skip
    assert call(project) == 0
    out, err = capsys.readouterr()
    for words in (
        '"sigend" is not one of the choices. Did you mean "signed"?',
        '"Bad Slug" has the wrong form.',
        "This is needed. Try again.",
        '"bakers" is not one of the choices.',
        '"2026-02-30" is no day of the calendar.',
        'There is no version "9.9.9". Try again.',
        "No clause of this version: warmth-9. Try again.",
        "The address does not start with https://.",
    ):
        assert words in err
    assert "Write it? (yes or no) " in out
    extra = 'reserves_warmth-2: "We do not know."\nreserves_patience-1: "We hurry."\nstatement: "Bread for all"\n'
    wanted = RECORD + f'{extra}url: "https://www.example.org/bread"\n'.encode()
    assert (project / FLOUR / "2026-06-01-signed.yml").read_bytes() == wanted


def test_only_what_is_missing_is_asked(project: Path, terminal: Answers) -> None:
    """Options are answers."""
    terminal("", "Owner", "Closed.", "yes")
    assert call(project, "--event", "withdrawn", "--signatory", "market-bakery") == 0


def test_a_review_is_asked_clause_by_clause(project: Path, terminal: Answers,
                                            capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """With the clause's words; a reason only where it is needed."""
    terminal("", "Chair", "1.1.0", "", "kept", "", "partly", "", "No list yet.", "", "not-applicable", "We rest.", "",
             "", "", "yes")  # fmt: skip
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


def test_a_correction_shows_what_can_be_put_right(project: Path, terminal: Answers,
                                                  capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    terminal(
        "", "2025-08-01-signed", "digest", "rle", "url", "ftp://x", "https://www.example.org", "Typed badly.", "no"
    )
    assert call(project, "--event", "corrected", "--signatory", "market-bakery") == 0
    err = capsys.readouterr().err
    assert "Give the file's name: 2025-08-01-signed.yml, 2025-08-09-confirmed.yml." in err
    assert 'The field "digest" can\'t be put right there.' in err
    assert 'The field "rle" can\'t be put right there. Did you mean "role"?' in err
    assert err.endswith("Nothing is written.\n")
    assert not [*(project / "commitment/signatories/market-bakery").glob("*corrected*")]


def test_a_rule_that_finds_fault_is_answered_again(project: Path, terminal: Answers,
                                                   capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """What one field alone can't show, the rules show; then that field is asked for once more."""
    terminal("", "Owner", "Write to jo@example.org", "Closed.", "yes")
    assert call(project, "--event", "withdrawn", "--signatory", "market-bakery") == 0
    assert "2026-06-01-withdrawn.yml:5: reason: " in capsys.readouterr().err
    assert (
        'reason: "Closed."' in (project / "commitment/signatories/market-bakery/2026-06-01-withdrawn.yml").read_text()
    )


def test_a_slug_that_is_no_folder(project: Path, terminal: Answers) -> None:
    terminal("", "aux", "Owner", "Closed.", None)
    assert call(project, "--event", "withdrawn", "--date", "2026-06-01") == 130


@pytest.mark.parametrize("answers", [(None,), ("signed", "flour-makers", None)])
def test_ctrl_d_stops(project: Path, terminal: Answers,
                      capsys: pytest.CaptureFixture[str], answers: tuple[str | None, ...]) -> None:  # fmt: skip
    """At any question, with one sentence; so does Ctrl-C."""
    before = files(project)
    terminal(*answers)
    assert call(project) == 130
    assert capsys.readouterr().err.endswith("\nStopped. Nothing is written.\n")
    assert files(project) == before
