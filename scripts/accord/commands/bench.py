"""Measure, as ratios: the build against bare MkDocs, verification against the machine, and the cost of size."""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from accord import clock
from accord.measure import building_ratio, scale, verifying
from accord.measure.figure import Figure, growth, median_ratio
from accord.model.commitment import Version
from accord.workspace import open_checked


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=_some, default=5, metavar="N", help="runs of each (default 5)")
    size = "signatories of the register that is verified (default 1,000)"
    parser.add_argument("--verified", type=_some, default=1000, metavar="N", help=size)
    growing = "also measure check, verify and site with a tenth of N and with N made-up signatories"
    parser.add_argument("--signatories", type=_tens, default=0, metavar="N", help=growing)


def run(options: argparse.Namespace) -> int:
    """Print the figures. Return 0 whatever they are: a benchmark measures, and judges nothing."""
    os.environ["SOURCE_DATE_EPOCH"] = os.environ.get("SOURCE_DATE_EPOCH") or "0"
    workspace = open_checked(options.root, options.as_of or clock.as_of())
    version = workspace.guidance.commitment.versions[-1]
    with tempfile.TemporaryDirectory(prefix="accord-bench-") as folder:
        for line in (
            *_built(options.root, Path(folder), options.runs),
            *_verified(Path(folder, "register"), version, options),
        ):
            print(line, flush=True)
    for line in _scaled(options, version) if options.signatories else ():
        print(line, flush=True)
    return 0


def _built(root: Path, work: Path, runs: int) -> Iterator[str]:
    found = list(building_ratio.pairs(root, work, runs))
    yield from _pairs(found, "bare MkDocs")
    what = "full build / bare MkDocs with Material and the same final Markdown"
    yield str(Figure(what, median_ratio(found), building_ratio.GOAL))


def _verified(work: Path, version: Version, options: argparse.Namespace) -> Iterator[str]:
    found = verifying.pairs(work, version, options.verified, options.runs)
    yield from _pairs(found, "bare SHA-256 and Ed25519")
    what = f"reading and verifying {options.verified * verifying.A_SIGNATORY:,} records / SHA-256 and Ed25519 alone"
    yield str(Figure(what, median_ratio(found), verifying.GOAL))


def _pairs(found: list[tuple[float, float]], other: str) -> Iterator[str]:
    for number, (ours, theirs) in enumerate(found, 1):
        yield f"pair {number}: ours {ours:.2f} s, {other} {theirs:.2f} s of CPU, ratio {ours / theirs:.2f}"


def _scaled(options: argparse.Namespace, version: Version) -> Iterator[str]:
    number: int = options.signatories
    none, tenth, whole = scale.costs(options.root, version, number, options.runs)
    for command in scale.COMMANDS:
        cpu = [statistics.median(each.cpu for each in taken[command]) for taken in (none, tenth, whole)]
        wall = statistics.median(each.wall for each in whole[command])
        yield (
            f"accord {command}: {cpu[0]:.1f} s of CPU with no signatory, {cpu[1]:.1f} s with {number // 10:,}, "
            f"{cpu[2]:.1f} s with {number:,}; there {wall:.0f} s by the clock "
            f"(goal {scale.SLOWEST} s with 10,000)"
        )
        ratio = growth((number // 10, cpu[1]), (number, cpu[2]), cpu[0])
        yield str(Figure(f"accord {command}: cost of one more in {number:,} / in {number // 10:,}", ratio, scale.GOAL))


def _some(words: str) -> int:
    if not words.isascii() or not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f'"{words}" is not a number from 1')
    return int(words)


def _tens(words: str) -> int:
    if (number := _some(words)) < 10:
        raise argparse.ArgumentTypeError("fewer than 10 signatories have no tenth")
    return number
