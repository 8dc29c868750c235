"""Show that two builds are identical, that a failed build keeps the old site, and that a killed one harms nothing."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from accord.measure import proofs


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kills", type=int, default=5, help="how many builds to kill at random moments (default 5)")


def run(options: argparse.Namespace) -> int:
    """Print one line a proof. Return 1 where one fails."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="accord-prove-") as folder:
        for title, proof in proofs.every(options.root, Path(folder), options.kills):
            wrong = proof()
            failed += bool(wrong)
            print(f"{'FAILS' if wrong else 'holds'}: {title}{': ' + wrong if wrong else ''}", flush=True)
    return 1 if failed else 0
