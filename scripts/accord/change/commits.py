"""Reads a tree from a commit: `git ls-tree` for the ids, `git cat-file` for the bytes that are asked for."""

import errno
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from accord.change.git import Repository, Unreadable, ask
from accord.files.problem import Problem, shown
from accord.files.tree import DEEPEST, Found, Kind, Tree, in_order, refused, too_deep, unreadable

# Modes as git writes them.
PLAIN, EXECUTABLE, LINK, MODULE = "100644", "100755", "120000", "160000"

ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")  # git takes it for the commit's id, whatever else is named so


def commit(repository: Repository, ref: str) -> str:
    """Return the id of the commit that a branch, tag or id names.

    A name of two things is refused: git would take the tag, and whoever may push can make one named like a branch.

    Raises Unreadable: git knows no such commit here, or two, or would take the name for an option.
    """
    if ref.startswith("-") or not ref.strip() or "\0" in ref:
        raise Unreadable(f"{shown(ref)} is neither a clone nor a branch. Give one like origin/main.")
    answer = ask(repository.root, "-c", "core.warnAmbiguousRefs=true", "rev-parse", "--verify", f"{ref}^{{commit}}")
    if answer.code:
        where = " The clone is shallow: run git fetch --unshallow." if repository.shallow else ""
        if Path(ref).is_dir():
            where = f" For the folder write {shown(str(Path(ref).resolve()))}."
        raise Unreadable(f"git knows no {shown(ref)} here. Fetch it first, or look for a slip in the name.{where}")
    if "is ambiguous" in answer.error and ref != "HEAD" and not ID.fullmatch(ref):
        wrong = f"{shown(ref)} names two things here, such as a branch and a tag."
        raise Unreadable(
            f"{wrong} Give the whole name, such as refs/remotes/origin/main, and find out who made the other."
        )
    return answer.line


def merge_base(repository: Repository, ref: str) -> str:
    """Return the id of the commit from which HEAD left `ref`. Raises Unreadable: there is none, or no telling which."""
    tip = commit(repository, ref)
    if ask(repository.root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").code:
        raise Unreadable("This repository has no commit yet, so no change can be judged. Commit first.")
    bases = ask(repository.root, "merge-base", "--all", tip, "HEAD").line.split()
    if repository.shallow and bases != [tip]:
        wrong = "The clone is shallow, and does not reach back to where the change began."
        raise Unreadable(f"{wrong} Run: git fetch --unshallow")
    if not bases:
        raise Unreadable(f"{shown(ref)} and HEAD have no history in common. Name the branch that the change is for.")
    if len(bases) > 1:
        wrong = f"{shown(ref)} and HEAD were merged both ways, so there is no telling where the change began."
        raise Unreadable(f"{wrong} Merge {shown(ref)} into your branch first.")
    return bases[0]


def was_tip(repository: Repository, commit_id: str, tip: str) -> bool:
    """Say whether a commit was once the newest of a branch, and not only part of what was merged into it.

    What was merged was judged as a whole. A commit on the way may hold anything, and no change is judged by it.
    """
    return commit_id in os.fsdecode(repository.ask("rev-list", "--first-parent", tip)).split()


class Entry(NamedTuple):
    """A file's mode, and the id of its bytes as git counts it."""

    mode: str
    id: str


@dataclass(frozen=True)
class Commit(Tree):
    """The files of a commit. Their bytes are those that git keeps: no filter and no setting changes them on the way."""

    name: str  # for people: the commit and how it was chosen
    entries: Mapping[str, Entry]
    repository: Repository
    _sizes: dict[str, int] = field(default_factory=dict)
    _bytes: dict[str, bytes] = field(default_factory=dict)

    def walk(self, top: str) -> tuple[list[Found], list[Problem]]:
        here = self.kind(top)
        if here is not None:
            problem = unreadable(top, refused(errno.ENOTDIR, top))
            return ([Found(top, "link")], []) if here == "link" else ([], [problem])
        paths = [path for path in self.entries if path.startswith(f"{top}/")]
        deep = {"/".join(path.split("/")[: DEEPEST + 1]) for path in paths if path.count("/") > DEEPEST}
        found = (Found(path, self._kind(path)) for path in paths if path.count("/") <= DEEPEST)
        return in_order(found), [too_deep(folder) for folder in sorted(deep)]

    def kind(self, path: str) -> Kind | None:
        return self._kind(path) if path in self.entries else None

    def _kind(self, path: str) -> Kind:
        mode = self.entries[path].mode
        return "link" if mode == LINK else "odd" if mode == MODULE else "file"

    def read(self, path: str, most: int) -> bytes:
        kind = self.kind(path)
        if kind != "file":
            raise refused(errno.ENOENT, path) if kind is None else OSError(0, "no plain file")
        self.fetch([path], most)
        blob = self.entries[path].id
        if blob in self._bytes:
            return self._bytes[blob][: most + 1]
        if self._sizes[blob] < 0:
            raise refused(errno.ENOENT, path)
        return bytes(most + 1)  # whoever asks for so much refuses more, whatever it holds

    def fetch(self, paths: Iterable[str], most: int) -> None:
        """Read several files in two questions, whatever their number. One that is larger than `most` is not read."""
        wanted = {self.entries[path].id for path in paths if self.kind(path) == "file"} - self._bytes.keys()
        if new := sorted(wanted - self._sizes.keys()):
            rows = self.repository.ask("cat-file", "--batch-check", given=_rows(new)).splitlines()
            told = zip(new, (row.split() for row in rows), strict=True)  # git says so of a blob that is missing here
            self._sizes.update((blob, int(row[2]) if row[1] == b"blob" else -1) for blob, row in told)
        if small := sorted(blob for blob in wanted if 0 <= self._sizes[blob] <= most):
            out, at = self.repository.ask("cat-file", "--batch", given=_rows(small)), 0
            for blob in small:
                start = out.index(b"\n", at) + 1
                at = start + self._sizes[blob] + 1
                self._bytes[blob] = out[start : at - 1]

    def weigh(self, paths: Iterable[str]) -> int:
        """Return how many bytes some files have together. None is read, whatever their number."""
        kept = [path for path in paths if self.kind(path) == "file"]
        self.fetch(kept, -1)
        return sum(self._sizes[self.entries[path].id] for path in kept)


def snapshot(repository: Repository, commit_id: str, name: str) -> Commit:
    """Return the tree of a commit, as far as it lies below the repository's folder here.

    Raises:
        Unreadable: git can't read it, or would never have made it so.
    """
    found: list[tuple[bytes, Entry]] = []
    for row in repository.ask("ls-tree", "-r", "-z", commit_id).split(b"\0"):
        if row:
            head, _, path = row.partition(b"\t")
            mode, _, blob = os.fsdecode(head).split(" ")
            found.append((path, Entry(mode, blob)))
    if (odd := _out_of_order([path for path, _ in found])) is not None:
        wrong = f"{shown(os.fsdecode(odd))} stands twice, or not in its place, in the tree of {name}"
        raise Unreadable(f"{wrong}, and programs would differ in what they read. Make the commit anew with git.")
    return Commit(name, {os.fsdecode(path): entry for path, entry in found}, repository)


def _out_of_order(paths: list[bytes]) -> bytes | None:
    """Return a path that is not after the one before it, or is a file's and a folder's. A tree made by hand has such.

    NUL is in no name, so that a file is next to what would lie in a folder of its name.
    """
    for one, other in pairwise(paths):
        if other <= one:
            return other
    for one, other in pairwise(sorted(path.replace(b"/", b"\0") for path in paths)):
        if other.startswith(one + b"\0"):
            return one.replace(b"\0", b"/")
    return None


def _rows(blobs: list[str]) -> bytes:
    return "".join(f"{blob}\n" for blob in blobs).encode()
