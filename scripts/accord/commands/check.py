"""Check every data file and page, and print each problem with its cure. With --base, judge a change, too."""

import argparse
import os
from pathlib import Path

from accord.change import effect
from accord.change.compare import Change, compared
from accord.change.limits import judge
from accord.change.limits.floods import too_large
from accord.files import schema
from accord.files.atomic import write_over
from accord.files.problem import CalledWrongly, Problem, counted, visible
from accord.project import reading
from accord.project.rules_all import Inputs
from accord.project.rules_all import check as judged
from accord.register.folder import read_folder
from accord.register.writing.fixing import fixed

ADVICE = "This is advice: what counts is the check by the base's own program."


def run(options: argparse.Namespace) -> int:
    """Print problems and notes, sorted, then a count, then what the change does. Return 1 where there is a problem."""
    if options.base is None and options.upstream is not None:
        raise CalledWrongly("--upstream goes with --base.")
    if options.base is not None and options.fix:
        raise CalledWrongly("--fix goes without --base: put things right, commit, and then judge the change.")
    as_of = options.today
    for path, raw in fixed(reading.load(options.root), as_of) if options.fix else ():
        write_over(options.root / path, raw)
        print(visible(f"Put right: {path}"))
    change = None if options.base is None else compared(options.root, options.base, as_of, options.upstream)
    for problem in too_large(change) if change else ():
        print(problem)
        return 1
    found = set(judge(change)) if change else set()
    told = _about(change, options.root) if change else []
    # The schemas are the base's: a change is not judged by what it brings.
    project = reading.load(change.head, schema.load(change.base)) if change else reading.load(options.root)
    fresh = frozenset(change.of("record", [*change.added, *change.edited]) if change else ())
    whole = judged(Inputs(project, as_of, fresh))
    taken = frozenset(change.taken if change else ())  # a newer file than this program may read
    found |= {problem for problem in whole if problem.path not in taken}
    problems = [problem for problem in sorted(found) if problem.severity == "problem"]
    for problem in problems if options.quiet else sorted(found):
        print(problem)
        if os.environ.get("GITHUB_ACTIONS") and problem.severity == "problem":
            print(beside_its_line(problem))
    if not options.quiet:
        print(f"{_read(project)}: {counted(len(problems), 'problem')}, {counted(len(found) - len(problems), 'note')}.")
        for line in told:
            print(visible(line))
    return 1 if problems else 0


def beside_its_line(problem: Problem) -> str:
    """Return what has GitHub show a problem in the change, at its line. Nothing in it can be an order of its own."""
    path, words = (visible(text).replace("%", "%25") for text in (problem.path, f"{problem.wrong} {problem.cure}"))
    return f"::error file={path.replace(':', '%3A').replace(',', '%2C')},line={problem.line}::{words}"


def _read(project: reading.Project) -> str:
    read = (counted(len(project.documents), "data file"), counted(len(project.pages), "page"))
    return f"{read[0]}, {read[1]} and {counted(len(read_folder(project).records), 'record')} read"


def _about(change: Change, root: Path) -> list[str]:
    """Return what the change was compared with, what it does, and how much the verdict is worth."""
    lines = [f"Compared with {change.base.name}. What is not committed was not read.", *effect.told(change)]
    if Path(__file__).resolve().is_relative_to(root):
        lines.append(ADVICE)
    return lines
