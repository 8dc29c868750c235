"""Say what upstream changed since this copy last merged it, as a list of things to do."""

from __future__ import annotations

import argparse
import sys

from accord.change.git import Unreadable
from accord.copy import trees
from accord.copy.changes import changes
from accord.copy.comparing import signings, slug
from accord.copy.pages.todo import todo
from accord.files.problem import visible
from accord.project import reading

HOW = trees.HOW.format(command="upstream", option="")


def arguments(parser: argparse.ArgumentParser) -> None:
    words = f"upstream's branch, as last fetched (default: {trees.DEFAULT})"
    parser.add_argument("ref", nargs="?", metavar="REF", help=words)


def run(options: argparse.Namespace) -> int:
    """Print the list. Return 2 where git has nothing of upstream. Looks at nothing but what was fetched."""
    try:
        if options.ref is None and not trees.has_default(options.root):
            print(f"accord upstream: {HOW}", file=sys.stderr)
            return 2
        ref = options.ref or trees.DEFAULT
        found = changes(trees.merged(options.root, ref), trees.newest(options.root, ref))
    except Unreadable as error:
        print(visible(f"accord upstream: {error}"), file=sys.stderr)
        return 2
    project = reading.load(options.root)
    own = signings(project)
    for line in todo(found, slug(project), own[-1] if own else None, ref):
        print(visible(line))
    print("\nThis is what was last fetched. For newer, run: git fetch upstream")
    return 0
