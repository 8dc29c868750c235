"""Two trees laid out of the sample project, as a folder and a folder or as a folder and a commit, and what is said."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

from accord.change.compare import Change
from accord.change.reading import compared
from accord.change.rules import judge
from tests import support

CASES = support.HERE / "changes"
COMMON = CASES / "common" / "base"  # the records that every case starts from
S = "commitment/signatories"
SIGNED = f"{S}/crumb-and-co/2026-05-04-signed.yml"
NEW = f"{S}/new-crust/2026-05-31-signed.yml"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A baker",
    "GIT_AUTHOR_EMAIL": "baker@example.org",
    "GIT_COMMITTER_NAME": "A baker",
    "GIT_COMMITTER_EMAIL": "baker@example.org",
}


def names() -> list[str]:
    """Return the names of the cases."""
    return sorted(path.parent.name for path in CASES.glob("*/expected.txt"))


def overlay(folder: Path, root: Path) -> None:
    """Put the files of a folder over a project."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            support.write(root, path.relative_to(folder).as_posix(), path.read_bytes())


def base(to: Path, name: str = "") -> Path:
    """Lay out the tree that a case starts from."""
    to.mkdir(parents=True)
    overlay(COMMON, support.sample(to))
    overlay(CASES / name / "base", to)
    return to


def change(name: str, root: Path) -> None:
    """Turn the base of a case, which lies at `root`, into its head."""
    overlay(CASES / name / "head", root)
    removed = CASES / name / "removed.txt"
    for gone in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (root / gone).unlink()


def upstream(name: str, to: Path) -> Path | None:
    """Lay out the upstream tree of a case, where it has one."""
    theirs = CASES / name / "upstream"
    if not theirs.is_dir():
        return None
    overlay(theirs, base(to, name))
    return to


def lines(found: Change) -> list[str]:
    """Return what is said of a change, and see to it that each line is one clean line."""
    printed = [str(problem) for problem in judge(found)]
    for line in printed:
        assert line.isprintable(), ascii(line)
    return printed


def said(root: Path, base: str = "main", steward: bool = False, as_of: date = support.AS_OF) -> list[str]:
    """Return what is said of the change from a branch or folder to a working tree."""
    return lines(compared(root, base, as_of, steward))


def git(root: Path, *words: str, **environment: str) -> str:
    """Run git as a contributor would, with nobody's settings, and return what it printed."""
    command = ["git", "-C", str(root), "-c", "protocol.file.allow=always", *words]
    done = subprocess.run(command, env=ENVIRONMENT | environment, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout.decode(errors="replace")


def commit(root: Path, message: str = "Bread", **environment: str) -> None:
    """Commit all that lies there."""
    git(root, "add", "-A", "-f", ".", **environment)
    git(root, "commit", "-q", "--allow-empty", "-m", message, **environment)


def repository(to: Path, name: str = "") -> Path:
    """Return a repository with the base of a case on `main`, and a branch `mine` checked out."""
    base(to, name)
    shutil.copy(support.ROOT / ".gitattributes", to / ".gitattributes")
    git(to, "init", "-q", "-b", "main")
    commit(to)
    git(to, "checkout", "-q", "-b", "mine")
    return to


def record(slug: str, event: str, day: str, **fields: str) -> bytes:
    """Return the bytes of a record. What rules of the tree want of it is left to those who need it."""
    values = {"event": event, "signatory": slug, "date": day, **fields}
    return "".join(f'{name}: "{value}"\n' for name, value in values.items()).encode()
