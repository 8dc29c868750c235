"""Check everything, then build the site: complete, or not at all."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from accord import clock
from accord.building import build
from accord.overlay import copy_project, lay_over


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help="where the site goes (default: site/)")
    sample = "a folder with a sample register, laid over a copy of the project"
    parser.add_argument("--sample", type=Path, default=None, metavar="DIR", help=sample)


def run(options: argparse.Namespace) -> int:
    """Build into a new folder and swap it in. Return 1 on problems; the old site then stays as it was."""
    out = (options.out or options.root / "site").resolve()
    if options.sample is None:
        return _built(options, options.root, out)
    if not (options.sample / "commitment").is_dir():
        print(f"accord: {options.sample} holds no commitment/ folder, so it is no sample register.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="accord-sample-") as folder:
        copy = Path(folder) / "project"
        copy_project(options.root, copy)
        lay_over(options.sample, copy)
        return _built(options, copy, out)


def _built(options: argparse.Namespace, root: Path, out: Path) -> int:
    as_of = options.as_of or clock.as_of()
    if not build(root, out, as_of, os.environ):
        print("The site is not built; what was there stays as it was.", file=sys.stderr)
        return 1
    pages = sum(name.endswith(".html") for _, _, names in os.walk(out) for name in names)
    print(f"{pages} pages in {out}")
    return 0
