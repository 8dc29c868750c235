"""Take a record away. Where a seal lists it, its digest, the day and the ground stay, and two stewards seal that."""

import argparse
import sys
from pathlib import Path

from accord.files.characters import mended
from accord.files.problem import CalledWrongly, visible
from accord.project import reading
from accord.register.writing.terminal import agreed
from accord.steward import erasing

HISTORY = """\
Two stewards have to seal this: accord seal --key KEY, one after the other. Until then no check passes.
Git keeps the record in its history, and so does every copy. Where the law or somebody's safety needs it, take it out of
the history, too (git filter-repo), say so in public, and ask those who hold copies."""
CLAIM = "No seal lists this, so nothing has to stay in its place, and nobody has to seal that it goes."

STOPPED = "This is not done."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="the record's file")
    parser.add_argument("--ground", default="", metavar="WORDS", help="why, in general words that name nobody: public")
    parser.add_argument("--yes", action="store_true", help="do not ask whether to take away what is shown")


def run(options: argparse.Namespace) -> int:
    """Return 0 where it is gone or the user decides against it, 1 where something is wrong, 2 on a wrong call."""
    root, as_of = options.root, options.today
    project = reading.load(root)
    near = Path.cwd() / options.path  # as a shell completes it
    path = near.relative_to(root).as_posix() if near.is_relative_to(root) else options.path.as_posix()
    path = path if (root / path).exists() else options.path.as_posix()
    erasure, problems = erasing.plan(project, as_of, path, mended(options.ground))
    for problem in problems:
        print(problem)
    if problems:
        print("Nothing is taken away.")
        return 1
    for gone in erasure.paths:
        print(f"Goes: {gone}")
    print(visible(f"Stays: {path}.erased: {' '.join(erasure.left.decode().split(chr(10)))}") if erasure.left else CLAIM)
    if not options.yes:
        if not sys.stdin.isatty():
            raise CalledWrongly("nobody can be asked here. Add --yes.")
        if not agreed("Take it away?"):
            print("Nothing is taken away.")
            return 0
    erasing.carry_out(project, erasure)
    print(HISTORY if erasure.left else "It is gone. Git keeps it in its history, where it was committed.")
    return 0
