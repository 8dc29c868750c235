"""Freeze the draft of the Commitment as a version, after everything that could be wrong with it was looked at."""

import argparse
from collections.abc import Callable, Iterable

from accord.commitment.build import NUMBER
from accord.commitment.text import CLASSES
from accord.files import clock
from accord.files.digests import digest
from accord.files.problem import Problem, visible
from accord.project import reading
from accord.register import release


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("version", type=number, metavar="VERSION", help="the new version's number, like 1.1.0")
    parser.add_argument("--class", dest="amendment", choices=CLASSES, required=True, help="how much changes")
    parser.add_argument("--summary", type=_words, required=True, help="what changed, in one sentence for readers")
    parser.add_argument(
        "--agreed", action="append", default=[], metavar="NAME", help="a steward who agreed, once for each"
    )
    parser.add_argument("--reason", default="", help="why the class is right, where the words alone make another")
    parser.add_argument("--released", type=clock.day, metavar="DAY", help="the day of publication (default: today)")


def run(options: argparse.Namespace) -> int:
    """Write the version and say what to do next, or print every problem and return 1."""
    project = reading.load(options.root)
    today = options.today
    words = options.summary, options.reason.strip(), tuple(options.agreed)
    wish = release.Wish(options.version, options.amendment, *words, options.released or today)
    planned, problems = release.plan(project, wish, today)
    if planned is None:
        return refused(problems)
    if status := carried_out(planned.about, lambda: release.write(project, planned)):
        return status
    _said(wish, planned)
    return 0


def refused(problems: Iterable[Problem]) -> int:
    """Print why a release is refused. Return the exit code."""
    for problem in problems:
        print(problem)
    print("Nothing was written.")
    return 1


def carried_out(last: str, write: Callable[[], None]) -> int:
    """Write a release, `last` as its last file. Return 0, or 1 where the disk refuses: run again, it is ended."""
    try:
        write()
    except OSError as error:
        print(f"{last} could not be written: {visible(error.strerror or str(error))}.")
        print("Mend that, and run the same release again.")
        return 1
    return 0


def _said(wish: release.Wish, planned: release.Plan) -> None:
    print(f"Version {wish.number} is published as {planned.text} and {planned.about}.")
    print(f"The digest of its text is {digest(planned.raw)}.")
    print("Next:")
    print('1. Run "accord check" and read what it says.')
    print('2. Two stewards seal it: each runs "accord seal --key FILE".')
    print('3. Run "git add commitment data", and commit the version, its draft, the words that explain it, the')
    print("   consultation and the seal together.")
    if wish.amendment == "substantive":
        print('4. Tell every signatory that there is something to sign again ("accord status" lists them).')
    elif wish.amendment == "clarifying":
        print('4. Tell every signatory what changed ("accord status" lists them). Their signatures carry over.')


def _words(value: str) -> str:
    if not value.strip():
        raise argparse.ArgumentTypeError("it is empty; write a sentence for readers")
    return value.strip()


def number(value: str) -> str:
    """Return a version's number. Raises ArgumentTypeError: it is none."""
    if not NUMBER.match(value):
        raise argparse.ArgumentTypeError(f'"{visible(value)}" is not the number of a version; write it like 1.1.0')
    return value
