"""The full build against bare MkDocs: Material, the same final Markdown, and nothing of ours."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from accord.measure import bare
from accord.measure.clocked import clocked

GOAL = 1.15  # design: a full build within 15 % of bare MkDocs


def pairs(root: Path, work: Path, runs: int) -> Iterator[tuple[float, float]]:
    """Yield the processor seconds of our build and of the bare one, run in turn.

    A first pair, which warms the disk's cache, is left out.

    Raises:
        RuntimeError: a build failed.
    """
    bare.prepare(root, work / "bare")
    build = [sys.executable, "-I", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(work / "out")]
    ours = [*build, "--config-file", str(root / "mkdocs.yml")]
    theirs = [*build, "--config-file", str(work / "bare" / "mkdocs.yml")]
    for number in range(runs + 1):
        pair = clocked(ours, root).cpu, clocked(theirs, work / "bare").cpu
        if number:
            yield pair
