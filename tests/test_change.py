"""What a change to the register may do. Whoever has no steward's key alters no standing, no name, no count, no text."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from accord.change import git
from accord.cli import main
from accord.commitment.build import commitment
from accord.project import reading
from accord.register.build import make_register as build
from tests import sealed
from tests.change_acts import LISTS, LOCAL, SIGNED, WAITING, Case, begin_again, confirmed, drop, publish, swap
from tests.change_cases import CASES
from tests.sealed import AS_OF, SEALS, SHOP, confirm, record, seal
from tests.support import write


def _check(root: Path, base: str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = main(["check", "--root", str(root), "--as-of", AS_OF.isoformat(), "--base", base, *more])
    return code, capsys.readouterr().out


def _standings(root: Path) -> list[tuple[str, ...]]:
    """Return all that the register says of anybody, and the digests of all that is published."""
    project = reading.load(root)
    texts = commitment(project)
    made = build(project, texts, AS_OF)
    told = [(s.slug, s.name, s.kind, str(s.standing), str(s.records), str(s.corrected)) for s in made.signatories]
    return [*told, *((v.number, v.digest) for v in texts.versions), (str(len(made.counted)),)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_a_change_gets_its_verdict(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad change is refused with a sentence that says why; one that passes without a steward alters nothing."""
    root = sealed.register(tmp_path / "head", case.branch)
    before = _standings(root)
    case.change(root)
    sealed.commit(root)
    code, out = _check(root, f"origin/{case.branch}", capsys)
    assert code == bool(case.wrong), out
    for words in (*case.wrong, *case.told):
        assert words in out
    assert all(
        re.fullmatch(r".+:\d+: .+[.?]", line) for line in out.splitlines()[: out.count("\n") - 1] if ":1: " in line
    )
    if not case.wrong and not case.steward:
        assert _standings(root) == before


def test_a_copy_takes_upstream_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A council's copy merges upstream's seals, texts and pages, with --upstream (journeys 7)."""
    upstream = sealed.register(tmp_path / "upstream")
    copy = sealed.register(tmp_path / "copy")
    write(copy, "data/local/site.yml", LOCAL)
    sealed.commit(copy, "Our copy")
    sealed.git(copy, "branch", "ours")
    publish(upstream)
    seal(upstream, "harbour", "meadow", day="2026-05-30")
    swap(upstream, "commitment/draft.md", "the people who", "all the people who")
    drop("data/schema/letter.json")(upstream)  # nothing of upstream's next program reads by it
    sealed.commit(upstream, "A version, and a new draft")
    sealed.git(copy, "fetch", "-q", str(upstream), "main:theirs")
    sealed.git(copy, "merge", "-q", "-m", "Merge", "theirs")
    code, out = _check(copy, "ours", capsys, "--upstream", "theirs")
    assert code == 0, out
    assert "from upstream, byte for byte" in out


def test_a_copy_may_not_say_otherwise_than_upstream(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One name has one content in every copy: a claim under a name that upstream has is refused."""
    copy = sealed.register(tmp_path / "copy")
    sealed.git(copy, "branch", "theirs")
    swap(copy, WAITING, "Head of Ovens", "Mayor")
    sealed.commit(copy)
    code, out = _check(copy, "HEAD~1", capsys, "--upstream", "theirs")
    assert code == 1
    assert "Upstream has a file of this name with other bytes." in out


def test_nothing_hides_behind_a_file_of_upstream(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a copy changes elsewhere can make a text say less, whose own file is upstream's to the last byte."""
    copy = sealed.register(tmp_path / "copy")
    write(copy, "data/local/site.yml", LOCAL)
    sealed.commit(copy, "Our copy")
    drop("data/values/warmth.yml")(copy)
    sealed.commit(copy)
    code, out = _check(copy, "HEAD~1", capsys, "--upstream", "origin/main")
    assert code == 1
    assert 'commitment/versions/1.1.0.md:13: "**Warmth 1.**" looks like a clause' in out


@pytest.mark.parametrize("base", ["", "-c", "--upload-pack=touch x", "nowhere", "/nowhere", "a\nb", "HEAD:docs"])
def test_a_base_that_is_none_is_told(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No name of a base is an option, and each wrong one gets a sentence and status 2."""
    root = sealed.register(tmp_path / "head")
    code = main(["check", "--root", str(root), "--as-of", AS_OF.isoformat(), f"--base={base}"])
    told = capsys.readouterr()
    assert code == 2
    assert told.err.startswith("accord check: ")
    assert not told.out


def _named_like_the_base(root: Path, how: str) -> None:
    """Commit a register of a stranger, and give the commit, or a repository of it, the name of the base."""
    begin_again(root)
    sealed.commit(root)
    if how == "folder":
        bare = root.parent / "bare"
        sealed.git(root, "clone", "-q", "--bare", str(root), str(bare))
        shutil.copytree(bare, root / "origin" / "main")
        sealed.commit(root)
    else:
        sealed.git(root, "update-ref", f"{how}/origin/main", "HEAD")


@pytest.mark.parametrize("how", ["folder", "refs", "refs/heads", "refs/tags"])
def test_nothing_is_taken_for_the_base(
    how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change can't bring its own base: neither a tag, nor a folder with a repository, of the name of the branch."""
    root = sealed.register(tmp_path / "head")
    _named_like_the_base(root, how)
    monkeypatch.chdir(root)
    assert main(["check", "--as-of", AS_OF.isoformat(), "--base", "origin/main"]) == (1 if how == "folder" else 2)
    told = capsys.readouterr()
    assert ("A published seal is changed" in told.out) if how == "folder" else ("names two things here" in told.err)


def test_a_change_begins_at_what_was_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A commit that was merged on the way to a sound one was never judged itself, and no change is judged by it."""
    root = sealed.register(tmp_path / "head")
    sealed.git(root, "checkout", "-q", "-b", "first")
    begin_again(root)
    sealed.commit(root, "Another register")
    sealed.git(root, "branch", "second")
    sealed.git(root, "revert", "--no-edit", "HEAD")
    assert _check(root, "main", capsys)[0] == 0
    sealed.git(root, "checkout", "-q", "main")
    sealed.git(root, "merge", "-q", "--no-ff", "-m", "Merge", "first")
    sealed.git(root, "checkout", "-q", "second")
    write(root, "docs/index.md", (root / "docs" / "index.md").read_text() + "\nBread.\n")
    sealed.commit(root)
    assert main(["check", "--root", str(root), "--as-of", AS_OF.isoformat(), "--base", "main"]) == 2
    assert "was merged into it and never was its newest" in capsys.readouterr().err


def test_a_change_knows_the_newest_seal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim that is sealed while somebody takes it away is not lost: the change is judged anew with the seal."""
    root = sealed.register(tmp_path / "head")
    sealed.git(root, "checkout", "-q", "-b", "ours")
    drop(WAITING)(root)
    sealed.commit(root)
    assert _check(root, "main", capsys)[0] == 0
    sealed.git(root, "checkout", "-q", "main")
    confirmed(root, "harbour")
    sealed.commit(root)
    sealed.git(root, "checkout", "-q", "ours")
    code, out = _check(root, "main", capsys)
    assert code == 1
    assert f"{SEALS}2026-05-31.sha256:1: This seal came after the change began" in out
    sealed.git(root, "merge", "-q", "-m", "Merge", "main")
    code, out = _check(root, "main", capsys)
    assert code == 1
    assert "2026-05-31.sha256 lists this file, and it is gone." in out


def _by_hand(root: Path, row: str) -> None:
    """Commit the tree that there is with one row more, as git itself never would."""
    rows = f"{sealed.git(root, 'ls-tree', 'HEAD')}{row}\n"
    command = ["git", "-C", str(root), "mktree"]
    done = subprocess.run(command, input=rows, capture_output=True, text=True, env=sealed.ENVIRONMENT, check=True)
    made = sealed.git(root, "commit-tree", done.stdout.strip(), "-p", "HEAD", "-m", "By hand").strip()
    sealed.git(root, "update-ref", "HEAD", made)


@pytest.mark.parametrize(
    ("row", "code", "wrong"),
    [
        ("040000 tree {docs}\t.git", 1, ".git/index.md:1: git keeps its own settings under this name"),
        ("040000 tree {docs}\tcommitment", 2, "stands twice, or not in its place, in the tree of the commit"),
        ("100644 blob {page}\tdocs", 2, '"docs" stands twice, or not in its place'),
    ],
    ids=["a folder of git's own", "a folder twice", "a file and a folder"],
)
def test_a_tree_made_by_hand(
    row: str, code: int, wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What no git makes is refused: of two files of one name, each program would read the one that it likes."""
    root = sealed.register(tmp_path / "head")
    docs, page = sealed.git(root, "rev-parse", "HEAD:docs", "HEAD:docs/index.md").split()
    _by_hand(root, row.format(docs=docs, page=page))
    assert main(["check", "--root", str(root), "--as-of", AS_OF.isoformat(), "--base", "origin/main"]) == code
    told = capsys.readouterr()
    assert wrong in told.out + told.err


def test_the_base_may_be_a_clone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Hosts lay the base and the change out as two clones side by side, each of one commit."""
    base, head = sealed.register(tmp_path / "base"), sealed.register(tmp_path / "head")
    drop(SIGNED)(head)
    sealed.commit(head)
    code, out = _check(head, str(base), capsys)
    assert code == 1
    assert LISTS in out


def test_no_setting_of_the_repository_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs that a repository's own settings and hooks name are never run."""
    root = sealed.register(tmp_path / "head")
    ran = tmp_path / "ran"
    hook = f"touch {ran}"
    for name in ("core.fsmonitor", "core.sshCommand", "diff.external", "core.pager", "gpg.program"):
        sealed.git(root, "config", name, hook)
    write(root, ".git/hooks/post-checkout", f"#!/bin/sh\n{hook}\n")
    assert _check(root, "origin/main", capsys)[0] == 0
    assert not ran.exists()


def test_many_files_are_few_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A flood of small files does not hold the check up: git is asked about all of them at once."""
    root = sealed.register(tmp_path / "head")
    for number in range(200):
        write(root, f"data/local/x{number}.svg", f"<svg>{number}</svg>")
        write(root, f"data/schema/x{number}.json", f'{{"a": {number}}}')
    sealed.commit(root)
    with mock.patch.object(git, "ask", wraps=git.ask) as asked:
        assert _check(root, "origin/main", capsys)[0] == 1
    assert 10 < asked.call_count < 100


def test_two_seals_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two seals that were made at once, the later is made anew on the first."""
    root = sealed.register(tmp_path / "head")
    sealed.git(root, "branch", "one")
    confirmed(root, "harbour")
    sealed.commit(root, "One")
    sealed.git(root, "checkout", "-q", "-b", "two", "one")
    path = record(root, "yeast-works", "2026-05-28", "signed", SHOP | {"organisation": "Yeast Works"})
    confirm(root, path, "2026-05-30")
    seal(root, "meadow", day="2026-05-31")
    for name in (f"{SEALS}2026-05-31.sha256", f"{SEALS}2026-05-31.sha256.meadow.sig"):
        (root / name).rename(root / name.replace("2026-05-31", "2026-05-31-2"))
    sealed.commit(root, "Two")
    sealed.git(root, "merge", "-q", "-m", "Both", "main")
    code, out = _check(root, "main", capsys)
    assert code == 1
    assert f"The seal does not list {SEALS}2026-05-31.sha256" in out


def test_the_judge_needs_no_import_of_the_change(tmp_path: Path) -> None:
    """A module that a change lays beside the data is not imported, even where its folder is the working one."""
    root = sealed.register(tmp_path / "head")
    write(root, "accord/__init__.py", "raise SystemExit('PWNED')\n")
    write(root, "yaml.py", "raise SystemExit('PWNED')\n")
    sealed.commit(root)
    command = [sys.executable, "-I", "-m", "accord", "check", "--base", "origin/main", "--as-of", AS_OF.isoformat()]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert "PWNED" not in done.stdout + done.stderr
