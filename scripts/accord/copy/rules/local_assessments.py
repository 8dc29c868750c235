"""A file of answers in data/local/assessments/ is published: it says whose it is, and holds no e-mail address.

Whoever reads the register has to know what a project is for and which office answers for it.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.answers.messages import said
from accord.answers.reading import AnswersFile, published
from accord.answers.rules.answers_words import LOOKS, MAIL, texts
from accord.files.nodes import Mapping, Scalar, field, line_at, node_at
from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs
from accord.project.reading import ASSESSMENTS
from accord.register.reading import is_slug
from accord.register.record_values import day

NEEDED = ("name", "organisation", "purpose", "office")
HAPPENED = (("saved",), ("decision", "decided"))


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield names that are no address, two files of one name, missing words, e-mail addresses and days to come."""
    stems: dict[str, str] = {}
    for file in published(inputs.project):
        if not is_slug(file.stem):
            wrong = f"{shown(file.stem)} can't be the name of a project's file."
            cure = "Use small letters, digits and single hyphens, up to 64, and none of the names that Windows keeps."
            yield Problem(file.path, 1, "", wrong, cure)
        if (twin := stems.setdefault(file.stem, file.path)) != file.path:
            wrong = f"Both this file and {PurePosixPath(twin).name} would be published under one address."
            yield Problem(file.path, 1, "", wrong, f"Keep one of them, or rename it: {ASSESSMENTS} has one a project.")
        if isinstance(file.node, Mapping):
            yield from _whose(file, file.node, inputs)
            yield from _mail(file)
            yield from _ahead(file, file.node, inputs)


def _whose(file: AnswersFile, node: Mapping, inputs: Inputs) -> Iterator[Problem]:
    project = node.get("project") or Mapping((), node.line)
    if not isinstance(project, Mapping):
        return  # the rule about fields says it
    described = inputs.project.schemas["answers"]["properties"]["project"]["properties"]
    for name in NEEDED:
        if project.get(name) is None:
            wrong = f'The field "{name}" is missing, and this file is published.'
            about = described[name]["description"]
            yield Problem(file.path, node.key_line("project"), field(("project", name)), wrong, f"Add it: {about}")


def _mail(file: AnswersFile) -> Iterator[Problem]:
    pattern = dict(LOOKS)[MAIL]
    for path, value in texts(file):
        if re.search(pattern, value.value):
            yield Problem(file.path, value.line, field(path), *said("mail"))


def _ahead(file: AnswersFile, node: Mapping, inputs: Inputs) -> Iterator[Problem]:
    """Yield days that have not come, as notes: they come by themselves, and time alone breaks no build."""
    for path in HAPPENED:
        value = node_at(node, path)
        when = day(value.value) if isinstance(value, Scalar) else None
        if when and when > inputs.as_of:
            wrong = f"The day {when} has not come: today is {inputs.as_of}."
            yield Problem(file.path, line_at(node, path), field(path), wrong, "Write the day on which it was.", "note")
