"""Freeze what the guidance asks as a release, so that older worksheets can be carried over to it."""

import argparse

from accord.commands.release import carried_out, number, refused
from accord.files import clock
from accord.guidance import release
from accord.project import reading


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("version", type=number, metavar="VERSION", help="the number in data/guidance.yml, like 0.4.0")
    parser.add_argument("--released", type=clock.day, metavar="DAY", help="the day of publication (default: today)")


def run(options: argparse.Namespace) -> int:
    """Write the release and say what to do next, or print every problem and return 1."""
    project = reading.load(options.root)
    today = options.today
    planned, problems = release.plan(project, options.version, options.released or today, today)
    if planned is None:
        return refused(problems)
    if status := carried_out(planned.frozen, lambda: release.write(project, planned)):
        return status
    print(f"Version {options.version} of the guidance is frozen as {planned.frozen}.")
    print("Next:")
    print('1. Run "accord check" and read what it says.')
    print(f'2. Run "git add {planned.frozen} {release.GUIDANCE}" and commit both.')
    print("3. Build the site: its page of changes says what was added, reworded and retired.")
    return 0
