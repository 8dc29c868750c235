"""How long it takes to check one new record in a repository, from the start of the program to its end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from accord.measure import many, scale
from accord.measure.clocked import clocked
from accord.model.commitment import Version

NUMBER = 99_999  # of the made-up signatory whose record is new: beyond every other
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")


def seconds(project: Path, version: Version, runs: int) -> list[float]:
    """Return what each run took by the clock. `project` becomes a repository, with a branch that adds a record.

    Raises:
        RuntimeError: the check refuses the record; a refusal measures nothing.
        subprocess.CalledProcessError, OSError: git can't do it.
    """
    _git(project, "init", "-q", "-b", "main")
    _git(project, "add", "-A", "-f")
    _git(project, "commit", "-q", "-m", "All of it")
    _git(project, "checkout", "-q", "-b", "new")
    slug, name, raw = many.newest(version, NUMBER, scale.AS_OF)
    place = project / "commitment" / "signatories" / slug
    place.mkdir(parents=True)
    (place / name).write_bytes(raw)
    command = [sys.executable, "-I", "-m", "accord", "check", "--root", str(project), "--base", "main", "--change-only"]
    taken = [clocked([*command, "--as-of", scale.AS_OF.isoformat()], project).wall for _ in range(runs)]
    shutil.rmtree(project / ".git")
    shutil.rmtree(place)
    return taken


def _git(project: Path, *words: str) -> None:
    environment = {"PATH": os.environ.get("PATH", ""), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", str(project), *AUTHOR, *words], env=environment, check=True, capture_output=True)  # noqa: S607
