"""Check everything, then build the site: complete, or not at all."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from accord.copy import trees
from accord.files.problem import CalledWrongly
from accord.files.sample import copy_project, lay_over
from accord.site.building import build
from accord.site.mkdocs_hook import UPSTREAM


def run(options: argparse.Namespace) -> int:
    """Build into a new folder and swap it in. Return 1 on problems; the old site then stays as it was."""
    out = (options.out or options.root / "site").resolve()
    environment = dict(os.environ)
    if options.upstream:
        environment[UPSTREAM] = trees.merged(options.root, options.upstream).commit
    if options.sample is None:
        return _built(options, options.root, out, environment)
    if not (options.sample / "commitment").is_dir():
        raise CalledWrongly(f"{options.sample} holds no commitment/ folder, so it is no sample register.")
    with tempfile.TemporaryDirectory(prefix="accord-sample-") as folder:
        copy = Path(folder) / "project"
        copy_project(options.root, copy)
        lay_over(options.sample, copy)
        return _built(options, copy, out, dict(os.environ))


def _built(options: argparse.Namespace, root: Path, out: Path, environment: dict[str, str]) -> int:
    if not build(root, out, options.today, environment):
        print("The site is not built; what was there stays as it was.", file=sys.stderr)
        return 1
    pages = sum(name.endswith(".html") for _, _, names in os.walk(out) for name in names)
    print(f"{pages} pages in {out}")
    return 0
