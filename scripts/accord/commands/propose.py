"""Make a branch with your own records alone on top of upstream, to be sent there: nothing else of a copy goes along."""

import argparse
import sys
from pathlib import Path

from accord.change.git import ask
from accord.copy import trees
from accord.copy.propose import Proposal, propose
from accord.files.problem import CalledWrongly, counted, visible


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", metavar="SLUG", help="the signatory's short name, equal to its folder's")
    parser.add_argument("--upstream", metavar="REF", help=trees.REF_HELP)


def run(options: argparse.Namespace) -> int:
    """Make the branch, and say how to send it. Return 1 where a record has problems, 2 where nothing can be sent."""
    ref = trees.chosen(options.root, options.upstream)
    if not ref:
        raise CalledWrongly(trees.HOW.format(command="propose SLUG"))
    made, problems = propose(options.root, options.slug, ref, options.today)
    for problem in problems:
        print(problem)
    if made is None:
        print("accord propose: Nothing is proposed, because upstream would refuse it.", file=sys.stderr)
        return 1
    for line in told(options.root, made, ref):
        print(visible(line))
    return 0


def told(root: Path, made: Proposal, ref: str) -> list[str]:
    """Return what was made, and the two steps that are left."""
    known = [name for name in ask(root, "remote").line.split() if name != ref.partition("/")[0]]
    own = "origin" if "origin" in known else "".join(known[:1])
    return [
        f"The branch {made.branch} is {ref} and {counted(len(made.paths), 'record')} more:",
        *(f"  {path}" for path in made.paths),
        "",
        "1. Send it:",
        f"  git push {own or '<the address of your copy>'} {made.branch}",
        "2. Propose it to upstream: open a pull request or merge request from it. Most hosts print the address.",
    ]
