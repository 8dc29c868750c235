"""What a register of a given size costs: `check`, `verify` and `site`, each as a whole command."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accord.measure import many
from accord.measure.clocked import Clocked, clocked
from accord.model.commitment import Version
from accord.overlay import copy_project, lay_over

COMMANDS = ("check", "verify", "site")
KEYED = 4  # every fourth has a key, and signs
GOAL = 1.10  # of the cost of one signatory in a large register over that in a small one: linear, and some noise
SLOWEST = 60  # seconds of wall time on two cores, for 10,000 signatories
AS_OF = date(2029, 1, 1)  # by when every made-up record was made
ENOUGH = 3000  # signatories in all the runs of one size: a large register is measured once


@dataclass(frozen=True)
class Scaled:
    """A project with a register of some size, for as long as its folder is there."""

    project: Path
    work: Path

    def costs(self, runs: int) -> dict[str, list[Clocked]]:
        """Return what each command took; a list holds one entry a run.

        Raises:
            RuntimeError: a command failed; a failed run measures nothing.
        """
        return {command: [_run(command, self.project, self.work) for _ in range(runs)] for command in COMMANDS}


@contextmanager
def scaled(root: Path, version: Version, number: int) -> Iterator[Scaled]:
    """Give a copy of the project with that many made-up signatories and no others.

    Raises:
        OSError: the disk is full.
    """
    with _folder() as folder:
        project = folder / "project"
        copied(root, project)
        many.write(project, version, number, KEYED)
        yield Scaled(project, folder)


@contextmanager
def sampled(root: Path, sample: Path) -> Iterator[Scaled]:
    """Give a copy of the project with a sample register."""
    with _folder() as folder:
        copy_project(root, folder / "project")
        lay_over(sample, folder / "project")
        yield Scaled(folder / "project", folder)


def repeats(number: int, runs: int) -> int:
    """Return how often a size is measured: `runs` where it is small, once where it is large."""
    return max(1, min(runs, ENOUGH // max(1, number)))


def copied(root: Path, project: Path) -> None:
    """Copy the project without its register: what is measured is the made-up one alone."""
    copy_project(root, project)
    shutil.rmtree(project / "commitment" / "signatories", ignore_errors=True)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="accord-scale-") as folder:
        yield Path(folder).resolve()


def _run(command: str, project: Path, folder: Path) -> Clocked:
    words: Sequence[str] = [
        *(sys.executable, "-I", "-m", "accord", command),
        *("--root", str(project), "--as-of", AS_OF.isoformat()),
    ]
    if command == "site":
        shutil.rmtree(folder / "site", ignore_errors=True)
        words = [*words, "--out", str(folder / "site")]
    return clocked(words, folder)
