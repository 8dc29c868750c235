"""The texts of the Commitment can be read: their bytes and clauses. So can records, and what is left of erased ones."""

from collections.abc import Iterator

from accord.commitment.folder import read_texts
from accord.files.problem import Problem
from accord.project.inputs import Inputs
from accord.register.folder import read_folder


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the readers of both found."""
    yield from (*read_texts(inputs.project).problems, *read_folder(inputs.project).problems)
