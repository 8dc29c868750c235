"""`scripts/deploy/release.sh` as people call it: what it refuses, and that its files check each other."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import forks

DAY = "2026-11-22T12:00:00Z"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the working tree, whose program is that of the tests."""
    made = forks.make(tmp_path_factory.mktemp("release")).upstream
    (made / ".venv").symlink_to(sys.prefix)
    (made / ".git" / "info" / "exclude").write_text(".venv\n")
    return made


def call(clone: Path, *words: str) -> tuple[int, str, str]:
    script = clone / "scripts" / "deploy" / "release.sh"
    done = subprocess.run([script, *words], capture_output=True, text=True, check=False, timeout=300)
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


def test_its_files_check_each_other(clone: Path) -> None:
    """The digests name every file; the pack is good; notes and list give one root; made again, nothing differs."""
    status, out, err = call(clone)
    assert status == 0, out + err
    made = clone / "build" / "release"
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=made, check=True)
    names = {path.name for path in made.iterdir()} - {"SHA256SUMS"}
    assert {row.split("  ")[1] for row in (made / "SHA256SUMS").read_text().splitlines()} == names
    command = [sys.executable, "-I", "-S", str(made / "verify.py"), str(made / "verification-pack.zip")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.endswith("0 problems.\n")
    first = (made / "records.sha256").read_text().splitlines()[0]
    notes = (made / "NOTES.md").read_text(encoding="utf-8")
    assert first in notes
    assert all(f"`{name}`" in notes for name in names - {"NOTES.md"})
    with zipfile.ZipFile(made / "site.zip") as site:
        held = set(site.namelist())
        assert site.read("site/commitment/verification-pack.zip") == (made / "verification-pack.zip").read_bytes()
    assert {"site/index.html", "site/.nojekyll", "site/commitment/verify.py"} <= held
    kept = shutil.copy(made / "SHA256SUMS", clone.parent / "kept")
    assert call(clone)[0] == 0
    assert (made / "SHA256SUMS").read_bytes() == Path(kept).read_bytes()
