"""Reads a lock as `uv pip compile --generate-hashes` writes it, and refuses every line of another form."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)==([0-9][0-9A-Za-z.+!]*)(?: ; ([^\\]+?))? \\")
HASH = re.compile(r" {4}--hash=sha256:([0-9a-f]{64})( \\)?")


@dataclass(frozen=True, slots=True)
class Pinned:
    """One package at one version. `hashes` are its files' SHA-256; `via` is who asks for it: packages, .in files."""

    name: str
    version: str
    marker: str  # the machines that it is for (PEP 508), or ""
    hashes: tuple[str, ...]
    via: tuple[str, ...]
    line: int


def read(text: str) -> list[Pinned]:
    """Return what is pinned, in the file's order.

    Raises:
        ValueError: a line is of another form, such as an address, an option or a version without a hash.
    """
    rows = [*text.split("\n"), ""]
    found: list[Pinned] = []
    at = 0
    while at < len(rows):
        head = HEAD.fullmatch(rows[at])
        if head is None:
            if rows[at] and not rows[at].startswith("#"):
                raise ValueError(f"line {at + 1} is not a package, its version and its hashes: {rows[at][:80]}")
            at += 1
            continue
        start, at = at, at + 1
        hashes: list[str] = []
        more = True
        while more:
            line = HASH.fullmatch(rows[at])
            if line is None:
                raise ValueError(f"line {at + 1} is not a hash of {head[1]}: {rows[at][:80]}")
            hashes.append(line[1])
            more, at = bool(line[2]), at + 1
        via, at = _via(rows, at)
        found.append(Pinned(head[1], head[2], head[3] or "", tuple(hashes), via, start + 1))
    return found


def _via(rows: list[str], at: int) -> tuple[tuple[str, ...], int]:
    """Return what the comments below a package name, and the line after them."""
    named: list[str] = []
    while at < len(rows) and rows[at].startswith("    #"):
        words = rows[at].removeprefix("    #").strip()
        words = words.removeprefix("via").strip()
        if words:
            named.append(words.removeprefix("-r ").removeprefix("-c "))
        at += 1
    return tuple(named), at
