"""What a change to the register may do. Whoever has no steward's key alters no standing, no name, no count, no text."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from accord.change import git
from accord.commitment.build import commitment
from accord.project import reading
from accord.register.build import make_register as build
from tests import sealed, support
from tests.calls import Call, calls
from tests.sealed import AS_OF, SEALS, SHOP
from tests.world import World

WAITING = f"{sealed.S}/ovenby/2026-05-25-signed.yml"
Clone = Callable[..., World]


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """Return what makes a clone of the register, by the name of its folder."""
    return lambda name="head", branch="main": World(sealed.register(tmp_path / name, branch))


def _standings(root: Path) -> list[tuple[str, ...]]:
    """Return all that the register says of anybody, and the digests of all that is published."""
    project = reading.load(root)
    texts = commitment(project)
    made = build(project, texts, AS_OF)
    told = [(s.slug, s.name, s.kind, str(s.standing), str(s.records), str(s.corrected)) for s in made.signatories]
    return [*told, *((v.number, v.digest) for v in texts.versions), (str(len(made.counted)),)]


@pytest.mark.parametrize("case", calls("change"), ids=lambda case: case.name)
def test_a_change_gets_its_verdict(case: Call, clone: Clone) -> None:
    """A bad change is refused with a sentence that says why; one that passes without a steward alters nothing."""
    branch = case.told.get("branch", "main")
    world = clone(branch=branch)
    before = [] if "wrong" in case.told or "steward" in case.told else _standings(world.root)
    world.does(case.steps)
    world.commit()
    words = [piece for key in ("wrong", "told") for piece in _several(case.told.get(key, []))]
    code = world.call("check", "--base", case.told.get("base", f"origin/{branch}"))
    unsaid = [piece for piece in words if world.filled(piece) not in world.said]
    assert (code, unsaid) == (int("wrong" in case.told), [])
    lines = world.said.splitlines()
    assert all(re.fullmatch(r".+:\d+: .+[.?]", line) for line in lines[:-2] if ":1: " in line)
    if before:
        assert _standings(world.root) == before


def _several(told: str | list[str]) -> list[str]:
    return [told] if isinstance(told, str) else told


STEPS = {call.name: call.steps for call in calls("change")}
PUBLISH = STEPS["seals: a version without a seal"]
BEGIN_AGAIN = STEPS["seals: a stranger starts over"]
CONFIRM = STEPS["seals: a steward confirms"]
LOCAL = (support.HERE / "sample_on/copy/data/local/site.yml").read_bytes()


def test_a_copy_takes_upstream_as_it_is(clone: Clone) -> None:
    """A council's copy merges upstream's seals, texts and pages, with --upstream (journeys 7)."""
    upstream, copy = clone("upstream"), clone("copy")
    copy.put("data/local/site.yml", LOCAL)
    copy.commit("Our copy")
    copy.git("branch", "ours")
    upstream.does([*PUBLISH, {"sealed": "2026-05-30", "by": ["harbour", "meadow"]}])
    upstream.does({"file": "commitment/draft.md", "find": "the people who", "put": "all the people who"})
    upstream.drop("data/schema/letter.json")  # nothing of upstream's next program reads by it
    upstream.put("data/glossary/later.yml", b"id: later\nfor_the_next_program: x\n")
    upstream.commit("A version, and a new draft")
    copy.git("fetch", "-q", str(upstream.root), "main:theirs")
    copy.git("merge", "-q", "-m", "Merge", "theirs")
    copy.run("check --base ours --upstream theirs", says="from upstream, byte for byte")


def test_a_copy_may_not_say_otherwise_than_upstream(clone: Clone) -> None:
    """One name has one content in every copy. Nor does anything hide behind a file of upstream's."""
    copy = clone("copy")
    copy.git("branch", "theirs")
    copy.does({"file": WAITING, "find": "Head of Ovens", "put": "Mayor"})
    copy.commit()
    said = "Upstream has a file of this name with other bytes."
    copy.run("check --base HEAD~1 --upstream theirs", exit=1, says=said)
    copy.put("data/local/site.yml", LOCAL)
    copy.commit("Our copy")
    copy.drop("data/values/warmth.yml")
    copy.commit()
    said = 'commitment/versions/1.1.0.md:13: "**Warmth 1.**" looks like a clause'
    copy.run("check --base HEAD~1 --upstream origin/main", exit=1, says=said)


def test_a_base_that_is_none_is_told(clone: Clone) -> None:
    """No name of a base is an option, and each wrong one gets a sentence and status 2."""
    world = clone()
    for base in ("", "-c", "--upload-pack=touch x", "nowhere", "/nowhere", "a\nb", "HEAD:docs"):
        assert world.call("check", f"--base={base}") == 2
        assert world.said.startswith("accord check: ")


@pytest.mark.parametrize("how", ["folder", "refs", "refs/heads", "refs/tags"])
def test_nothing_is_taken_for_the_base(how: str, clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change can't bring its own base: neither a tag, nor a folder with a repository, of the name of the branch."""
    world = clone()
    world.does(BEGIN_AGAIN)
    world.commit()
    if how == "folder":
        world.git("clone", "-q", "--bare", str(world.root), str(world.root / "origin" / "main"))
        world.commit()
    else:
        world.git("update-ref", f"{how}/origin/main", "HEAD")
    monkeypatch.chdir(world.root)
    said = "A published seal is changed" if how == "folder" else "names two things here"
    world.run("check --base origin/main", exit=1 if how == "folder" else 2, says=said)


def test_a_change_begins_at_what_was_judged(clone: Clone) -> None:
    """A commit that was merged on the way to a sound one was never judged itself, and no change is judged by it."""
    world = clone()
    world.git("checkout", "-q", "-b", "first")
    world.does(BEGIN_AGAIN)
    world.commit("Another register")
    world.git("branch", "second")
    world.git("revert", "--no-edit", "HEAD")
    world.run("check --base main")
    world.git("checkout", "-q", "main")
    world.git("merge", "-q", "--no-ff", "-m", "Merge", "first")
    world.git("checkout", "-q", "second")
    world.does({"file": "docs/index.md", "end": "\nBread.\n"})
    world.commit()
    world.run("check --base main", exit=2, says="was merged into it and never was its newest")


def test_a_change_knows_the_newest_seal(clone: Clone) -> None:
    """A claim that is sealed while somebody takes it away is not lost: the change is judged anew with the seal."""
    world = clone()
    world.git("checkout", "-q", "-b", "ours")
    world.drop(WAITING)
    world.commit()
    world.run("check --base main")
    world.git("checkout", "-q", "main")
    world.does(CONFIRM)
    world.commit()
    world.git("checkout", "-q", "ours")
    said = f"{SEALS}2026-05-31.sha256:1: This seal came after the change began"
    world.run("check --base main", exit=1, says=said)
    world.git("merge", "-q", "-m", "Merge", "main")
    world.run("check --base main", exit=1, says="2026-05-31.sha256 lists this file, and it is gone.")


@pytest.mark.parametrize(
    ("row", "code", "wrong"),
    [
        ("040000 tree {docs}\t.git", 1, ".git/index.md:1: git keeps its own settings under this name"),
        ("040000 tree {docs}\tcommitment", 2, "stands twice, or not in its place, in the tree of the commit"),
        ("100644 blob {page}\tdocs", 2, '"docs" stands twice, or not in its place'),
    ],
    ids=["a folder of git's own", "a folder twice", "a file and a folder"],
)
def test_a_tree_made_by_hand(row: str, code: int, wrong: str, clone: Clone) -> None:
    """What no git makes is refused: of two files of one name, each program would read the one that it likes."""
    world = clone()
    docs, page = world.git("rev-parse", "HEAD:docs", "HEAD:docs/index.md").split()
    rows = f"{world.git('ls-tree', 'HEAD')}{row.format(docs=docs, page=page)}\n"
    tree = subprocess.run(
        ["git", "mktree"], cwd=world.root, input=rows, capture_output=True, text=True, check=True
    ).stdout
    made = world.git("commit-tree", tree.strip(), "-p", "HEAD", "-m", "By hand").strip()
    world.git("update-ref", "HEAD", made)
    world.run("check --base origin/main", exit=code, says=wrong)


def test_the_base_may_be_a_clone(clone: Clone) -> None:
    """Hosts lay the base and the change out as two clones side by side, each of one commit."""
    base, head = clone("base"), clone("head")
    head.drop(f"{sealed.S}/crumbshire/2026-05-10-signed.yml")
    head.commit()
    head.run(f"check --base {base.root}", exit=1, says="2026-05-21.sha256 lists this file, and it is gone.")


def test_no_setting_of_the_repository_runs(clone: Clone, tmp_path: Path) -> None:
    """Programs that a repository's own settings and hooks name are never run, and no module beside the data."""
    world, ran = clone(), tmp_path / "ran"
    for name in ("core.fsmonitor", "core.sshCommand", "diff.external", "core.pager", "gpg.program"):
        world.git("config", name, f"touch {ran}")
    world.put(".git/hooks/post-checkout", f"#!/bin/sh\ntouch {ran}\n".encode())
    world.run("check --base origin/main")
    assert git.ask(world.root, "status").code == 0
    for name in ("accord/__init__.py", "yaml.py"):
        world.put(name, f"open({str(ran)!r}, 'w')\n".encode())
    world.git("config", "--unset", "core.fsmonitor")
    world.commit()
    command = [sys.executable, "-I", "-m", "accord", "check", "--base", "origin/main", "--as-of", world.day]
    assert b"problem" in subprocess.run(command, capture_output=True, cwd=world.root, check=False).stdout
    assert not ran.exists()


def test_many_files_are_few_questions(clone: Clone) -> None:
    """A flood of small files does not hold the check up: git is asked about all of them at once."""
    world = clone()
    world.flood("data/local/x<n>.svg", 200, text="<svg><m></svg>")
    world.flood("data/schema/x<n>.json", 200, text='{"a": <m>}')
    world.commit()
    with mock.patch.object(git, "ask", wraps=git.ask) as asked:
        world.run("check --base origin/main", exit=1)
    assert 10 < asked.call_count < 100


def test_two_seals_side_by_side(clone: Clone) -> None:
    """Of two seals that were made at once, the later is made anew on the first."""
    world = clone()
    world.git("branch", "one")
    world.does(CONFIRM)
    world.commit("One")
    world.git("checkout", "-q", "-b", "two", "one")
    world.record("yeast-works", "2026-05-28", "signed", **SHOP | {"organisation": "Yeast Works"})
    world.confirmed(f"{sealed.S}/yeast-works/2026-05-28-signed.yml")
    world.sealed("2026-05-31", ["meadow"])
    for name in (f"{SEALS}2026-05-31.sha256", f"{SEALS}2026-05-31.sha256.meadow.sig"):
        world.move(name, name.replace("2026-05-31", "2026-05-31-2"))
    world.commit("Two")
    world.git("merge", "-q", "-m", "Both", "main")
    world.run("check --base main", exit=1, says=f"The seal does not list {SEALS}2026-05-31.sha256")
