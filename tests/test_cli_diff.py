"""`accord diff` says what changed, clause by clause, and whom it touches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sealed
from tests.test_cli_release import Run, _changed, _published_last, _versions, run
from tests.versions_made import DRAFT

__all__ = ["run"]  # a fixture that both files share


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a register that is sealed, with two signatures that count."""
    return sealed.register(tmp_path / "register")


def test_diff_of_two_versions(run: Run) -> None:
    """Clause by clause, in words, and the class that follows."""
    assert run("diff", "1.0.0", "1.1.0") == (
        0,
        [
            "From 1.0.0 to 1.1.0.",
            "Clauses: 1 reworded, 2 the same.",
            "",
            "Warmth 2 is reworded:",
            "  We will tell [-everyone-] {+each person+} who [-asks-] {+asks, in plain words,+} what is in our bread.",
            "",
            "The words alone make it substantive. Two stewards can publish a reason to call it clarifying.",
        ],
    )
    assert run("diff", "1.1.0", "1.1.0") == (
        0,
        [
            "From 1.1.0 to 1.1.0.",
            "Clauses: 3 the same.",
            "The words are the same. If the files differ, their lines break in other places.",
        ],
    )


def test_diff_outside_the_clauses(project: Path, run: Run) -> None:
    """What changes outside the clauses is shown with its line."""
    _changed("Bakers who", "All who")(project)
    _changed("\n2. We say why we did not keep the others.", "")(project)
    code, said = run("diff", "1.1.0", "draft")
    assert code == 0
    assert said[-5:] == [
        "Outside the clauses:",
        "  line 3: [-Bakers-] {+All+} who sign this text promise the people who eat their bread what stands here. "
        "It is made up for tests, and *nobody* has signed it.",
        "  line 25 of the older text: [-We say why we did not keep the others.-]",
        "",
        "The words alone make it substantive. Two stewards can publish a reason to call it clarifying.",
    ]


def test_impact(run: Run) -> None:
    """The draft against the newest version: clauses, words, what names them, and who would sign again."""
    code, said = run("diff", "--impact")
    assert code == 0
    assert said[:12] == [
        "The draft against 1.1.0, released 2025-09-01.",
        "",
        "Clauses: 1 added, 3 the same.",
        "",
        "Patience 2 is added:",
        "  {+We will wait for the last guest before we close.+}",
        "",
        "The words alone make it substantive. Two stewards can publish a reason to call it clarifying. "
        "Its number would be 2.0.0.",
        "",
        "Plain words to write: none.",
        "Related to the clauses that change:",
        "  patience-2: value patience, principle fresh, context weather",
    ]
    assert said[-1] == "All 2 would have to sign again, unless two stewards publish a reason why not."


def test_impact_of_spelling_and_missing_words(project: Path, run: Run) -> None:
    """A change that is no promise asks nobody to sign again, and a clause without words is named."""
    _published_last(project)
    _changed("keep the door", "keep, the door")(project)
    code, said = run("diff", "--impact", "1.1.0")
    assert code == 0
    assert "Plain words to write: Warmth 1." in said
    assert said[-1] == "Nobody would have to sign again: their signatures carry over."


def test_impact_of_nothing(project: Path, run: Run) -> None:
    """A draft that is the newest version has no class and no number."""
    _published_last(project)
    code, said = run("diff", "--impact")
    assert code == 0
    assert said[:5] == [
        "The draft against 1.1.0, released 2025-09-01.",
        "",
        "Clauses: 3 the same.",
        "The words are the same. If the files differ, their lines break in other places.",
        "",
    ]
    assert said[5:8] == ["Plain words to write: none.", "Related to the clauses that change:", "  nothing"]


def test_diff_called_wrongly(project: Path, run: Run) -> None:
    """Exit 2 with a sentence; 1 where the text is there and can't be read."""
    known = "There are 1.0.0, 1.1.0, draft."
    assert run("diff", "1.0.0", "1.2.0") == (
        2,
        [f'accord diff: there is no version "1.2.0". Did you mean "1.1.0"? {known}'],
    )
    usage = 'accord diff: give two versions, or --impact and at most one. "draft" is the draft.'
    assert run("diff", "1.0.0") == (2, [usage])
    assert run("diff", "--impact", "1.0.0", "1.1.0") == (2, [usage])
    assert run("diff", "--impact", "draft") == (2, [usage])
    _changed("the last guest", "the <b>last</b> guest")(project)
    assert run("diff", "1.1.0", "draft") == (
        1,
        [f'{DRAFT}:22: The line holds an HTML tag: "<b". Use **bold** or *italic*, or plain words.'],
    )
    assert run("diff", "1.0.0", "\x1b[2J")[1][0].startswith('accord diff: there is no version "\\u001b[2J".')


def test_diff_before_the_first_version(project: Path, run: Run) -> None:
    """There is nothing to compare with, and the sentence says so."""
    for name in _versions(project):
        (project / "commitment" / "versions" / name).unlink()
    assert run("diff", "--impact") == (
        2,
        ["accord diff: no version is published yet, so a draft touches nobody."],
    )
    (project / DRAFT).unlink()
    assert run("diff", "1.0.0", "draft") == (
        2,
        ['accord diff: there is no version "1.0.0". There is no version yet.'],
    )
