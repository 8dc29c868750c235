"""`accord release-guidance` freezes the words asked, once, whole, and only when something says what changed."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from accord.guidance import release as guidance_release
from accord.guidance.releases import difference, in_order, number
from tests import answers_made as made
from tests import support
from tests.support import element
from tests.test_cli_answers import project
from tests.test_cli_release import Run, run

FROZEN = "data/guidance-releases/0.2.0.yml"
GOOD = ("release-guidance", "0.2.0", "--released", "2026-05-31")
DONE = [
    f"Version 0.2.0 of the guidance is frozen as {FROZEN}.",
    "Next:",
    '1. Run "accord check" and read what it says.',
    f'2. Run "git add {FROZEN} data/guidance.yml" and commit both.',
    "3. Build the site: its page of changes says what was added, reworded and retired.",
]


def test_a_release_is_what_the_check_asks_for(project: Path, run: Run) -> None:
    """Changed words ask for a new number; with it, the release is written, dated, and fine."""
    made.later(project)
    assert run(*GOOD) == (0, DONE)
    guidance = (project / "data/guidance.yml").read_text(encoding="utf-8")
    assert guidance.startswith(
        'version: "0.2.0"\nreleased: "2026-05-31"\nchanges:\n  - version: "0.2.0"\n    date: "2026-05-31"\n'
    )
    assert support.lines(project) == []
    known = made.book(project).known
    found = difference(known.releases[0].items, known.releases[1].items)
    assert [release.version for release in known.releases] == ["0.1.0", "0.2.0"]
    assert (found.added, found.retired) == (("warmth-q5",), ("warmth-q3",))
    assert [name for name, _, _ in found.reworded] == ["warmth-q2", "stage-one-2"]
    assert known.gone["warmth-q3"].last == "0.1.0"


def test_releases_stand_in_order_of_their_numbers(project: Path) -> None:
    assert number("0.10.0") > number("0.9.0")
    found = in_order(element("guidance-release", version=each) for each in ("0.10.0", "0.9.0"))
    assert [each.version for each in found] == ["0.9.0", "0.10.0"]


def test_a_release_that_was_cut_short_is_ended(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full after the first file, the check says what to do, and the same command ends it."""
    made.later(project)

    def full(path: Path, raw: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(guidance_release, "write_over", full)
        assert run(*GOOD) == (
            1,
            [f"{FROZEN} could not be written: No space left on device.", "Mend that, and run the same release again."],
        )
    assert support.lines(project) == [
        'data/guidance.yml:1: released: Release 0.2.0 is dated 2026-05-31. Write released: "2026-05-31".',
        "data/guidance.yml:3: changes/1: The entry of version 0.2.0 has no date. Write the day of its release.",
    ]
    assert run(*GOOD) == (0, DONE)
    assert support.lines(project) == []


NOTHING = "Nothing was written."
ENTRY = 'Add one with "version", "text" (what changed) and "do" (what a reader has to do).'


@pytest.mark.parametrize(
    ("guidance", "words", "expected"),
    [
        (made.LATER, ("0.3.0",), [
            "data/guidance.yml:1: version: The version in preparation is 0.2.0, and not 0.3.0. "
            'Release 0.2.0, or write "0.3.0" here first.',
        ]),
        (made.LATER, ("0.1.0",), [
            "data/guidance-releases/0.1.0.yml:1: There is a release 0.1.0 already. "
            "A release never changes: give the words a new number in data/guidance.yml.",
        ]),
        (made.LATER.replace('"0.2.0"', '"0.0.5"'), ("0.0.5",), [
            "data/guidance.yml:1: version: The number 0.0.5 comes before that of the newest release, 0.1.0. "
            "Give it a larger number.",
        ]),
        (made.LATER.replace('"0.2.0"', '"0.3.0"', 1), ("0.3.0",), [
            f"data/guidance.yml:1: changes: No entry says what version 0.3.0 changes. {ENTRY}",
        ]),
        (made.LATER.replace("    text:\n      - A second loaf.\n", "", 1), ("0.2.0",), [
            'data/guidance.yml:3: changes/1: The field "text" is missing. Add it: What changed.',
        ]),
        (made.LATER.replace("changes:", 'released: "2026-05-01"\nchanges:', 1), ("0.2.0",), [
            "data/guidance.yml:1: released: Version 0.2.0 is said to be released, and is not frozen. "
            "Delete the field; this command writes it.",
        ]),
        (made.LATER.replace("    text:", '    date: "2026-05-01"\n    text:', 1), ("0.2.0",), [
            "data/guidance.yml:1: changes: The entry of version 0.2.0 has a date. Delete it; this command writes it.",
        ]),
        (made.LATER, ("0.2.0", "--released", "2026-06-02"), [
            f"{FROZEN}:2: date: The day 2026-06-02 has not come: today is 2026-06-01. "
            "Release it on that day, or give an earlier one.",
        ]),
        (made.LATER, ("0.2.0", "--released", "2025-06-02"), [
            f"{FROZEN}:2: date: Release 0.2.0 is dated before release 0.1.0 (2026-01-02). "
            "Bring the file back from git: a release never changes.",
        ]),
    ],
)  # fmt: skip
def test_what_speaks_against_a_release(
    project: Path, run: Run, guidance: str, words: tuple[str, ...], expected: list[str]
) -> None:
    """Every reason is told, with its cure, and nothing is written."""
    made.later(project)
    support.write(project, "data/guidance.yml", guidance)
    before = sorted(path.name for path in (project / "data/guidance-releases").iterdir())
    assert run("release-guidance", *words) == (1, [*expected, NOTHING])
    assert sorted(path.name for path in (project / "data/guidance-releases").iterdir()) == before
    assert (project / "data/guidance.yml").read_text(encoding="utf-8") == guidance


@pytest.mark.parametrize("word", ["0.2", "v0.2.0", "../../x"])
def test_a_number_that_is_none(run: Run, word: str) -> None:
    code, said = run("release-guidance", word)
    assert code == 2
    assert f'"{word}" is not the number of a version; write it like 1.1.0' in said[-1]


__all__ = ["project", "run"]
