"""Take a record away. Where a seal lists it, its digest, the day and the ground stay, and two stewards seal that."""

import argparse
import sys
from pathlib import Path

from accord.commands.words import refused, told
from accord.files.characters import mended
from accord.files.problem import CalledWrongly, visible
from accord.project import reading
from accord.register.writing.terminal import agreed
from accord.steward import erasing


def run(options: argparse.Namespace) -> int:
    """Return 0 where it is gone or the user decides against it, 1 where something is wrong, 2 on a wrong call."""
    root, as_of = options.root, options.today
    project = reading.load(root)
    near = Path.cwd() / options.path  # as a shell completes it
    path = near.relative_to(root).as_posix() if near.is_relative_to(root) else options.path.as_posix()
    path = path if (root / path).exists() else options.path.as_posix()
    erasure, problems = erasing.plan(project, as_of, path, mended(options.ground))
    if problems:
        return refused(problems, told("erase", "kept"))
    for gone in erasure.paths:
        print(f"Goes: {gone}")
    left = erasure.left and visible(f"Stays: {path}.erased: {' '.join(erasure.left.decode().split(chr(10)))}")
    print(left or told("erase", "claim"))
    if not options.yes:
        if not sys.stdin.isatty():
            raise CalledWrongly("nobody can be asked here. Add --yes.")
        if not agreed("Take it away?"):
            print(told("erase", "kept"))
            return 0
    erasing.carry_out(project, erasure)
    print(told("erase", "sealed" if left else "gone"))
    return 0
