"""`scripts/deploy/release.sh` as people call it: what it refuses. `make prove` makes a whole one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import forks


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the working tree, whose program is that of the tests, and whose versions agree."""
    made = forks.make(tmp_path_factory.mktemp("release")).upstream
    (version,) = re.findall(r'\Aversion: (".*")', (made / "data" / "guidance.yml").read_text(encoding="utf-8"))
    citation = made / "CITATION.cff"
    citation.write_text(re.sub(r"(?m)^version: .*", f"version: {version}", citation.read_text(encoding="utf-8")))
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, "commit", "--quiet", "--allow-empty", "-am", "x"], cwd=made, check=True)
    (made / ".venv").symlink_to(sys.prefix)
    (made / ".git" / "info" / "exclude").write_text(".venv\n")
    return made


def call(clone: Path, *words: str, **settings: str) -> tuple[int, str, str]:
    script = clone / "scripts" / "deploy" / "release.sh"
    known = {**os.environ, **settings}
    done = subprocess.run([script, *words], capture_output=True, text=True, check=False, timeout=300, env=known)
    return done.returncode, done.stdout, done.stderr


def test_another_tag_is_refused(clone: Path) -> None:
    status, out, err = call(clone, "v99.0.0")
    assert (status, out) == (2, "")
    assert err.startswith("The tag is v99.0.0, and data/guidance.yml has version ")
    assert not (clone / "build").exists()


def test_a_folder_that_is_no_commit_is_refused(clone: Path) -> None:
    (clone / "docs" / "stray.md").write_text("x")
    status, _, err = call(clone)
    (clone / "docs" / "stray.md").unlink()
    assert status == 2
    assert err == (
        "The folder differs from the commit, and a release is a commit. Commit or put away what git status names.\n"
    )


def test_two_versions_are_refused(clone: Path) -> None:
    path = clone / "CITATION.cff"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('version: "', 'version: "9'), encoding="utf-8")
    status, _, err = call(clone)
    path.write_text(text, encoding="utf-8")
    assert status == 2
    assert err.startswith("CITATION.cff names another version than data/guidance.yml")


def test_a_folder_of_somebody_else_is_told_with_the_way_out(clone: Path) -> None:
    """git reads no folder that another person owns, and its own words advise to switch that off."""
    status, out, err = call(clone, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (status, out) == (2, "")
    assert err.startswith("git does not read this folder, and a release is a commit: fatal: detected dubious ownership")
    assert err.endswith("If the folder belongs to somebody else, make the release in a clone of your own.\n")
    assert "safe.directory" not in err
