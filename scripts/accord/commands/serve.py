"""Serve the site on this machine and build it again at each change."""

import argparse
import os
import sys

from accord.site.building import epoch


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port on this machine (default 8000)")


def run(options: argparse.Namespace) -> int:
    """Hand over to MkDocs. Changes of Python code need a restart; changes of words, data and looks do not."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if options.as_of:
        os.environ["SOURCE_DATE_EPOCH"] = epoch(options.as_of, os.environ)
    os.chdir(options.root)
    command = [sys.executable, "-I", "-m", "accord.site.preview", str(options.root), str(options.port)]
    os.execv(sys.executable, command)
