"""A file of answers that a council's copy publishes can be read, whether it is JSON or YAML."""

from collections.abc import Iterator

from accord.answers.reading import read_published
from accord.files.problem import Problem
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the reader of these files found."""
    for _, problems in inputs.project.once(read_published):
        yield from problems
