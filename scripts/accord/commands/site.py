"""Check everything, then build the site: complete, or not at all."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from accord import clock
from accord.building import build
from accord.workspace import Unfit, open_checked


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help="where the site goes (default: site/)")


def run(options: argparse.Namespace) -> int:
    """Build into a new folder and swap it in. Return 1 on problems; the old site then stays as it was."""
    as_of = options.as_of or clock.as_of()
    try:
        workspace = open_checked(options.root, as_of)
    except Unfit as unfit:
        print(unfit)
        print(f"{len(unfit.problems)} problems: the site is not built.")
        return 1
    for note in workspace.notes:
        print(note)
    out = (options.out or options.root / "site").resolve()
    if not build(options.root, out, as_of, os.environ):
        print("The site is not built; what was there stays as it was.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in out.rglob("*.html"))
    print(f"{pages} pages in {out}")
    if not workspace.guidance.site.address:
        print("No address is set in data/site.yml: links in the site are relative, and it has no sitemap.")
    return 0
