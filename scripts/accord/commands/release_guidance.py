"""Freeze what the guidance asks as a release, so that older worksheets can be carried over to it."""

import argparse

from accord.commands.release import NOTHING, carried_out
from accord.commands.words import refused, told
from accord.guidance import release
from accord.project import reading


def run(options: argparse.Namespace) -> int:
    """Write the release and say what to do next, or print every problem and return 1."""
    project = reading.load(options.root)
    today = options.today
    planned, problems = release.plan(project, options.version, options.released or today, today)
    if planned is None:
        return refused(problems, NOTHING)
    if status := carried_out(planned.frozen, lambda: release.write(project, planned)):
        return status
    print(told("release-guidance", "done", number=options.version, frozen=planned.frozen, guidance=release.GUIDANCE))
    return 0
