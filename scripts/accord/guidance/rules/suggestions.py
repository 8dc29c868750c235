"""What people said has a date and a place, and no version is published while what was said of it goes unanswered."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.commitment.build import commitment
from accord.files.problem import Problem, shown
from accord.guidance.reading import elements
from accord.project.inputs import Inputs

NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(-[a-z0-9]+)+", re.ASCII)


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield files of another name or day, versions that nobody proposed, and suggestions that a release passed over."""
    found = elements(inputs.project)
    published = commitment(inputs.project).by_number
    told = {each.number: each for each in found.of("consultation")}
    ended = {number: each.closed for number, each in told.items() if number in published and each.closed}
    for each in found.of("suggestion"):
        name = NAME.fullmatch(PurePosixPath(each.path).stem)
        if not name or name[1] != each.date:
            wrong = "The file's name does not begin with its date, or has no words after it."
            yield Problem(each.path, *found.at(each, ("date",)), wrong, f"Name it like {each.date}-care-leavers.yml.")
        if each.version and each.version not in {*published, *told}:
            wrong = f"Nothing is known of a version {shown(each.version)}."
            cure = "Name one that is published, or that data/consultations/ speaks of."
            yield Problem(each.path, *found.at(each, ("version",)), wrong, cure)
        passed = sorted(number for number, day in ended.items() if each.date <= day)
        if each.outcome == "waiting" and passed:
            wrong = f"Version {passed[0]} is published, and this was said before its days for comment ended."
            yield Problem(each.path, *found.at(each, ("outcome",)), wrong, "Write what came of it, and why.")
