"""Where things are measured and proved: commands run as a user runs them, timed, on copies of the project."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = "2026-11-22"  # counts as today: the register of the sample was made for it
HERE = {"TZ": "UTC", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795305600", "NO_MKDOCS_2_WARNING": "1"}
LONGEST = 900.0  # seconds that one command may take
LIVE, DEMO = "live", "demo"
Settings = Mapping[str, str]


class Fails(Exception):
    """A promise is broken. The message says how."""


class NotTried(Exception):
    """What is needed to try a promise is not here. The message names it."""


class Took(NamedTuple):
    """Seconds: `cpu` is user and system time, children included; `wall` is what a person waits."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class Ground:
    """`work` is an empty folder, `kills` how many builds are killed, `fuzz` how many inputs each fuzzed reader gets."""

    work: Path
    kills: int = 5
    fuzz: int = 1_000

    def site(self, sample: str) -> Path:
        """Return the site of that name, LIVE or DEMO, which is built once."""
        out = self.work / "sites" / sample
        if not out.exists():
            took(building(out, sample))
        return out


def accord(*words: str) -> list[str]:
    """Return a command of the program. Its Python is isolated, and so takes a new hash seed each time."""
    return [sys.executable, "-I", "-m", "accord", *words]


def building(out: Path, sample: str = LIVE, root: Path = ROOT) -> list[str]:
    """Return the command that builds a site into `out`."""
    words = accord("site", "--root", str(root), "--out", str(out), "--as-of", DAY)
    return words + (["--sample", str(ROOT / "tests" / "demo")] if sample == DEMO else [])


def run(
    command: Sequence[str], settings: Settings = HERE, umask: int = -1, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and return what it printed.

    Raises:
        Fails: it takes too long.
    """
    around = {**os.environ, **HERE, **settings}
    quiet = partial(subprocess.run, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LONGEST)
    try:
        return quiet(command, env=around, umask=umask, cwd=cwd, check=False)
    except subprocess.TimeoutExpired:
        raise Fails(f"{' '.join(command)} takes longer than {LONGEST:.0f} s") from None


def took(command: Sequence[str], settings: Settings = HERE, umask: int = -1) -> Took:
    """Run a command and return what it took.

    Raises:
        Fails: the command failed; what fails measures and proves nothing.
    """
    before, start = os.times(), time.monotonic()
    done = run(command, settings, umask)
    after, end = os.times(), time.monotonic()
    if done.returncode:
        raise Fails(f"{' '.join(command)} failed: {(done.stdout + done.stderr)[-1000:].strip()}")
    user, system = after.children_user - before.children_user, after.children_system - before.children_system
    return Took(user + system, end - start)


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the SHA-256 and mode of each file by name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() + oct(path.stat().st_mode)
        for path in folder.rglob("*")
        if path.is_file()
    }


def same(one: Mapping[str, str], two: Mapping[str, str], what: str) -> None:
    """Compare two fingerprints.

    Raises:
        Fails: they differ; the message names the first file.
    """
    names = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    if names:
        raise Fails(f"{what}: {len(names)} files differ, such as {names[0]}")
