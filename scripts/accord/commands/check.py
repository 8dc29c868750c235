"""Check every data file and page, and print each problem with its cure."""

from __future__ import annotations

import argparse

from accord import clock
from accord.problem import Problem
from accord.read import project as reading
from accord.rules import Inputs
from accord.rules import check as judged


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="print problems only, no notes and no count")


def run(options: argparse.Namespace) -> int:
    """Print problems and notes, sorted, then a count. Return 1 where there is a problem."""
    project = reading.load(options.root)
    found = judged(Inputs(project, options.as_of or clock.as_of()))
    problems = [problem for problem in found if problem.severity == "problem"]
    for problem in problems if options.quiet else found:
        print(problem)
    if not options.quiet:
        print(_count(project, problems, len(found) - len(problems)))
    return 1 if problems else 0


def _count(project: reading.Project, problems: list[Problem], notes: int) -> str:
    read = f"{len(project.documents)} data files and {len(project.pages)} pages read"
    said = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
    return f"{read}: {said}, {notes} note{'' if notes == 1 else 's'}."
