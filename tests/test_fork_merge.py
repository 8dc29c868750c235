"""The journey of a council's copy, for real: clone, adopt, sign, note; upstream goes on; merge; check."""

from __future__ import annotations

import html
import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from accord.cli import main
from accord.copy.pages import pages as local_pages
from accord.files.digests import digest
from accord.site.workspace import open_checked
from tests import forks, sealed
from tests.forks import OWN, Forked
from tests.versions_made import hurry

RECORD = f"commitment/signatories/{OWN}/{forks.AS_OF}-signed.yml"
STEPS = re.compile(r"(?m)^git ((?:switch|checkout|commit|push) .*(?:record|SLUG|main).*)$")  # that the guide gives
STEP = ("    steps:\n", "    steps:\n      - Ask who is not here.\n")
STEWARD = f"commitment/signatories/{OWN}/{forks.AS_OF}-confirmed.yml"


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Forked:
    return forks.adopted(tmp_path_factory.mktemp("forked"), founded=True)


PREPARING = """version: "9.0.0"
changes:
  - version: "9.0.0"
    text:
      - A practice is shorter.
    do:
      - Look at your answer to it.
"""


def upstream_goes_on(forked: Forked) -> None:
    """Upstream takes the record that the fork proposes, a steward confirms it, and two publish a version; and so on."""
    root = forked.upstream
    for step in STEPS.findall((forked.fork / "docs/hosting/index.md").read_text(encoding="utf-8")):
        forks.git(forked.fork, *shlex.split(step.replace("SLUG", OWN).replace("origin", "upstream")))
    assert judged(forked.upstream, "our-record") == 0
    forks.git(root, "merge", "--quiet", "our-record")
    signed = digest((root / RECORD).read_bytes())
    seen = {"method": "minute", "checked_url": "https://www.hartlepool.gov.uk/minutes"}
    forks.write(root, {"event": "confirmed", "signatory": OWN, "date": forks.AS_OF, "target": signed, **seen})
    sealed.seal(root, "harbour", day=forks.AS_OF)
    forks.commit(root, "Confirmed")
    reword(root, "respect-1", "We will check the list, and date it,", "We will check the list and date it")
    publish(forked, "1.0.1", "editorial", "A comma is gone.")
    sealed.seal(root, "harbour", "meadow", day=forks.AS_OF)
    forks.commit(root, "Version 1.0.1")
    reword(root, "respect-2", "we will tell them plainly", "we will tell them, plainly,")
    edit(root / "docs/about/index.md", "This site builds on one report", "It builds on one report")
    edit(root / "data/lifecycle/problem-formulation.yml", *STEP)
    guidance = root / "data" / "guidance.yml"  # other words ask for the next number of the guidance
    told = re.split(r"(?m)^(?=  - version:)", guidance.read_text(encoding="utf-8"))[1:]
    dated = "".join(entry for entry in told if "\n    date: " in entry)  # another version in preparation makes room
    guidance.write_text(f"{PREPARING}{dated}", encoding="utf-8")
    forks.commit(root, "The next draft, a page and a practice")


def edit(path: Path, old: str, new: str) -> None:
    """Put other words in the place of the first that are so."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def judged(root: Path, branch: str) -> int:
    """Return what the check says of a branch that is proposed to a clone's main branch."""
    place = root.parent / "proposed"
    forks.git(root, "worktree", "add", "--quiet", "--detach", str(place), branch)
    status = main(["check", "--root", str(place), "--base", "main", "--as-of", forks.AS_OF])
    forks.git(root, "worktree", "remove", "--force", str(place))
    return status


def publish(forked: Forked, number: str, amendment: str, summary: str) -> None:
    """Publish the draft of upstream in a hurry, as two stewards agreed."""
    hurry(forked.upstream, number)
    agreed = ("--agreed", "harbour", "--agreed", "meadow")
    assert forked.above("release", number, "--class", amendment, "--summary", summary, *agreed) == 0


def reword(root: Path, clause: str, old: str, new: str) -> None:
    """Change a promise in the draft, and add the words that explain its new wording."""
    draft = root / "commitment" / "draft.md"
    edit(draft, old, new)
    label = f"**{clause.replace('-', ' ').capitalize()}.**"
    words = next(line for line in draft.read_text(encoding="utf-8").split("\n") if line.startswith(label))
    file = root / "data" / "clauses" / f"{clause}.yml"
    head, _, rest = file.read_text(encoding="utf-8").partition("wordings:\n")
    last = rest.split("\n  - explains:")[0]
    again = "\n".join([f'  - explains: "{digest(words.encode())}"', *last.split("\n")[1:]]).rstrip("\n")
    file.write_text(f"{head}wordings:\n{again}\n{rest}", encoding="utf-8")


def test_a_fork_merges_upstream(forked: Forked, capfd: pytest.CaptureFixture[str]) -> None:
    """No conflict, a clean check, the right standing, the right comparison, and the council's words."""
    assert forked.run("check") == 0
    assert forked.run("conformance") == 0
    assert forked.run("status", OWN) == 0
    assert "Waits for a steward" in capfd.readouterr().out
    upstream_goes_on(forked)

    forked.fetch()
    forks.git(forked.fork, "branch", "before")
    forked.merge()
    assert forked.run("check", "--base", "before", "--upstream", "upstream/main") == 0
    assert ": 0 problems" in capfd.readouterr().out
    assert forked.run("check", "--base", "before") == 1  # a copy's check is always given its upstream
    assert "The text of version 1.0.1 is not that of the draft." in capfd.readouterr().out
    assert forked.run("verify") == 0
    assert forked.run("conformance") == 0
    out = capfd.readouterr().out
    assert "Compared with version 1.0.0, as the council signed it on 22 November 2026." in out
    assert "local note added: respect-1 (Respect 1)." in out
    assert "local note added: problem-formulation-1 (" in out
    assert forked.run("status", OWN) == 0
    assert "Signed, in force since 22 November 2026" in capfd.readouterr().out
    assert (forked.fork / STEWARD).exists()

    g = open_checked(forked.fork, date.fromisoformat(forks.AS_OF)).guidance
    first = html.unescape(local_pages.first(g, ""))
    assert "Anytown Council and the Commitment" in first
    assert "It signed version 1.0.0 on" in first
    assert "We need a year to set this up." in first


def test_a_fork_that_changes_the_text_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A promise and a practice reworded in place, and a promise that is gone: each is named, and the exit code is 1."""
    forked = forks.adopted(tmp_path)
    edit(forked.fork / "commitment/versions/1.0.0.md", "We will keep a public list", "We may keep a public list")
    edit(forked.fork / "data/lifecycle/modelling.yml", "  - id: modelling-1\n", "  - id: modelling-99\n")
    capfd.readouterr()
    assert forked.run("conformance") == 1
    out = capfd.readouterr().out
    assert "changed: respect-1 (Respect 1)." in out
    assert "changed: Version 1.0.0." in out
    assert "missing: modelling-1 (" in out
    assert "not upstream's: modelling-99 (" in out
    assert "This copy claims to carry texts that it changed." in out
    forks.git(forked.fork, "remote", "remove", "upstream")
    assert forked.run("conformance") == 1  # the digest that was signed tells it without upstream
    assert "changed: Version 1.0.0." in capfd.readouterr().out
    forks.git(forked.fork, "checkout", "--quiet", "--", ".")
    assert forked.run("conformance") == 2  # the promises are as signed; what the practices were, nothing says
    err = capfd.readouterr().err
    assert "git remote add upstream" in err
    assert "accord conformance --upstream upstream/main" in err


def test_a_substantive_release_leaves_what_was_signed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    forked = forks.adopted(tmp_path)
    reword(forked.upstream, "respect-1", "We will keep a public list", "We will keep and print a public list")
    publish(forked, "2.0.0", "substantive", "The list is printed, too.")
    forks.commit(forked.upstream, "Version 2.0.0")
    forked.merge()
    capfd.readouterr()
    assert forked.run("conformance") == 0
    assert "Compared with version 1.0.0, as the council signed it" in capfd.readouterr().out


@pytest.mark.parametrize("way", ["squash", "rebase"])
def test_a_merge_that_history_does_not_show(tmp_path: Path, capfd: pytest.CaptureFixture[str], way: str) -> None:
    """Upstream's very words are identical, however they came; a word changed afterwards is still told."""
    forked = forks.adopted(tmp_path)
    stages = sorted((forked.upstream / "data" / "lifecycle").glob("*.yml"))[:2]
    for stage in stages:
        edit(stage, *STEP)
        forks.commit(forked.upstream, "Other words")
    forked.fetch()
    assert forked.run("conformance") == 0  # nothing of it is taken in yet
    if way == "squash":
        forks.git(forked.fork, "merge", "--squash", "upstream/main")
        forks.commit(forked.fork, "Upstream's words")
    else:
        forks.git(forked.fork, "cherry-pick", "upstream/main~1", "upstream/main")
    capfd.readouterr()
    assert forked.run("conformance") == 0
    assert "0 changed" in capfd.readouterr().out
    edit(forked.fork / stages[0].relative_to(forked.upstream), "Ask who is not here.", "Ask nobody.")
    forks.commit(forked.fork, "Our own words")
    assert forked.run("conformance") == 1
    assert " 1 changed" in capfd.readouterr().out
