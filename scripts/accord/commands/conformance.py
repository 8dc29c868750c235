"""Say what is different in a council's copy, promise by promise and practice by practice."""

from __future__ import annotations

import argparse
import sys

from accord.change.git import Unreadable
from accord.copy import trees
from accord.copy.comparing import conformance
from accord.copy.pages.conformance import told
from accord.files.problem import visible
from accord.project import reading

HOW = trees.HOW.format(command="conformance", option="--upstream ")


def arguments(parser: argparse.ArgumentParser) -> None:
    words = f"a branch or commit of upstream's, as last fetched (default: {trees.DEFAULT})"
    parser.add_argument("--upstream", metavar="REF", help=words)
    parser.add_argument("--all", action="store_true", help="name what is identical, too")


def run(options: argparse.Namespace) -> int:
    """Print the comparison. Return 1 where the copy claims words that it changed, 2 where it could not compare all."""
    try:
        ref = options.upstream or (trees.DEFAULT if trees.has_default(options.root) else None)
        upstream = trees.merged(options.root, ref) if ref else None
    except Unreadable as error:
        print(visible(f"accord conformance: {error}"), file=sys.stderr)
        return 2
    found = conformance(reading.load(options.root), upstream)
    for line in told(found, options.all):
        print(visible(line))
    if found.broken:
        return 1
    if upstream is None:
        print(f"accord conformance: the practices were not compared. {HOW}", file=sys.stderr)
        return 2
    return 0
