"""What a steward leaves of an erased record: its digest, the day and the ground, so that the register still adds up."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.record_fields import ERASED
from accord.model.record_values import day, wrong
from accord.problem import Problem, listed
from accord.read.commitment import ErasedFile
from accord.read.record import Field
from accord.rules.base import Inputs

NAMES = [spec.name for spec in ERASED]


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield `.erased` files that do not hold just these three fields, each of the right form."""
    for file in inputs.project.commitment.erased:
        if file.fields is not None:
            yield from _each(file, file.fields)


def _each(file: ErasedFile, fields: tuple[Field, ...]) -> Iterator[Problem]:
    if [field.name for field in fields] != NAMES:
        said = f"What is left of an erased record has just the fields {listed(NAMES)}."
        yield Problem(file.path, 1, "", said, "Write these three, in this order.")
        return
    for spec, field in zip(ERASED, fields, strict=True):
        found = wrong(spec, field.value)
        if found:
            yield Problem(file.path, field.line, field.name, *found)
    erased = day(fields[1].value)
    if erased and file.name and erased < file.name.date:
        said = f"The day of the erasure is before that of the record ({file.name.date})."
        yield Problem(file.path, fields[1].line, "date", said, "Write the day on which it was erased.")
