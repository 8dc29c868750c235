"""What differs between two commits: all that the rules of a change look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from accord import schema
from accord.change import paths
from accord.change.commits import commit, is_folder_name, merge_base, snapshot
from accord.change.git import Repository, Unreadable, repository
from accord.change.tree import Tree
from accord.problem import shown
from accord.seals import chain

SCHEMAS = "data/schema/"


@dataclass(frozen=True)
class Change:
    """`base` is what there was, `head` what there would be. What is exactly `upstream`'s is no part of a copy's change:

    who merges it did not write it, and upstream's own check vouches for it.
    """

    base: Tree
    head: Tree
    as_of: date
    upstream: Tree | None = None

    @cached_property
    def added(self) -> list[str]:
        return [path for path in self._differing if path not in self.base.entries]

    @cached_property
    def removed(self) -> list[str]:
        return sorted(self.base.entries.keys() - self.head.entries.keys())

    @cached_property
    def edited(self) -> list[str]:
        """Return the files whose bytes or mode are no longer the base's."""
        return [path for path in self._differing if path in self.base.entries]

    @cached_property
    def taken(self) -> list[str]:
        """Return the files that are new or other here, and exactly upstream's."""
        return sorted(path for path in self._unlike if self.from_upstream(path))

    @cached_property
    def _differing(self) -> list[str]:
        return sorted(path for path in self._unlike if not self.from_upstream(path))

    @cached_property
    def _unlike(self) -> list[str]:
        return [path for path, _ in self.head.entries.items() - self.base.entries.items()]

    def from_upstream(self, path: str) -> bool:
        """Say whether a file is exactly upstream's."""
        entry = self.head.entries.get(path)
        return self.upstream is not None and entry is not None and self.upstream.entries.get(path) == entry

    def of(self, kind: paths.Kind, among: list[str]) -> list[str]:
        """Return the paths of one kind."""
        return [path for path in among if paths.kind(path) == kind]

    @cached_property
    def chains(self) -> tuple[chain.Chain, chain.Chain]:
        """Return the chains of seals of the base and of the head, verified from the commits' own bytes."""
        return chain.follow(self.base.files), chain.follow(self.head.files)

    @property
    def schemas(self) -> schema.Schemas:
        """Return the schemas of the base: a change is not judged by what it brings."""
        names = [path for path in self.base.entries if path.startswith(SCHEMAS) and path.endswith(".json")]
        self.base.fetch(names)
        return schema.made(tuple((Path(path).stem, self.base.read(path) or b"") for path in sorted(names)))


def compared(root: Path, base: str, as_of: date, upstream: str | None = None) -> Change:
    """Return the change from `base` to the commit that is checked out in `root`.

    Raises:
        Unreadable: a commit can't be read, in words fit to be printed.
    """
    kept = _kept(root)
    head = snapshot(kept, commit(kept, "HEAD"), "the commit that is checked out")
    theirs = None if upstream is None else _tree(kept, upstream, fork=False)
    return Change(_tree(kept, base, fork=True), head, as_of, theirs)


def _kept(root: Path) -> Repository:
    found = repository(root)
    if found is None or not found.top:
        raise Unreadable(f"git does not keep {root}, so no change can be judged there. Clone the repository with git.")
    return found


def _tree(kept: Repository, name: str, fork: bool) -> Tree:
    """Return the tree that a name stands for. `fork` asks for the commit from which HEAD left the branch."""
    if name.startswith("-") or not name.strip() or "\0" in name:
        raise Unreadable(f"{shown(name)} is neither a clone nor a branch. Give one like origin/main.")
    if is_folder_name(name):
        path = Path(name).resolve()
        if not path.is_dir():
            raise Unreadable(f"There is no folder {shown(str(path))}. Give a clone, or a branch like origin/main.")
        there = _kept(path)
        return snapshot(there, commit(there, "HEAD"), f"{path}")
    found = merge_base(kept, name) if fork else commit(kept, name)
    return snapshot(kept, found, f"{name} (commit {found[:12]}{', where HEAD left it' if fork else ''})")
