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


@pytest.mark.parametrize(
    ("words", "path", "old", "new", "said"),
    [
        (["v99.0.0"], "", "", "", "The tag is v99.0.0, and data/guidance.yml has version "),
        ([], "docs/stray.md", "", "x", "The folder differs from the commit, and a release is a commit. Commit or put "),
        ([], "CITATION.cff", 'version: "', 'version: "9', "CITATION.cff names another version than data/guidance.yml"),
    ],
)
def test_what_is_no_release_is_refused(clone: Path, words: list[str], path: str, old: str, new: str, said: str) -> None:
    """Another tag, a folder that is no commit, two versions: a sentence, and nothing is made."""
    file, before = clone / path, (clone / "CITATION.cff").read_text(encoding="utf-8")
    if path:
        file.write_text(before.replace(old, new, 1), encoding="utf-8")
    status, out, err = call(clone, *words)
    subprocess.run(["git", "checkout", "--quiet", "."], cwd=clone, check=True)
    subprocess.run(["git", "clean", "--quiet", "--force", "docs"], cwd=clone, check=True)
    assert (status, out) == (2, "")
    assert err.startswith(said)
    assert not (clone / "build").exists()


def test_a_folder_of_somebody_else_is_told_with_the_way_out(clone: Path) -> None:
    """git reads no folder that another person owns, and its own words advise to switch that off."""
    status, out, err = call(clone, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (status, out) == (2, "")
    assert err.startswith("git does not read this folder, and a release is a commit: fatal: detected dubious ownership")
    assert err.endswith("If the folder belongs to somebody else, make the release in a clone of your own.\n")
    assert "safe.directory" not in err
