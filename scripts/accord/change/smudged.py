"""Tells bytes on disk that git itself changed at check-out, although `git status` is clean (security.md, 3.4).

The well-known changes are undone one by one; where git's bytes come out, nobody edited the file. No filter is ever run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from accord.change.git import Repository
from accord.change.tree import Smudge, blob_id

ATTRIBUTES = ("text", "eol", "ident", "filter", "working-tree-encoding")
MOST = 1_000  # files whose attributes are asked for: one of them is enough to name the cause
ENDS, IDENT, ENCODING, FILTER = "Windows line ends", "a filled in $Id$", "another encoding", "a filter"
BLAMED = {ENDS: ("eol", "text"), IDENT: ("ident",), ENCODING: ("working-tree-encoding",), FILTER: ("filter",)}
_FILLED = re.compile(rb"\$Id:[^$\n]*\$")


def undone(raw: bytes, blob: str, algorithm: str) -> str:
    """Return which change turns the bytes of `blob` into `raw`, or an empty string."""
    undo: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
        (ENDS, _line_feeds),
        (IDENT, _emptied),
        (f"{ENDS} and {IDENT}", lambda raw: _emptied(_line_feeds(raw))),
        *((f"{ENCODING} ({name})", _decoder(name)) for name in ("utf-16", "utf-16-le", "utf-16-be", "latin-1")),
    )
    return next((cause for cause, back in undo if blob_id(back(raw), algorithm) == blob), "")


def _line_feeds(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n")


def _emptied(raw: bytes) -> bytes:
    return _FILLED.sub(b"$Id$", raw)


def _decoder(name: str) -> Callable[[bytes], bytes]:
    def back(raw: bytes) -> bytes:
        try:
            return raw.decode(name).encode().replace(b"\r\n", b"\n")
        except UnicodeError:
            return b""

    return back


def attributes(repository: Repository, paths: list[str]) -> dict[str, dict[str, str]]:
    """Return, by path, the attributes of ours that git finds set, from files and not by running anything."""
    given = b"".join(path.encode(errors="surrogateescape") + b"\0" for path in paths[:MOST])
    out = repository.ask("check-attr", "-z", "--stdin", *ATTRIBUTES, given=given).decode(errors="surrogateescape")
    parts = out.split("\0")
    found: dict[str, dict[str, str]] = {}
    for path, name, value in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        if value not in ("unspecified", "unset"):
            found.setdefault(path, {})[name] = value
    return found


def named(repository: Repository, causes: dict[str, str], edited: list[str]) -> Iterator[Smudge]:
    """Yield each file with what changed it, and the attribute or setting behind it.

    Args:
        causes: path -> what `undone` said.
        edited: paths that differ for no reason that we know; named only where a filter stands in between.
    """
    paths = sorted(causes)
    known = attributes(repository, [*paths[:MOST], *edited]) if causes or edited else {}
    for path in paths:
        yield Smudge(path, f"{causes[path]} ({_blame(causes[path], known.get(path, {}))})")
    for path in edited:
        if known.get(path, {}).get("filter"):
            yield Smudge(path, f"{FILTER} ({_blame(FILTER, known[path])})")


def _blame(cause: str, found: dict[str, str]) -> str:
    names = (name for words, names in BLAMED.items() if words in cause for name in names if name in found)
    name = next(names, "")
    said = name if found.get(name) == "set" else f"{name}={found.get(name)}"
    return f"the attribute {said}" if name else "git's setting core.autocrlf or core.eol"
