"""Keeps what a command measured, in data/measured/, with the commit, the day and the machine that it is true of."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from accord.change import git
from accord.model.measured import Found
from accord.problem import Unusable
from accord.read import state, yaml_strict
from accord.read.tree import plain
from accord.record.atomic import write_over

FOLDER = "data/measured"
GB = 1000**3


def commit(root: Path) -> str:
    """Return the full name of the commit that lies at `root`, with nothing changed but figures that were kept.

    Raises:
        Unusable: git does not keep this folder, or something is not committed.
        Unreadable: git can't answer.
    """
    head = git.ask(root, "rev-parse", "--verify", "HEAD^{commit}")
    changed = git.ask(root, "status", "--porcelain", "--", ".", f":(exclude){FOLDER}")
    if head.code or changed.code:
        raise Unusable("Figures name a commit, and git knows none here. Measure in a clone of the repository.")
    if changed.out:
        first = changed.line.splitlines()[0]
        raise Unusable(f"Figures name a commit, and something is not committed ({first}). Commit it first.")
    return head.line


def keep(root: Path, name: str, measured_on: date, of: str, figures: Iterable[Found]) -> str:
    """Write data/measured/<name>.yml in the place of what was there, and return its path.

    Args:
        of: the commit that was measured, as `commit` told it before.

    Raises:
        OSError: the disk is full, or the folder can't be written.
    """
    rows = [
        ("date", measured_on.isoformat()),
        ("commit", of),
        ("state", state.digest(root)),
        ("machine", machine()),
        ("command", f"make {name}"),
    ]
    lines = [f"{key}: {_quoted(value)}" for key, value in rows]
    lines.append("figures:")
    for found in figures:
        lines += [f"  - id: {found.id}", f"    value: {_quoted(found.value)}"]
        lines += [f"    note: {_quoted(found.note)}"] if found.note else []
    path = f"{FOLDER}/{name}.yml"
    write_over(root / path, "\n".join([*lines, ""]).encode())
    return path


def together(root: Path, name: str, of: str, figures: Iterable[Found]) -> list[Found]:
    """Return what was kept of the same commit and state, if anything, with `figures` in the place of their ids.

    Raises:
        Unusable: what was kept is of another commit: then figures would not belong together.
    """
    path = root / FOLDER / f"{name}.yml"
    if not path.is_file():
        return list(figures)
    node, _ = yaml_strict.parse(path.name, path.read_text(encoding="utf-8"))
    old: Any = plain(node) if node else {}
    if (old.get("commit"), old.get("state")) != (of, state.digest(root)):
        raise Unusable(f"{FOLDER}/{name}.yml is of another commit. Measure all once (no --only), or delete it first.")
    new = {each.id: each for each in figures}
    kept = [new.pop(each["id"], Found(**each)) for each in old["figures"]]
    return [*kept, *new.values()]


def machine() -> str:
    """Return this machine in plain words: processors, memory, system, Python."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    words = [f"{processors} processor{'' if processors == 1 else 's'}"]
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        words.append(f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / GB:.0f} GB of memory")
    return ", ".join([*words, platform.system(), f"Python {platform.python_version()}"])


def _quoted(words: str) -> str:
    return json.dumps(words[:300], ensure_ascii=False)
