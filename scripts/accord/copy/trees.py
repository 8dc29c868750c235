"""Reads upstream's guidance out of git: as it was when this copy last merged it, and as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from accord.change.commits import Commit, commit, merge_base, snapshot
from accord.change.git import Repository, Unreadable, ask, repository
from accord.files.problem import shown
from accord.project import reading
from accord.project.reading import Project

DEFAULT = "upstream/main"
HOW = (
    "Upstream's texts are not here. Fetch them once, and then give their name:\n"
    "  git remote add upstream <the address of upstream's repository>\n"
    "  git fetch upstream\n"
    f"  accord {{command}} {{option}}{DEFAULT}"
)


@dataclass(frozen=True)
class Upstream:
    """Upstream at one commit. `day` is the commit's, ISO 8601."""

    commit: str
    day: str
    tree: Commit
    project: Project

    @property
    def name(self) -> str:
        return f"upstream's commit {self.commit[:12]} of {self.day}"


def kept(root: Path) -> Repository:
    """Return the repository that keeps the copy.

    Raises:
        Unreadable: there is none, or no git.
    """
    found = repository(root)
    if found is None or not found.top:
        raise Unreadable(f"git does not keep {root}, so nothing says what upstream had. Clone the repository with git.")
    return found


def has_default(root: Path) -> bool:
    """Say whether git knows upstream's main branch here."""
    return ask(root, "rev-parse", "--verify", "--quiet", f"refs/remotes/{DEFAULT}^{{commit}}").code == 0


def merged(root: Path, ref: str) -> Upstream:
    """Return upstream as it was when this copy last merged `ref`.

    Raises:
        Unreadable: git knows no such commit, or no history in common.
    """
    found = kept(root)
    return _read(found, merge_base(found, named(ref)))


def newest(root: Path, ref: str) -> Upstream:
    """Return upstream at `ref`, as last fetched.

    Raises:
        Unreadable: git knows no such commit.
    """
    found = kept(root)
    return _read(found, commit(found, named(ref)))


def named(ref: str) -> str:
    """Return a name of a commit that git can't take for an option.

    Raises:
        Unreadable: it is no name.
    """
    if ref.startswith("-") or not ref.strip() or "\0" in ref:  # git would take it for an option
        raise Unreadable(f"{shown(ref)} is no branch or commit. Give one like {DEFAULT}.")
    return ref


def _read(found: Repository, commit_id: str) -> Upstream:
    tree = snapshot(found, commit_id, commit_id)
    try:
        project = reading.load(tree)
    except FileNotFoundError:
        raise Unreadable(f"Commit {commit_id[:12]} is not this project: it has no data/schema.") from None
    day = found.ask("show", "--no-patch", "--format=%cs", commit_id).decode().strip()
    return Upstream(commit_id, day, tree, project)
