"""`accord adopt`: makes a copy a council's own."""

import argparse

from accord.commands.words import refused, told
from accord.copy.adopt import NEEDED, adopt
from accord.copy.rules.local_files import SITE
from accord.project import reading


def run(options: argparse.Namespace) -> int:
    """Write the settings. Return 0 where they are written, 1 on problems, 2 on a wrong call."""
    given = {name: value for name in NEEDED if (value := getattr(options, name))}
    problems = adopt(reading.load(options.root), options.today, given)
    if problems:
        return refused(problems, options.stopped)
    print(told("adopt", "done", site=SITE))
    return 0
