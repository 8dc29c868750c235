"""Reads a tree from a folder. Where git keeps it, git says which files belong to it; the bytes are the disk's."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from accord.change import smudged
from accord.change.git import Repository, Unreadable
from accord.change.tree import LINK, MODULE, PLAIN, REGULAR, Entry, Smudge, Tree
from accord.change.walking import below, contents, entry_at
from accord.problem import visible

COMMITMENT = "commitment"  # looked over file by file, whatever git is told to ignore


class Staged(NamedTuple):
    """A file as git's index has it. `skipped` says that a sparse check-out leaves it off the disk."""

    mode: str
    id: str
    skipped: bool


def folder(root: Path, repository: Repository | None, algorithm: str) -> Tree:
    """Return the tree of a folder: every file, or where git keeps it, those that git keeps or would keep.

    Raises:
        Unreadable: git or the system will not show it.
    """
    reader = partial(_contents, root)
    if repository is None:
        found = {path: entry_at(f"{root}/{path}", algorithm) for path in below(root)}
        return Tree(str(root), algorithm, {path: entry for path, entry in found.items() if entry is not None}, reader)
    staged = _staged(repository)
    entries = {path: Entry(kept.mode, kept.id) for path, kept in staged.items() if kept.skipped or kept.mode == MODULE}
    trusts_bits = _trusts_bits(repository)
    for path in _names(root, repository, staged) - entries.keys():
        entry = entry_at(f"{root}/{path}", algorithm)
        if entry is not None:
            entries[path] = _as_staged(entry, staged.get(path), trusts_bits)
    smudges = _smudges(root, repository, entries, staged)
    return Tree(str(root), algorithm, _reachable(entries), reader, smudges)


def _names(root: Path, repository: Repository, staged: dict[str, Staged]) -> set[str]:
    """Return what git knows or would take, and whatever lies in commitment/."""
    names = {path for path in staged if not _ours(path)}
    names |= {path for path in _others(repository) if not _ours(path)}
    if (root / COMMITMENT).is_symlink():
        return {*names, COMMITMENT}
    return names.union(below(root, COMMITMENT))


def _ours(path: str) -> bool:
    return path.startswith(f"{COMMITMENT}/")


def _contents(root: Path, paths: Iterable[str]) -> dict[str, bytes]:
    found = ((path, contents(f"{root}/{path}")) for path in paths)
    return {path: raw for path, raw in found if raw is not None}


def _staged(repository: Repository) -> dict[str, Staged]:
    found = {}
    for row in os.fsdecode(repository.ask("ls-files", "-t", "-s", "-z", "--cached")).split("\0"):
        if row:
            head, _, path = row.partition("\t")
            tag, mode, blob, stage = head.split(" ")
            if stage != "0":
                raise Unreadable(f"{visible(path)} is in the middle of a merge. Finish the merge, or abort it, first.")
            found[path] = Staged(mode, blob, tag == "S")
    return found


def _others(repository: Repository) -> list[str]:
    out = repository.ask("ls-files", "-z", "--others", "--exclude-standard")
    return [os.fsdecode(name).rstrip("/") for name in out.split(b"\0") if name]


def _trusts_bits(repository: Repository) -> bool:
    """Say whether the disk can tell what is executable: on some systems and drives only git's index can."""
    said = repository.ask("config", "--type=bool", "--default=true", "--get", "core.fileMode")
    return said.strip() != b"false" and os.name != "nt"


def _as_staged(entry: Entry, kept: Staged | None, trusts_bits: bool) -> Entry:
    """Return the entry with the mode that git keeps where the disk can't hold one."""
    if kept is None:
        return entry
    if kept.mode == LINK and entry.mode == PLAIN and entry.id == kept.id:  # core.symlinks=false: its target, as text
        return Entry(LINK, kept.id)
    if not trusts_bits and kept.mode in REGULAR and entry.mode in REGULAR:
        return Entry(kept.mode, entry.id)
    return entry


def _smudges(
    root: Path, repository: Repository, entries: dict[str, Entry], staged: dict[str, Staged]
) -> tuple[Smudge, ...]:
    """Give git's id to the files that git itself changed on the way to the disk, and say which they are."""
    causes: dict[str, str] = {}
    edited: list[str] = []
    for path, kept in staged.items():
        entry = entries.get(path)
        if entry is None or entry.id == kept.id or entry.mode not in REGULAR:
            continue  # absent, or git's own bytes, or no file
        raw = contents(f"{root}/{path}")
        if raw is not None and (cause := smudged.undone(raw, kept.id, repository.algorithm)):
            causes[path] = cause
            entries[path] = Entry(entry.mode, kept.id)
        else:
            edited.append(path)
    return tuple(smudged.named(repository, causes, sorted(edited)))


def _reachable(entries: dict[str, Entry]) -> dict[str, Entry]:
    """Return the entries without those that lie behind a link: git keeps nothing there."""
    links = tuple(f"{path}/" for path, entry in entries.items() if entry.mode in (LINK, MODULE))
    return {path: entry for path, entry in entries.items() if not path.startswith(links)} if links else entries
