"""What a register of a given size costs: `check`, `verify` and `site`, each as a whole command."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from accord.measure import many
from accord.measure.clocked import Clocked, clocked
from accord.model.commitment import Version
from accord.overlay import copy_project

COMMANDS = ("check", "verify", "site")
KEYED = 4  # every fourth has a key, and signs
GOAL = 1.10  # of the cost of one signatory in a large register over that in a small one: linear, and some noise
SLOWEST = 60  # seconds of wall time on two cores, for 10,000 signatories (issue 3)
AS_OF = date(2029, 1, 1)  # by when every made-up record was made


def costs(root: Path, version: Version, signatories: int, runs: int) -> Iterator[dict[str, list[Clocked]]]:
    """Yield what each command took with no, a tenth of and all the signatories; a list holds one entry a run.

    Raises:
        RuntimeError: a command failed; a failed run measures nothing.
        OSError: the disk is full.
    """
    for number in (0, signatories // 10, signatories):
        with tempfile.TemporaryDirectory(prefix="accord-scale-") as folder:
            project = Path(folder, "project")
            copied(root, project)
            many.write(project, version, number, KEYED)
            yield {command: [_run(command, project, Path(folder)) for _ in range(runs)] for command in COMMANDS}


def copied(root: Path, project: Path) -> None:
    """Copy the project without its register: what is measured is the made-up one alone."""
    copy_project(root, project)
    shutil.rmtree(project / "commitment" / "signatories", ignore_errors=True)


def _run(command: str, project: Path, folder: Path) -> Clocked:
    words = [sys.executable, "-m", "accord", command, "--root", str(project), "--as-of", AS_OF.isoformat()]
    if command == "site":
        shutil.rmtree(folder / "site", ignore_errors=True)
        words += ["--out", str(folder / "site")]
    return clocked(words, folder)
