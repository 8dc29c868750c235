"""Make a branch with your own records alone on top of upstream, to be sent there: nothing else of a copy goes along."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from accord.change.git import Unreadable
from accord.copy import hosts, trees
from accord.copy.propose import Proposal, Refused, propose
from accord.files import clock
from accord.files.problem import visible

HOW = trees.HOW.format(command="propose SLUG", option="--upstream ")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", metavar="SLUG", help="the signatory's short name, equal to its folder's")
    words = f"a branch or commit of upstream's, as last fetched (default: {trees.DEFAULT})"
    parser.add_argument("--upstream", metavar="REF", help=words)


def run(options: argparse.Namespace) -> int:
    """Make the branch, and say how to send it. Return 1 where a record has problems, 2 where nothing can be sent."""
    try:
        if options.upstream is None and not trees.has_default(options.root):
            return _wrongly(HOW)
        ref = options.upstream or trees.DEFAULT
        made = propose(options.root, options.slug, ref, options.as_of or clock.as_of())
    except Refused as error:
        for problem in error.problems:
            print(problem)
        _wrongly(str(error))
        return 1 if error.problems else 2
    except Unreadable as error:
        return _wrongly(str(error))
    for line in told(options.root, made, ref):
        print(visible(line))
    return 0


def _wrongly(words: str) -> int:
    print("\n".join(map(visible, f"accord propose: {words}".split("\n"))), file=sys.stderr)
    return 2


def told(root: Path, made: Proposal, ref: str) -> list[str]:
    """Return what was made, and the two steps that are left."""
    there, _, base = ref.partition("/")
    known = hosts.remotes(root)
    upstream = there if there in known else ""
    own = next((name for name in ("origin", *known) if name in known and name != upstream), "")
    address = hosts.opening(hosts.remote(root, own), hosts.remote(root, upstream), made.branch, base or "main")
    count = f"{len(made.paths)} record{'' if len(made.paths) == 1 else 's'}"
    return [
        f"The branch {made.branch} is {ref} and {count} more:",
        *(f"  {path}" for path in made.paths),
        "",
        "1. Send it:",
        f"  git push {own or '<the address of your copy>'} {made.branch}",
        "2. Propose it to upstream:",
        f"  {address}" if address else f"  open a pull request or merge request from {made.branch} on your host.",
    ]
