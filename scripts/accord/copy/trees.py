"""Reads upstream out of git: as it was when this copy last merged it, and as it is now."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from accord.change.commits import commit, merge_base, snapshot
from accord.change.git import Repository, Unreadable, ask, repository
from accord.change.tree import REGULAR, Tree
from accord.files.problem import shown
from accord.project import reading
from accord.project.reading import Project

DEFAULT = "upstream/main"
# What is compared. Records stay where they are: there may be thousands, and their names and ids say enough.
READ = ("data/", "commitment/draft.md", "commitment/versions/")
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
    tree: Tree
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


def chosen(root: Path, ref: str | None) -> str:
    """Return `ref`, or upstream's main branch where git knows it here, else an empty string.

    Raises:
        Unreadable: `ref` is no name of a commit: git would take it for an option.
    """
    if ref is None:
        known = ask(root, "rev-parse", "--verify", "--quiet", f"refs/remotes/{DEFAULT}^{{commit}}").code == 0
        return DEFAULT if known else ""
    if ref.startswith("-") or not ref.strip() or "\0" in ref:
        raise Unreadable(f"{shown(ref)} is no branch or commit. Give one like {DEFAULT}.")
    return ref


def merged(root: Path, ref: str) -> Upstream:
    """Return upstream as it was when this copy last merged `ref`.

    Raises:
        Unreadable: git knows no such commit, or no history in common.
    """
    found = kept(root)
    return _read(found, merge_base(found, chosen(root, ref)))


def newest(root: Path, ref: str) -> Upstream:
    """Return upstream at `ref`, as last fetched.

    Raises:
        Unreadable: git knows no such commit.
    """
    found = kept(root)
    return _read(found, commit(found, chosen(root, ref)))


def _read(found: Repository, commit_id: str) -> Upstream:
    tree = snapshot(found, commit_id, f"Commit {commit_id[:12]}")
    day = found.ask("show", "--no-patch", "--format=%cs", commit_id).decode().strip()
    with laid(tree, READ) as project:
        return Upstream(commit_id, day, tree, project)


@contextmanager
def laid(tree: Tree, prefixes: tuple[str, ...], more: Mapping[str, bytes] | None = None) -> Iterator[Project]:
    """Yield the project in part of a tree and `more` files, read in a folder of ours that is gone afterwards.

    A path that could lead out of that folder stays where it is.

    Raises:
        Unreadable: it is not this project.
    """
    wanted = [path for path, entry in tree.entries.items() if path.startswith(prefixes) and entry.mode in REGULAR]
    tree.fetch(wanted)
    files = {path: tree.read(path) for path in wanted} | dict(more or {})
    with tempfile.TemporaryDirectory(prefix="accord-") as folder:
        for path, raw in files.items():
            if raw is not None and not {"..", ""} & set(re.split(r"[/\\]", path)):
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_bytes(raw)
        try:
            project = reading.load(Path(folder))
        except FileNotFoundError:
            raise Unreadable(f"{tree.name} is not this project: it has no data/schema.") from None
        yield project
