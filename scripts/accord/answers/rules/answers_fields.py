"""A file of answers that a council's copy publishes fits data/schema/answers.json."""

from collections.abc import Iterator

from accord.answers.reading import AnswersFile, published
from accord.files.problem import Problem
from accord.files.schema import Schemas
from accord.project.inputs import Inputs
from accord.project.rules import fields


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the schema refuses."""
    for file in published(inputs.project):
        yield from against(file, inputs.project.schemas)


def against(file: AnswersFile, schemas: Schemas) -> Iterator[Problem]:
    """Yield what the schema refuses in one file that could be read."""
    if file.node is not None:
        yield from fields.against(schemas, "answers", file.path, file.node)
