"""A field that names another thing by its id names one that exists, of the right kind, and not its own owner."""

from __future__ import annotations

from collections.abc import Iterator

from accord.ids import allowed_kinds, known, nearest
from accord.problem import Problem, listed, shown
from accord.read.tree import field
from accord.rules.base import Inputs
from accord.schema import walk


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield broken references, references to the wrong kind of thing, and things related to themselves."""
    project = inputs.project
    index = known(project)
    for document in project.documents:
        for path, scalar, schema in walk(document.node, project.schemas[document.kind]):
            if "x-refers" not in schema:
                continue
            kinds = allowed_kinds(schema["x-refers"])
            choices = [name for name, definition in index.items() if definition.kind in kinds]
            target = index.get(scalar.value)
            where = field(path)
            if target is None:
                wrong = f"{shown(scalar.value)} does not exist.{nearest(scalar.value, choices)}"
                cure = f"Write the id of a {listed(kinds, 'or')}."
                yield Problem(document.path, scalar.line, where, wrong, cure)
            elif target.kind not in kinds:
                wrong = f"{shown(scalar.value)} is a {target.kind}.{nearest(scalar.value, choices)}"
                yield Problem(document.path, scalar.line, where, wrong, f"Write the id of a {listed(kinds, 'or')}.")
            elif target.document is document and target.path == ("id",):
                wrong = f"{shown(scalar.value)} is this file's own id."
                yield Problem(document.path, scalar.line, where, wrong, "Delete it; a thing is not related to itself.")
