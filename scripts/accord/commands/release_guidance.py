"""Freeze what the guidance asks as a release, so that older worksheets can be carried over to it."""

from __future__ import annotations

import argparse
from datetime import date

from accord.commitment.build import NUMBER
from accord.files.problem import visible
from accord.guidance import release
from accord.project import reading


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("version", type=_number, metavar="VERSION", help="the number in data/guidance.yml, like 0.4.0")
    parser.add_argument("--released", type=_day, metavar="DAY", help="the day of publication (default: today)")


def run(options: argparse.Namespace) -> int:
    """Write the release and say what to do next, or print every problem and return 1."""
    project = reading.load(options.root)
    today = options.today
    planned, problems = release.plan(project, options.version, options.released or today, today)
    if planned is None:
        for problem in problems:
            print(problem)
        print("Nothing was written.")
        return 1
    try:
        release.write(project, planned)
    except OSError as error:
        print(f"{planned.frozen} could not be written: {visible(error.strerror or str(error))}.")
        print("Mend that, and run the same release again.")
        return 1
    print(f"Version {options.version} of the guidance is frozen as {planned.frozen}.")
    print("Next:")
    print('1. Run "accord check" and read what it says.')
    print(f'2. Run "git add {planned.frozen} {release.GUIDANCE}" and commit both.')
    print("3. Build the site: its page of changes says what was added, reworded and retired.")
    return 0


def _number(value: str) -> str:
    if not NUMBER.match(value):
        raise argparse.ArgumentTypeError(f'"{visible(value)}" is not the number of a version; write it like 0.4.0')
    return value


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{visible(value)}" is not a day; write it like 2026-11-22') from None
