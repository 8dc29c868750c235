"""Reads a tree from a commit: `git ls-tree` for the ids, `git cat-file` for the bytes that are asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from accord.change.git import Repository, Unreadable, ask
from accord.change.tree import LARGEST_READ, LINK, MODULE, Entry, Tree
from accord.files.problem import shown

ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")  # git takes it for the commit's id, whatever else is named so


def commit(repository: Repository, ref: str) -> str:
    """Return the id of the commit that a branch, tag or id names.

    A name of two things is refused: git would take the tag, and whoever may push can make one named like a branch.

    Raises:
        Unreadable: git knows no such commit here, or two.
    """
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
    """Return the id of the commit from which HEAD left `ref`.

    Raises:
        Unreadable: there is none, or no telling which.
    """
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


def snapshot(repository: Repository, commit_id: str, name: str) -> Tree:
    """Return the tree of a commit, as far as it lies below the repository's folder here."""
    entries = {}
    for row in os.fsdecode(repository.ask("ls-tree", "-r", "-z", commit_id)).split("\0"):
        if row:
            head, _, path = row.partition("\t")
            mode, _, blob = head.split(" ")
            entries[path] = Entry(mode, blob)
    return Tree(name, entries, partial(_blobs, repository, entries))


def _blobs(repository: Repository, entries: dict[str, Entry], paths: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of the files that are small enough, in two questions whatever their number."""
    wanted = {path: entries[path].id for path in paths if entries[path].mode not in (LINK, MODULE)}
    small = _small(repository, sorted(set(wanted.values())))
    if not small:
        return {}
    out = repository.ask("cat-file", "--batch", given=_rows(small))
    bytes_of, at = {}, 0
    for blob in small:
        end = out.index(b"\n", at)
        size = int(out[at:end].split(b" ")[2])
        bytes_of[blob] = out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return {path: bytes_of[blob] for path, blob in wanted.items() if blob in bytes_of}


def _small(repository: Repository, blobs: list[str]) -> list[str]:
    if not blobs:
        return []
    rows = (row.split() for row in repository.ask("cat-file", "--batch-check", given=_rows(blobs)).splitlines())
    return [row[0].decode() for row in rows if row[1] == b"blob" and int(row[2]) <= LARGEST_READ]


def _rows(blobs: list[str]) -> bytes:
    return "".join(f"{blob}\n" for blob in blobs).encode()


def is_folder_name(value: str) -> bool:
    """Say whether somebody meant a folder, there or not, and not a branch.

    Only the name says so: a change could bring a folder that is called like the branch, with a repository in it.
    """
    return value.startswith(("/", "./", "../", "~", ".\\", "..\\")) or value in {".", ".."} or Path(value).is_absolute()
