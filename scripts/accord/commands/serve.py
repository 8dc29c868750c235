"""Serve the site on this machine and build it again at each change."""

from __future__ import annotations

import argparse
import os
import sys


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port on this machine (default 8000)")


def run(options: argparse.Namespace) -> int:
    """Hand over to MkDocs. Changes of Python code need a restart; changes of words, data and looks do not."""
    config = str(options.root / "mkdocs.yml")
    address = f"127.0.0.1:{options.port}"
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.chdir(options.root)
    command = [
        sys.executable,
        "-I",
        "-m",
        "mkdocs",
        "serve",
        "--strict",
        "--config-file",
        config,
        "--dev-addr",
        address,
    ]
    os.execv(sys.executable, command)
