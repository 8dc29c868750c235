"""Say what is different in a council's copy, promise by promise and practice by practice."""

import argparse

from accord.commands.words import told as told_how
from accord.copy import trees
from accord.copy.compare import conformance
from accord.copy.pages.conformance import told
from accord.files.problem import CalledWrongly, visible
from accord.project import reading


def run(options: argparse.Namespace) -> int:
    """Print the comparison. Return 1 where the copy claims words that it changed, 2 where it could not compare all."""
    ref = trees.chosen(options.root, options.upstream)
    upstream = trees.merged(options.root, ref) if ref else None
    found = conformance(reading.load(options.root), upstream)
    print("\n".join(map(visible, told(found, options.all))))
    if not found.broken and upstream is None:
        raise CalledWrongly(told_how("conformance", "how", ref=trees.DEFAULT))
    return 1 if found.broken else 0
