"""Measure: the build against bare MkDocs, verification against the machine, waiting times, and the cost of size."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from accord import clock
from accord.measure import benching, keeping
from accord.measure.proofs.ground import EPOCH
from accord.model.measured import Found
from accord.workspace import open_checked

MANY = 10_000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=_some, default=5, metavar="N", help="runs of each (default 5)")
    size = "signatories of the register that is verified (default 1,000)"
    parser.add_argument("--verified", type=_some, default=1000, metavar="N", help=size)
    growing = f"the largest register that is checked, verified and built (default {MANY:,}; 0: none)"
    parser.add_argument("--signatories", type=_tens, default=MANY, metavar="N", help=growing)
    parser.add_argument("--keep", action="store_true", help="write what was found to data/measured/bench.yml")


def run(options: argparse.Namespace) -> int:
    """Print the figures. Return 0 whatever they are: a benchmark measures, and judges nothing."""
    if options.keep and options.signatories != MANY:
        print(f"accord bench: --keep measures {MANY:,} signatories; leave --signatories out.", file=sys.stderr)
        return 2
    today = options.as_of or clock.today()
    commit = keeping.commit(options.root) if options.keep else ""
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH  # the sample register was made for that day
    workspace = open_checked(options.root, clock.as_of())
    version = workspace.guidance.commitment.versions[-1]
    bench = benching.Bench(options.root, version, options.runs, options.verified, options.signatories)
    figures: list[Found] = []
    with tempfile.TemporaryDirectory(prefix="accord-bench-") as folder:
        for line in benching.every(bench, Path(folder).resolve()):
            print(line.words, flush=True)
            figures += line.found
    if options.keep:
        path = keeping.keep(options.root, "bench", today, commit, figures)
        print(f'Kept in {path}. Run "accord check": what falls short needs a reason.')
    return 0


def _some(words: str) -> int:
    if not words.isascii() or not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f'"{words}" is not a number from 1')
    return int(words)


def _tens(words: str) -> int:
    if words == "0":
        return 0
    if (number := _some(words)) < 10:
        raise argparse.ArgumentTypeError("fewer than 10 signatories have no tenth")
    return number
