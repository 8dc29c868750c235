"""`accord propose`, with real clones: the records alone on top of upstream, and no program of anybody's runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import forks
from tests.forks import AS_OF, Forked

UPSTREAM = ("--upstream", "upstream/main")


@pytest.fixture
def forked(tmp_path: Path) -> Forked:
    """Return a copy with settings, a note, a changed page and a record, all but the record committed."""
    made = forks.make(tmp_path)
    for name, text in (
        ("data/local/site.yml", "authority: x\n"),
        ("data/local/notes/respect-1.yml", "id: respect-1\n"),
    ):
        (made.fork / name).parent.mkdir(parents=True, exist_ok=True)
        (made.fork / name).write_text(text)
    (made.fork / "README.md").write_text("Ours")
    forks.commit(made.fork, "Our copy")
    forks.claim(made.fork, "barn", "Barn")
    return made


def state(folder: Path) -> tuple[str, ...]:
    """Return all of a clone that a user would notice: head, branches, index, working tree."""
    words = (
        ["rev-parse", "HEAD"],
        ["branch", "--list"],
        ["status", "--porcelain"],
        ["ls-files", "--stage"],
        ["stash", "list"],
    )
    return (*(forks.git(folder, *each) for each in words), *sorted(path.name for path in (folder / ".git").iterdir()))


def test_the_record_alone_goes_upstream(forked: Forked, capsys: pytest.CaptureFixture[str]) -> None:
    """One commit on top of upstream's main branch; nothing of the copy, and no name of a person."""
    forks.git(forked.fork, "config", "user.name", "A Person")
    forks.git(forked.fork, "config", "core.splitIndex", "true")  # would lay a part of each index into .git
    before = state(forked.fork)
    assert forked.run("propose", "barn", *UPSTREAM) == 0
    out = capsys.readouterr().out
    path = f"commitment/signatories/barn/{AS_OF}-signed.yml"
    assert forks.git(forked.fork, "diff", "--name-status", "upstream/main", "propose-barn") == f"A\t{path}\n"
    assert forks.git(forked.fork, "rev-parse", "propose-barn^") == forks.git(forked.fork, "rev-parse", "upstream/main")
    assert forks.git(forked.fork, "show", f"propose-barn:{path}") == (forked.fork / path).read_text(encoding="utf-8")
    assert forks.git(forked.fork, "log", "-1", "--format=%an|%ae|%cn|%ce|%s", "propose-barn") == (
        f"barn||barn||barn: {AS_OF}-signed\n"
    )
    after = state(forked.fork)
    assert (after[0], *after[2:]) == (before[0], *before[2:])
    assert out.startswith(f"The branch propose-barn is upstream/main and 1 record more:\n  {path}\n")
    forks.git(forked.fork, "fsck", "--strict")
    forks.git(forked.fork, "push", "--quiet", "upstream", "propose-barn")
    forks.git(forked.upstream, "merge", "--quiet", "propose-barn")
    assert not (forked.upstream / "data" / "local").exists()


def test_again_finds_what_was_made(forked: Forked, capsys: pytest.CaptureFixture[str]) -> None:
    """The same once more is the same branch. With another record it is a new one, and the old one is not moved."""
    assert forked.run("propose", "barn", *UPSTREAM) == 0
    first = forks.git(forked.fork, "rev-parse", "propose-barn")
    assert forked.run("propose", "barn", *UPSTREAM) == 0
    assert forks.git(forked.fork, "branch", "--list", "propose-*").split() == ["propose-barn"]
    forks.claim(forked.fork, "barn", "Barn", day="2026-11-23")
    capsys.readouterr()
    assert forked.run("propose", "barn", *UPSTREAM) == 0
    assert "propose-barn-2 is upstream/main and 2 records more" in capsys.readouterr().out
    assert forks.git(forked.fork, "rev-parse", "propose-barn") == first


def test_what_only_a_steward_adds_is_left_out(forked: Forked) -> None:
    """A confirmation or an erasure in a copy is upstream's, or nobody's."""
    folder = forked.fork / "commitment" / "signatories" / "barn"
    (folder / f"{AS_OF}-confirmed.yml").write_text('event: "confirmed"\n')
    (folder / f"{AS_OF}-reviewed.yml.erased").write_text('ground: "x"\n')
    (folder / "notes.txt").write_text("x")
    assert forked.run("propose", "barn", *UPSTREAM) == 0
    names = forks.git(forked.fork, "diff", "--name-only", "upstream/main", "propose-barn").split()
    assert names == [f"commitment/signatories/barn/{AS_OF}-signed.yml"]


def test_nothing_to_propose(forked: Forked, capsys: pytest.CaptureFixture[str]) -> None:
    """Each says why: nobody of that name, all of it there already, other bytes there, erased there, no such commit."""

    def said(*words: str, status: int = 2) -> str:
        capsys.readouterr()
        assert forked.run("propose", *words) == status
        out, err = capsys.readouterr()
        assert out == "" or status == 1
        assert "Traceback" not in err
        return f"{out}{err}"

    assert 'no record of "barm". Did you mean "barn"?' in said("barm", *UPSTREAM)
    assert 'no record of "../../data".' in said("../../data", *UPSTREAM)
    assert 'git knows no "nowhere/main" here.' in said("barn", "--upstream", "nowhere/main")
    assert "is no branch or commit." in said("barn", "--upstream=--output=x")
    path = f"commitment/signatories/barn/{AS_OF}-signed.yml"
    record = forked.fork / path
    raw = record.read_text(encoding="utf-8")
    (forked.upstream / path).parent.mkdir(parents=True)
    (forked.upstream / path).write_text(raw.replace("Barn", "Bern"), encoding="utf-8")
    forks.commit(forked.upstream, "Another's")
    forked.fetch()
    assert f"Upstream has {path} with other bytes, and a record never changes." in said("barn", *UPSTREAM)
    (forked.upstream / path).write_text(raw, encoding="utf-8")
    forks.commit(forked.upstream, "Taken")
    forked.fetch()
    assert "There is nothing to propose:" in said("barn", *UPSTREAM)
    forks.git(forked.upstream, "mv", path, f"{path}.erased")
    forks.commit(forked.upstream, "Erased")
    forked.fetch()
    assert "It erased 1 of them." in said("barn", *UPSTREAM)
    assert forks.git(forked.fork, "branch", "--list", "propose-*") == ""


def test_a_record_with_problems_is_not_proposed(forked: Forked, capsys: pytest.CaptureFixture[str]) -> None:
    """It is judged among upstream's records and texts, and each problem is told as the check tells it."""
    path = f"commitment/signatories/barn/{AS_OF}-signed.yml"
    record = forked.fork / path
    record.write_text(
        record.read_text(encoding="utf-8").replace('version: "1.0.0"', 'version: "7.0.0"'), encoding="utf-8"
    )
    assert forked.run("propose", "barn", *UPSTREAM) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{path}:")
    assert err == "accord propose: Nothing is proposed, because upstream would refuse it.\n"
    assert forks.git(forked.fork, "branch", "--list", "propose-*") == ""


def test_no_program_of_a_setting_runs(forked: Forked, tmp_path: Path) -> None:
    """Hooks, filters, monitors, editors and signing programs that a clone's settings name stay where they are."""
    ran, script = tmp_path / "ran", tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {ran}\n")
    script.chmod(0o755)
    (tmp_path / "hooks").mkdir()
    for name in ("reference-transaction", "post-commit", "pre-commit", "post-index-change"):
        (tmp_path / "hooks" / name).symlink_to(script)
    for name, value in {
        "core.hooksPath": str(tmp_path / "hooks"), "core.fsmonitor": str(script), "core.editor": str(script),
        "filter.own.clean": str(script), "filter.own.required": "true", "commit.gpgsign": "true",
        "gpg.program": str(script), "core.sshCommand": str(script), "diff.external": str(script),
    }.items():  # fmt: skip
        forks.git(forked.fork, "config", name, value)
    (forked.fork / ".git" / "info" / "attributes").write_text("* filter=own\n")
    assert forked.run("propose", "barn", *UPSTREAM) == 0
    assert not ran.exists()


def test_the_steps_name_the_remotes(forked: Forked, capsys: pytest.CaptureFixture[str]) -> None:
    forks.git(forked.fork, "remote", "set-url", "upstream", "https://github.com/them/ml.git")
    assert forked.run("propose", "barn") == 0
    assert "  git push <the address of your copy> propose-barn\n" in capsys.readouterr().out
    forks.git(forked.fork, "remote", "add", "origin", "git@github.com:leeds/copy.git")
    assert forked.run("propose", "barn") == 0
    assert "  git push origin propose-barn\n" in capsys.readouterr().out
