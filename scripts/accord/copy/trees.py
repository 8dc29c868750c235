"""Reads upstream out of git: as it was when this copy last merged it, and as it is now."""

from dataclasses import dataclass
from pathlib import Path

from accord.change.commits import Commit, commit, merge_base, snapshot
from accord.change.git import Repository, Unreadable, ask, repository
from accord.files.problem import clipped, shown
from accord.files.tree import Tree
from accord.project import reading
from accord.project.reading import Project

DEFAULT = "upstream/main"
HOW = (
    "Upstream's texts are not here. Fetch them once, and then give their name:\n"
    "  git remote add upstream <the address of upstream's repository>\n"
    "  git fetch upstream\n"
    f"  accord {{command}} --upstream {DEFAULT}"
)
REF_HELP = f"a branch or commit of upstream's, as last fetched (default: {DEFAULT})"


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
    """Return the repository that keeps the copy. Raises Unreadable: there is none, or no git."""
    found = repository(root)
    if found is None or not found.top:
        raise Unreadable(f"git does not keep {root}, so nothing says what upstream had. Clone the repository with git.")
    return found


def chosen(root: Path, ref: str | None) -> str:
    """Return `ref`, or upstream's main branch where git knows it here, else an empty string.

    Raises Unreadable: `ref` is no name of a commit: git would take it for an option.
    """
    if ref is None:
        known = ask(root, "rev-parse", "--verify", "--quiet", f"refs/remotes/{DEFAULT}^{{commit}}").code == 0
        return DEFAULT if known else ""
    if ref.startswith("-") or not ref.strip() or "\0" in ref:
        raise Unreadable(f"{shown(ref)} is no branch or commit. Give one like {DEFAULT}.")
    return ref


def merged(root: Path, ref: str) -> Upstream:
    """Return upstream as it was when this copy last merged `ref`.

    Raises Unreadable: git knows no such commit, or no history in common.
    """
    found = kept(root)
    return _read(found, merge_base(found, chosen(root, ref)))


def newest(root: Path, ref: str) -> Upstream:
    """Return upstream at `ref`, as last fetched. Raises Unreadable: git knows no such commit."""
    found = kept(root)
    return _read(found, commit(found, chosen(root, ref)))


def _read(found: Repository, commit_id: str) -> Upstream:
    tree = snapshot(found, commit_id, f"Commit {commit_id[:12]}")
    day = found.ask("show", "--no-patch", "--format=%cs", commit_id).decode().strip()
    return Upstream(commit_id, day, tree, read(tree, tree.name))


def read(tree: Tree, name: str) -> Project:
    """Return the project in a tree. Raises Unreadable: it is another project. `name` is the tree's, for people."""
    try:
        return reading.load(tree)
    except FileNotFoundError:
        raise Unreadable(f"{clipped(name)} is not this project: it has no data/schema.") from None
