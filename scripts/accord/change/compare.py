"""What differs between two commits: all that the rules of a change look at."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from accord.change import paths
from accord.change.commits import Commit, commit, merge_base, snapshot, was_tip
from accord.change.git import Repository, Unreadable, kept
from accord.files.problem import shown
from accord.seals import chain
from accord.seals import reading as seals


@dataclass(frozen=True)
class Change:
    """`base` is what there was, `head` what there would be. What is exactly `upstream`'s is no part of a copy's change:

    who merges it did not write it, and upstream's own check vouches for it. `now` is what the change would be merged
    into, where that has moved on since the change began.
    """

    base: Commit
    head: Commit
    as_of: date
    upstream: Commit | None = None
    now: Commit | None = None

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
        before, after = (chain.follow(seals.files(tree, tree.entries.keys())) for tree in (self.base, self.head))
        return before, after


def compared(root: Path, base: str, as_of: date, upstream: str | None = None) -> Change:
    """Return the change from `base` to the commit that is checked out in `root`.

    Raises Unreadable: a commit can't be read, in words fit to be printed.
    """
    own = kept(root)
    head = snapshot(own, commit(own, "HEAD"), "the commit that is checked out")
    theirs = None if upstream is None else _tree(own, upstream)
    if _is_folder(base):
        return Change(_tree(own, base), head, as_of, theirs)
    began, tip = merge_base(own, base), commit(own, base)
    if not was_tip(own, began, tip):
        wrong = f"HEAD left {shown(base)} at commit {began[:12]}, which was merged into it and never was its newest."
        raise Unreadable(f"{wrong} Merge {shown(base)} into your branch first.")
    before = snapshot(own, began, f"{base} (commit {began[:12]}, where HEAD left it)")
    now = None if began == tip else snapshot(own, tip, f"{base} (commit {tip[:12]})")
    return Change(before, head, as_of, theirs, now)


def _is_folder(name: str) -> bool:
    """Say whether somebody meant a folder, there or not, and not a branch.

    Only the name says so: a change could bring a folder that is called like the branch, with a repository in it.
    """
    return name.startswith(("/", "./", "../", "~", ".\\", "..\\")) or name in {".", ".."} or Path(name).is_absolute()


def _tree(own: Repository, name: str) -> Commit:
    """Return the tree of the newest commit that a name stands for."""
    if not _is_folder(name):
        found = commit(own, name)
        return snapshot(own, found, f"{name} (commit {found[:12]})")
    path = Path(name).resolve()
    if not path.is_dir():
        raise Unreadable(f"There is no folder {shown(str(path))}. Give a clone, or a branch like origin/main.")
    there = kept(path)
    return snapshot(there, commit(there, "HEAD"), f"{path}")
