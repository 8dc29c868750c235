"""Make this copy a council's own: write data/local/site.yml, with lines to fill in."""

import argparse

from accord.copy.adopt import NEEDED, adopt
from accord.copy.rules.local_files import SITE
from accord.project import reading

STOPPED = "Nothing is written."
WORDS = {
    "authority": "your council: its short name, name or code",
    "council": "the council's name as readers know it",
    "name": "the name of your copy of the site",
    "contact": "how to reach the council about its copy",
}
NEXT = f"""\
Next: fill in {SITE}. "accord check" names what a public body has to add. Then make site, and commit data/local/.
All of it becomes public. Name offices, and no person. To sign: accord sign.
Where you publish it, set the variable UPSTREAM to the https address of upstream's repository."""


def arguments(parser: argparse.ArgumentParser) -> None:
    for name in NEEDED:
        parser.add_argument(f"--{name}", default="", metavar="TEXT", help=WORDS[name])


def run(options: argparse.Namespace) -> int:
    """Write the settings. Return 0 where they are written, 1 on problems, 2 on a wrong call."""
    given = {name: value for name in NEEDED if (value := getattr(options, name))}
    problems = adopt(reading.load(options.root), options.today, given)
    for problem in problems:
        print(problem)
    print(STOPPED if problems else f"{SITE}\n{NEXT}")
    return 1 if problems else 0
