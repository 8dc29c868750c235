"""Freeze the draft of the Commitment as a version, after everything that could be wrong with it was looked at."""

import argparse
from collections.abc import Callable

from accord.commands.words import refused, told
from accord.commitment.build import NUMBER
from accord.files.digests import digest
from accord.files.problem import visible
from accord.project import reading
from accord.register import release

NOTHING = "Nothing was written."


def run(options: argparse.Namespace) -> int:
    """Write the version and say what to do next, or print every problem and return 1."""
    project = reading.load(options.root)
    today = options.today
    said = options.summary.strip(), options.reason.strip(), tuple(options.agreed)
    wish = release.Wish(options.version, options.amendment, *said, options.released or today)
    planned, problems = release.plan(project, wish, today)
    if planned is None:
        return refused(problems, NOTHING)
    if status := carried_out(planned.about, lambda: release.write(project, planned)):
        return status
    named = {"number": wish.number, "text": planned.text, "about": planned.about, "digest": digest(planned.raw)}
    print(told("release", "done", **named))
    if wish.amendment in ("substantive", "clarifying"):
        print(told("release", wish.amendment))
    return 0


def carried_out(last: str, write: Callable[[], None]) -> int:
    """Write a release, `last` as its last file. Return 0, or 1 where the disk refuses: run again, it is ended."""
    try:
        write()
    except OSError as error:
        print(f"{last} could not be written: {visible(error.strerror or str(error))}.")
        print("Mend that, and run the same release again.")
        return 1
    return 0


def number(value: str) -> str:
    """Return a version's number. Raises ArgumentTypeError: it is none."""
    if not NUMBER.match(value):
        raise argparse.ArgumentTypeError(f'"{visible(value)}" is not the number of a version; write it like 1.1.0')
    return value
