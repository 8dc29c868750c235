"""The records and what is left of erased ones can be read."""

from collections.abc import Iterator

from accord.files.problem import Problem
from accord.project.inputs import Inputs
from accord.register.folder import read_folder


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the reader of the records found."""
    yield from read_folder(inputs.project).problems
