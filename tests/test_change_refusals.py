"""What `accord check --base` says where it can't compare, and what it prints: from the real program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import changes_support as laid
from tests.changes_support import NEW, SIGNED, S, commit, git
from tests.support import ROOT, write

DEEP = "/".join("d" * 500)
FETCH = "Fetch it first, or look for a slip in the name."
ENDS = {"role": "Head baker", "reason": "The oven is cold."}
FULL = ("--change-only", "--as-of", "2026-06-01")


def _program(
    root: Path, *arguments: str, scripts: Path = ROOT / "scripts", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "accord", "check", "--root", str(root), *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=60,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(scripts), **environment},
    )


@dataclass(frozen=True)
class Case:
    """What to do to a repository on the branch `mine`, how the program is called there, and what it says."""

    name: str
    spoil: Callable[[Path], object]
    base: str
    said: str


def _nothing(root: Path) -> None:
    del root


def _no_git(root: Path) -> None:
    (root / ".git").rename(root / ".tig")


def _shallow(root: Path) -> None:
    """Make both branches move on, and the history end before they part."""
    write(root, NEW, "Bread.\n")
    commit(root)
    head = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "-q", "main")
    commit(root)
    (root / ".git" / "shallow").write_text(head + git(root, "rev-parse", "main"))
    git(root, "checkout", "-q", "mine")


def _shallow_and_unknown(root: Path) -> None:
    (root / ".git" / "shallow").write_text(git(root, "rev-parse", "main"))


def _apart(root: Path) -> None:
    git(root, "checkout", "-q", "--orphan", "apart")
    commit(root, "apart")


def _unborn(root: Path) -> None:
    git(root, "checkout", "-q", "--orphan", "unborn")


def _both_ways(root: Path) -> None:
    commit(root, "one")
    git(root, "checkout", "-q", "main")
    commit(root, "two")
    git(root, "branch", "-q", "old", "main")
    git(root, "merge", "-q", "--no-edit", "mine")
    git(root, "checkout", "-q", "mine")
    git(root, "merge", "-q", "--no-edit", "old")


def _in_a_merge(root: Path) -> None:
    write(root, SIGNED, "Bread.\n")
    commit(root)
    git(root, "checkout", "-q", "main")
    write(root, SIGNED, "Dough.\n")
    commit(root)
    git(root, "checkout", "-q", "mine")
    command = ["git", "-C", str(root), "merge", "-q", "main"]
    assert subprocess.run(command, env=laid.ENVIRONMENT, capture_output=True, check=False).returncode == 1


def _broken(root: Path) -> None:
    (root / ".git" / "index").write_bytes(b"DIRC")


TABLE = (
    Case("an unknown branch", _nothing, "nosuch", f'git knows no "nosuch" here. {FETCH}'),
    Case(
        "an unknown branch in a shallow clone",
        _shallow_and_unknown,
        "nosuch",
        f'git knows no "nosuch" here. {FETCH} '
        "The clone is shallow: run git fetch --unshallow.",
    ),
    Case(
        "an option for a branch",
        _nothing,
        "--output=x",
        '"--output=x" is neither a folder nor a branch. Give a folder, or a branch like origin/main.',
    ),
    Case("no name", _nothing, "", '"" is neither a folder nor a branch. Give a folder, or a branch like origin/main.'),
    Case(
        "no such folder",
        _nothing,
        "/nonexistent/base",
        'There is no folder "/nonexistent/base". Give one that exists, or a branch like origin/main.',
    ),
    Case("a folder of something else", _nothing, "/etc", '"/etc" is not the project\'s folder: it has no data/schema.'),
    Case(
        "no repository",
        _no_git,
        "main",
        '"main" is no folder, and git keeps nothing here, so it is no branch either. Give a folder that exists.',
    ),
    Case(
        "a clone that is too shallow",
        _shallow,
        "main",
        "The clone is shallow, and does not reach back to where the change began. Run: git fetch --unshallow",
    ),
    Case(
        "nothing in common",
        _apart,
        "main",
        '"main" and HEAD have no history in common. Name the branch that the change is for.',
    ),
    Case("no commit", _unborn, "main", "This repository has no commit yet, so no change can be judged. Commit first."),
    Case(
        "merged both ways",
        _both_ways,
        "main",
        '"main" and HEAD were merged both ways, so there is no telling where the change began. '
        'Merge "main" into your branch first.',
    ),
    Case(
        "in the middle of a merge",
        _in_a_merge,
        "main",
        f"{SIGNED} is in the middle of a merge. Finish the merge, or abort it, first.",
    ),
    Case(
        "a broken index",
        _broken,
        "main",
        "git can't read ROOT (fatal: .git/index: index file smaller than expected). Look at it with: git fsck",
    ),
    Case(
        "folders in folders",
        lambda root: (root / S / DEEP).mkdir(parents=True),
        "main",
        f"More than 64 folders lie in one another in ROOT/{S}/{DEEP[:125]}. Delete them.",
    ),
    Case("an escape in the name", _nothing, "\x1b[31mred", 'git knows no "\\u001b[31mred" here. '
         "Fetch it first, or look for a slip in the name."),
)  # fmt: skip


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_what_can_not_be_compared_is_said(case: Case, tmp_path: Path) -> None:
    """Exit 2, one line on standard error, nothing on standard output."""
    root = laid.repository(tmp_path / "repository")
    case.spoil(root)
    done = _program(root, f"--base={case.base}", *FULL)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.replace(str(root), "ROOT") == f"accord check: {case.said}\n".replace(str(root), "ROOT")


def test_options_of_a_change_need_a_base(tmp_path: Path) -> None:
    """Nobody believes that a change was judged when none was."""
    root = laid.base(tmp_path / "head")
    for option in ("--upstream=main", "--steward", "--change-only"):
        done = _program(root, option)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "accord check: --upstream, --steward and --change-only go with --base.\n"


def test_without_git_folders_are_compared(tmp_path: Path) -> None:
    """A machine without git compares two folders, and says why it compares no branch."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    assert _program(head, "--base", str(base), *FULL, PATH=str(tmp_path)).returncode == 0
    done = _program(head, "--base", "main", *FULL, PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "accord check: git is not installed here. Install it, or give --base a folder.\n"


def test_what_is_printed(tmp_path: Path) -> None:
    """Problems, a count, what it was compared with, what the change does; exit 1. A steward's own check exits 0."""
    root = laid.repository(tmp_path / "repository")
    day = "2026-06-01"
    write(root, f"{S}/crumb-and-co/{day}-withdrawn.yml", laid.record("crumb-and-co", "withdrawn", day, **ENDS))
    write(root, "docs/more.txt", "Bread.\n")
    main = git(root, "rev-parse", "main")[:12]
    line = "docs/more.txt:1: {}The change adds a file that is no record. A steward has to add this.\n"
    rest = (
        f"Compared with main (commit {main}, where HEAD left it).\n"
        "This change adds: crumb-and-co withdraws.\nThis change touches 1 other file.\n"
    )
    done = _program(root, "--base", "main", *FULL)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == line.format("") + "2 changed files compared: 1 problem, 0 notes.\n" + rest
    done = _program(root, "--base", "main", "--steward", *FULL)
    assert (done.returncode, done.stdout) == (
        0,
        line.format("note: ") + "2 changed files compared: 0 problems, 1 note.\n" + rest,
    )
    assert _program(root, "--base", "main", "--steward", "--quiet", *FULL).stdout == ""


def test_the_tree_is_checked_too(tmp_path: Path) -> None:
    """The tree's own problems and the change's stand in one sorted list."""
    root = laid.repository(tmp_path / "repository")
    write(root, SIGNED, b"\xff")
    write(root, "data/roles/eater.yml", "\t")
    lines = _program(root, "--base", "main", "--as-of", "2026-06-01").stdout.splitlines()
    mine = [line for line in lines if line.startswith((f"{SIGNED}:", "data/roles/eater.yml:"))]
    assert f"{SIGNED}:1: The published record is changed, and records never change." in " ".join(mine)
    assert "data/roles/eater.yml:1: The line has a tab. Use spaces." in mine
    assert [line.split(":")[0] for line in mine] == sorted(line.split(":")[0] for line in mine)


def test_a_program_in_the_head_gives_advice(tmp_path: Path) -> None:
    """Who runs the head's own program is told that it may have been changed with the rest."""
    root = laid.repository(tmp_path / "repository")
    (root / "scripts").mkdir()
    (root / "scripts" / "accord").symlink_to(ROOT / "scripts" / "accord")
    assert "advice" not in _program(root, "--base", "main", *FULL).stdout
    done = _program(ROOT, "--base", "HEAD", "--change-only")
    assert done.stdout.endswith("\nThis is advice: what counts is the check by the base's own program.\n")
