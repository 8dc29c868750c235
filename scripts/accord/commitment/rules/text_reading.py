"""The texts of the Commitment can be read: their bytes, their characters, their clauses."""

from collections.abc import Iterator

from accord.commitment.folder import read_texts
from accord.files.problem import Problem
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the reader of the texts found."""
    yield from read_texts(inputs.project).problems
