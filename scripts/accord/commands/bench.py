"""Measure the full build against bare MkDocs, as a ratio of CPU time, median of pairs run in turn."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from accord import clock
from accord.measure import bare
from accord.measure.clocked import cpu_seconds
from accord.workspace import open_checked

GOAL = 1.15  # design: a full build within 15 % of bare MkDocs


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=int, default=5, help="pairs of runs (default 5)")


def run(options: argparse.Namespace) -> int:
    """Print the ratios. Return 0 whatever they are: a benchmark measures, and judges nothing."""
    os.environ["SOURCE_DATE_EPOCH"] = os.environ.get("SOURCE_DATE_EPOCH") or "0"
    as_of = options.as_of or clock.as_of()
    open_checked(options.root, as_of)
    with tempfile.TemporaryDirectory(prefix="accord-bench-") as folder:
        work = Path(folder)
        bare.prepare(options.root, work / "bare")
        build = [sys.executable, "-I", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(work / "out")]
        ours = [*build, "--config-file", str(options.root / "mkdocs.yml")]
        theirs = [*build, "--config-file", str(work / "bare" / "mkdocs.yml")]
        ratios: list[float] = []
        for number in range(options.runs + 1):
            pair = cpu_seconds(ours, options.root), cpu_seconds(theirs, work / "bare")
            if number:  # the first pair only warms the disk's cache
                ratios.append(pair[0] / pair[1])
                print(
                    f"pair {number}: ours {pair[0]:.2f} s, bare MkDocs {pair[1]:.2f} s of CPU, ratio {ratios[-1]:.2f}"
                )
    median = statistics.median(ratios)
    print(f"full build / bare MkDocs with Material and the same final Markdown: {median:.2f} (goal {GOAL:.2f})")
    return 0
