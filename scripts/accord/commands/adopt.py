"""Make this copy a council's own: its name, contacts, address, colours and logo, in data/local/."""

import argparse

from accord.copy.adopt import STOPPED, adopt

__all__ = ["STOPPED", "arguments", "run"]
# Each option, with what it is for. The words stand in data/schema/local-site.json too; a test holds the names together.
OPTIONS = {
    "authority": "your council: its short name, name or code",
    "council": "the council's name as readers know it",
    "name": "the name of your copy of the site",
    "contact": "how to reach the council about its copy",
    "address": "the https address of your copy",
    "repository": "the https address of your repository",
    "logo": "a logo: the path of a .png file, which is copied",
    "colour": "the council's colour, like #0f4a48",
    "colour-dark": "a light colour, for devices that are set to dark",
    "colour-foot": "the colour behind the foot of each page",
    "accessibility-contact": "how to report a barrier",
    "accessibility-answer": "how soon the council answers",
    "accessibility-formats": "how to ask for another format",
    "accessibility-status": '"fully compliant", "partially compliant" or "not compliant"',
    "accessibility-prepared": "the day of the statement, like 2026-11-22",
    "accessibility-tested": "when the copy was tested, by whom, and how",
    "privacy-contact": "how to reach the council about personal data",
    "privacy-host": "who runs the computer that sends the pages",
    "privacy-notice": "the https address of the host's privacy notice",
    "privacy-logs": "what the host logs, and for how long",
    "security-contact": "where a weakness can be reported: an https address, or mailto: and a mailbox",
}
PROBLEM = "accessibility_problems"


def arguments(parser: argparse.ArgumentParser) -> None:
    for option, words in OPTIONS.items():
        parser.add_argument(f"--{option}", metavar="TEXT", help=words)
    parser.add_argument(
        "--accessibility-problem", action="append", dest=PROBLEM, metavar="TEXT", help="a known problem (once each)"
    )
    parser.add_argument("--again", action="store_true", help="change settings that are there; a hyphen takes one away")


def run(options: argparse.Namespace) -> int:
    """Write the settings. Return 0 where they are written or the user decides against it, 1 on problems, 2 else."""
    names = [option.replace("-", "_") for option in OPTIONS]
    given = {name: value for name in [*names, PROBLEM] if (value := getattr(options, name)) is not None}
    return adopt(options.root, options.today, given, options.again)
