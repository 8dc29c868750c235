"""Check every data file and page, and print each problem with its cure."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from accord import clock
from accord.change import effect, nearby
from accord.change.compare import Change
from accord.change.git import Unreadable
from accord.change.reading import compared
from accord.change.rules import judge
from accord.problem import Problem, visible
from accord.read import project as reading
from accord.rules import Inputs
from accord.rules import check as judged

ADVICE = "This is advice: what counts is the check by the base's own program."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="print problems only, no notes and no count")
    parser.add_argument("--base", metavar="DIR-or-REF", help="also judge what has changed since this folder or branch")
    parser.add_argument("--upstream", metavar="DIR-or-REF", help="with --base: accept what is exactly as it is there")
    parser.add_argument("--steward", action="store_true", help="with --base: a steward answers for the change")
    parser.add_argument(
        "--change-only", action="store_true", help="with --base: check what is touched, and not the whole tree (fast)"
    )


def run(options: argparse.Namespace) -> int:
    """Print problems and notes, sorted, then a count, then what the change does. Return 1 where there is a problem."""
    if options.base is None and (options.upstream is not None or options.steward or options.change_only):
        return _wrongly("--upstream, --steward and --change-only go with --base.")
    as_of = options.as_of or clock.as_of()
    try:
        change = None if options.base is None else _change(options, as_of)
    except Unreadable as error:
        return _wrongly(str(error))
    project = None if options.change_only else reading.load(options.root)
    found = sorted({*_of_change(change, options), *(judged(Inputs(project, as_of)) if project else ())})
    problems = [problem for problem in found if problem.severity == "problem"]
    for problem in problems if options.quiet else found:
        print(problem)
    if not options.quiet:
        print(f"{_read(project, change)}: {_count(problems, len(found) - len(problems))}")
        for line in _about(change) if change else ():
            print(line)
    return 1 if problems else 0


def _change(options: argparse.Namespace, as_of: date) -> Change:
    return compared(options.root, options.base, as_of, options.steward, options.upstream)


def _of_change(change: Change | None, options: argparse.Namespace) -> list[Problem]:
    if change is None:
        return []
    return [*judge(change), *(nearby.judged(change, options.root) if options.change_only else ())]


def _wrongly(said: str) -> int:
    print(visible(f"accord check: {said}"), file=sys.stderr)
    return 2


def _read(project: reading.Project | None, change: Change | None) -> str:
    if project is not None:
        read = (_some(len(project.documents), "data file"), _some(len(project.pages), "page"))
        return f"{read[0]}, {read[1]} and {_some(len(project.commitment.records), 'record')} read"
    assert change is not None
    return f"{_some(len(change.touched), 'changed file')} compared"


def _count(problems: list[Problem], notes: int) -> str:
    return f"{_some(len(problems), 'problem')}, {_some(notes, 'note')}."


def _some(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _about(change: Change) -> list[str]:
    """Return what the change was compared with, what it does, and how much the verdict is worth."""
    lines = [f"Compared with {visible(change.base.name)}.", *map(visible, effect.told(change))]
    if Path(__file__).resolve().is_relative_to(Path(change.head.name).resolve()):
        lines.append(ADVICE)
    return lines
