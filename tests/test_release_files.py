"""`scripts/deploy/release.sh` as people call it: what it refuses, and that its files check each other."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from accord.paper.cache import ELSEWHERE
from tests import conftest, forks

pytestmark = pytest.mark.timeout(conftest.BUILDING)  # a release builds the site more than once
DAY = "2026-11-22T12:00:00Z"
POISON = b"another document"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the working tree, whose program is that of the tests."""
    made = forks.make(tmp_path_factory.mktemp("release")).upstream
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


def poisoned(folder: Path) -> str:
    """Fill a folder with another's documents under the names of ours, as the cache names them, and return its path."""
    made = conftest.build(folder.parent / "filling", settings={ELSEWHERE: str(folder)})
    assert made.is_dir()
    for path in folder.iterdir():
        recipe, _, ending = path.name.split(".")
        path.unlink()
        path.with_name(f"{recipe}.{hashlib.sha256(POISON).hexdigest()}.{ending}").write_bytes(POISON)
    return str(folder)


def test_its_files_check_each_other(clone: Path, tmp_path: Path) -> None:
    """The digests name every file; the pack is good, as the notes say; nothing is taken from the cache."""
    status, out, err = call(clone, **{ELSEWHERE: poisoned(tmp_path / "cache")})
    assert status == 0, out + err
    made = clone / "build" / "release"
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=made, check=True)
    names = {path.name for path in made.iterdir()} - {"SHA256SUMS"}
    assert {row.split("  ")[1] for row in (made / "SHA256SUMS").read_text().splitlines()} == names
    with zipfile.ZipFile(made / "verification-pack.zip") as pack:
        pack.extractall(tmp_path)
    command = [sys.executable, "-I", "-S", str(tmp_path / "verification-pack" / "verify.py")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.endswith("0 problems.\n")
    notes = (made / "NOTES.md").read_text(encoding="utf-8")
    assert all(f"    {row}\n" in notes for row in told.splitlines())
    assert all(f"`{name}`" in notes for name in names - {"NOTES.md"})
    with zipfile.ZipFile(made / "site.zip") as site:
        held = set(site.namelist())
        assert [name for name in held if site.read(name) == POISON] == []
        assert site.read("site/commitment/verification-pack.zip") == (made / "verification-pack.zip").read_bytes()
    assert {"site/index.html", "site/.nojekyll", "site/commitment/verify.py"} <= held
    kept = shutil.copy(made / "SHA256SUMS", clone.parent / "kept")
    assert call(clone)[0] == 0
    assert (made / "SHA256SUMS").read_bytes() == Path(kept).read_bytes()
