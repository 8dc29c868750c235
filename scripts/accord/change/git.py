"""Asks git, without a shell, without anybody's settings, and without a program that a setting or a file could name."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from accord.files.problem import Unusable

SLOWEST = 60  # seconds that one question may take
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")  # all that git needs of the environment
# No hook, no file monitor, no fetch of what is missing: each of them can run a program.
LOCKED = (
    "-c", "core.fsmonitor=",
    "-c", "core.quotepath=false",
    "-c", "core.splitIndex=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "protocol.allow=never",
    "-c", "core.precomposeUnicode=false",
)  # fmt: skip
QUIET = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "TZ": "UTC",
}


class Unreadable(Unusable):
    """A tree can't be read. The message says why and what to do, fit to be printed."""


@dataclass(frozen=True)
class Answer:
    """What git said. `code` is its exit code, 0 when all was well."""

    code: int
    out: bytes
    error: str

    @property
    def line(self) -> str:
        return os.fsdecode(self.out).strip()


def ask(root: Path, *words: str, given: bytes = b"") -> Answer:
    """Run one git command in a folder; return what it said.

    Raises Unreadable: git is not there, or takes too long, or will not work in this folder.
    """
    environment = {name: os.environ[name] for name in KEPT if name in os.environ} | QUIET
    program = shutil.which("git")
    if program is None:
        raise Unreadable("git is not installed here. Install it.")
    command = [program, "-C", str(root), *LOCKED, *words]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=environment, timeout=SLOWEST, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"git did not answer within {SLOWEST} seconds. Try again.") from None
    error = done.stderr.decode(errors="replace")
    if "dubious ownership" in error:
        raise Unreadable(f"{root} belongs to another user, so git refuses to read it. Run this as that user.")
    return Answer(done.returncode, done.stdout, error)


@dataclass(frozen=True)
class Repository:
    """A folder that git keeps. `top` says that it is the whole of what git keeps there."""

    root: Path
    shallow: bool
    top: bool

    def ask(self, *words: str, given: bytes = b"") -> bytes:
        """Return what git prints. Raises Unreadable: git can't answer."""
        answer = ask(self.root, *words, given=given)
        if answer.code:
            said = (answer.error.strip().splitlines() or ["it gave no reason"])[-1]
            raise Unreadable(f"git can't read {self.root} ({said}). Look at it with: git fsck")
        return answer.out


def repository(root: Path) -> Repository | None:
    """Return the repository that holds a folder, or None where git keeps none there."""
    answer = ask(root, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if answer.code:
        return None
    shallow, prefix = (*os.fsdecode(answer.out).split("\n"), "")[:2]
    return Repository(root, shallow == "true", not prefix)


def kept(root: Path) -> Repository:
    """Return the repository whose folder this is. Raises Unreadable: git does not keep it, or keeps more than it."""
    found = repository(root)
    if found is None or not found.top:
        raise Unreadable(f"git does not keep {root}, so nothing can be compared there. Clone the repository with git.")
    return found
