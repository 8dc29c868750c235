"""Each change of tests/changes/ gives exactly the lines beside it: with a steward or without, from folders or git."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.change import effect
from accord.change.compare import Change
from accord.change.reading import compared
from accord.change.rules import every_rule, judge
from tests import changes_support as laid
from tests.changes_support import CASES, S
from tests.support import AS_OF, lines, write

# What may never happen, whoever asks: these cases stay problems when a steward answers for the change.
NEVER = ("deleted", "renamed", "undone", "twin", "days-ahead", "record-changed", "signature-changed", "version-changed",
         "release-changed")  # fmt: skip


def _lines(name: str, file: str) -> list[str]:
    path = CASES / name / file
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else _lines(name, "expected.txt")


def _from_folders(name: str, folder: Path, steward: bool = False) -> Change:
    base, head = laid.base(folder / "base", name), laid.base(folder / "head", name)
    laid.change(name, head)
    theirs = laid.upstream(name, folder / "upstream")
    return compared(head, str(base), AS_OF, steward, str(theirs) if theirs else None)


def test_every_folder_is_a_case() -> None:
    """No folder of a case lacks what must be said, and there are cases."""
    assert sorted(path.name for path in CASES.iterdir() if path.name != "common") == laid.names()
    assert len(laid.names()) > 50


@pytest.mark.parametrize("name", laid.names())
def test_a_change_gives_exactly_these_lines(name: str, tmp_path: Path) -> None:
    """The words, the line and the field are those of expected.txt; what the change does is told in effect.txt."""
    found = _from_folders(name, tmp_path)
    assert laid.lines(found) == _lines(name, "expected.txt")
    assert effect.told(found) == _lines(name, "effect.txt")


@pytest.mark.parametrize("name", laid.names())
def test_a_steward_is_told_the_same_in_notes(name: str, tmp_path: Path) -> None:
    """What needs a steward is a note with one; what may never happen stays a problem; no line comes or goes."""
    problems = judge(_from_folders(name, tmp_path, steward=True))
    assert [str(problem) for problem in problems] == _lines(name, "steward.txt")
    assert [str(p).replace("note: ", "") for p in problems] == [
        line.replace("note: ", "") for line in _lines(name, "expected.txt")
    ]
    if any(word in name for word in NEVER):
        assert "problem" in {problem.severity for problem in problems}


@pytest.mark.parametrize("name", [name for name in laid.names() if not name.startswith("upstream")])
def test_git_and_folders_agree(name: str, tmp_path: Path) -> None:
    """The same is said of a branch, whether its change is committed or still lies in the working tree."""
    root = laid.repository(tmp_path / "repository", name)
    laid.change(name, root)
    assert laid.said(root) == _lines(name, "expected.txt")
    laid.commit(root)
    assert laid.said(root) == _lines(name, "expected.txt")


def test_upstream_can_be_a_branch(tmp_path: Path) -> None:
    """A fork names upstream's branch: what is merged from there is nobody's change here."""
    root = laid.repository(tmp_path / "repository", "upstream-merged")
    laid.git(root, "checkout", "-q", "-b", "theirs")
    laid.change("upstream-merged", root)
    laid.commit(root)
    laid.git(root, "checkout", "-q", "mine")
    laid.git(root, "merge", "-q", "--no-edit", "theirs")
    assert laid.lines(compared(root, "main", AS_OF, upstream="theirs")) == []
    assert len(laid.said(root)) == 4  # two records, one of them old, and a version that was never the draft


@pytest.mark.parametrize("name", sorted(every_rule()))
def test_every_rule_can_speak(name: str, tmp_path: Path) -> None:
    """No rule is without a change that breaks it (those that only git or the disk can break are in the tables)."""
    spoken = _speaks(tmp_path)
    tables = {"attributes", "modes", "names", "smudges"}
    assert name in spoken or name in tables


_spoken: set[str] = set()


def _speaks(folder: Path) -> set[str]:
    if not _spoken:
        for number, case in enumerate(laid.names()):
            found = _from_folders(case, folder / str(number))
            _spoken.update(name for name, rule in every_rule().items() if list(rule(found)))
    return _spoken


def test_many_files_are_counted(tmp_path: Path) -> None:
    """A change of a thousand pages does not bury what matters: fifty are named, the rest are counted."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    for number in range(1000):
        write(head, f"docs/{number:04}.md", "Bread.\n")
    said = laid.said(head, str(base))
    assert len(said) == 51
    more = "The change touches this file and 949 more that are no records. A steward has to add this."
    assert said[-1] == f"docs/0050.md:1: {more}"


def test_many_records_are_counted(tmp_path: Path) -> None:
    """Twenty are told, the rest are counted."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    for number in range(30):
        write(head, f"{S}/b-{number}/2026-06-01-signed.yml", laid.record(f"b-{number}", "signed", "2026-06-01"))
    said = effect.told(compared(head, str(base), AS_OF))
    assert len(said) == 21
    assert said[-1] == "This change adds: 10 more."
    assert laid.said(head, str(base)) == [
        f"{S}/b-0/2026-06-01-signed.yml:1: The change adds 30 records, and a change adds one. "
        "Send each in a change of its own, or a steward has to add them."
    ]


def test_an_erasure_makes_no_other_record_wrong(tmp_path: Path) -> None:
    """What confirmed a signing was right when it was made: a steward erases the signing, and the tree is still good."""
    root = laid.repository(tmp_path / "repository")
    laid.change("erased", root)
    assert laid.git(root, "ls-files", "-d", "commitment").split() == [laid.SIGNED]
    found = judge(compared(root, "main", AS_OF, steward=True))
    assert {problem.severity for problem in found} == {"note"}
    assert [line for line in lines(root) if "note:" not in line] == []
