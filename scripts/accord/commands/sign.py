"""Make a record (signed, reviewed, withdrawn …) by options. It is a claim until confirmed."""

import argparse

from accord.files.problem import CalledWrongly, visible
from accord.register.record import CONFIRMED
from accord.register.record_fields import CLAUSE, TABLE
from accord.register.writing.session import PER_CLAUSE, sign

PLAIN = tuple(spec for spec in TABLE if CLAUSE not in spec.name and spec.events != (CONFIRMED,))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add an option for each field of the table."""
    for spec in PLAIN:
        only = "" if len(spec.events) > 3 else f" ({', '.join(spec.events)})"
        choices = f": {', '.join(spec.choices)}" if spec.choices else ""
        words = f"{spec.about.rstrip('.')}{choices}{only}"
        parser.add_argument(f"--{spec.name.replace('_', '-')}", metavar="TEXT", help=words.replace("%", "%%"))


def pair(text: str) -> tuple[str, str]:
    """Return a clause and what is said of it. Raises ArgumentTypeError: they are not of that form."""
    clause, sign_, value = text.partition("=")
    if not sign_ or not clause:
        raise argparse.ArgumentTypeError(f'"{visible(text)}" is not of the form CLAUSE=TEXT, like respect-1=kept')
    return clause.strip(), value


def _given(options: argparse.Namespace) -> dict[str, str]:
    """Return the fields that the options give."""
    told = {spec.name: getattr(options, spec.name) for spec in PLAIN if getattr(options, spec.name) is not None}
    for option, name in PER_CLAUSE.items():
        told |= {name.replace(CLAUSE, clause): text for clause, text in getattr(options, option)}
    return told


def run(options: argparse.Namespace) -> int:
    """Make a record. Return 0 where it is written, 1 on problems, 2 on a wrong call."""
    if options.event == CONFIRMED:
        raise CalledWrongly('a confirmation is a steward\'s, who sees all that speaks against it: "accord confirm".')
    return sign(options.root, options.today, _given(options), options.stdout)
