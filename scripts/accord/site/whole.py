"""Which files a build has to leave in its folder, so that one which lost some of them is not taken for whole."""

import os
from collections.abc import Iterable
from pathlib import Path

_written: set[str] = set()  # of the build that is under way: places below the site's folder


def forget() -> None:
    """Let go of everything: a new build begins."""
    _written.clear()


def write(site: Path, name: str, raw: bytes) -> None:
    """Write a file of the site, and note that it belongs there.

    Raises OSError: the disk is full, or the folder can't be written.
    """
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    _written.add(name)


def missing(site: Path, others: Iterable[str]) -> list[str]:
    """Return which of the files that were written here, and of `others`, are not there (any more)."""
    there = {f"{place}/{name}" for place, _, names in os.walk(site) for name in names}
    return sorted(name for name in _written.union(others) if f"{site}/{name}" not in there)
