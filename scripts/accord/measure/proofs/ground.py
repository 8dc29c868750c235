"""Where proofs are tried: copies of the project, sites built from them, and commands run as a user runs them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from accord.overlay import copy_project, lay_over

DAY = "2026-11-22"  # counts as today in every proof: the register of the sample was made for it
EPOCH = "1795305600"  # the start of that day
LIVE, DEMO = "live", "demo"
HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
Words = Sequence[str]


class Broken(Exception):
    """A command that a proof builds on failed, so that nothing can be said. Carries what it printed."""


@dataclass(frozen=True)
class Ground:
    """`root` is the project, `work` an empty folder. `kills` is how often each command is killed, `fuzz` is seconds."""

    root: Path
    work: Path
    kills: int
    fuzz: int

    def copy(self, name: str, sample: str = LIVE) -> Path:
        """Return a new copy of the project, with the sample register where `sample` is DEMO.

        Raises:
            OSError: the disk is full.
        """
        to = self.work / name
        shutil.rmtree(to, ignore_errors=True)
        copy_project(self.root, to)
        if sample == DEMO:
            lay_over(self.root / "tests" / "demo", to)
        return to

    def site(self, sample: str) -> Path:
        """Return the built site of that name, which is built once.

        Raises:
            Broken: it can't be built.
        """
        out = self.work / "sites" / sample
        if not out.exists():
            built(self.copy(f"project-{sample}", sample), out)
        return out


def accord(*words: str) -> list[str]:
    """Return a command of our program, run by this Python."""
    return [sys.executable, "-I", "-m", "accord", *words]


def building(root: Path, out: Path) -> tuple[str, ...]:
    """Return the words of `accord` that build a site."""
    return ("site", "--root", str(root), "--out", str(out), "--as-of", DAY)


def run(
    command: Words, settings: Mapping[str, str] = HERE, limit: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with settings of its environment and, where one is given, a limit on its process."""
    return subprocess.run(
        command,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **settings},
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        preexec_fn=limit,
    )


def built(root: Path, out: Path, settings: Mapping[str, str] = MappingProxyType({})) -> None:
    """Build a site.

    Raises:
        Broken: the build failed.
    """
    done = run(accord(*building(root, out)), {**HERE, **settings})
    if done.returncode:
        raise Broken(f"a build failed: {told(done)}")


def told(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line that a command printed."""
    return next((line for line in reversed(f"{done.stdout}\n{done.stderr}".splitlines()) if line.strip()), "no word")


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the SHA-256 and mode of each file by name. A file that goes away meanwhile is left out."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = _digest(path) + oct(path.stat().st_mode)
    return found


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def differing(one: Mapping[str, str], two: Mapping[str, str]) -> str:
    """Return how many files differ and the first of them, or an empty string."""
    names = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    return f"{len(names)} files differ, such as {names[0]}" if names else ""
