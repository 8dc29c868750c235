"""A field that names another thing by its id names one that exists, of the right kind, and not its own owner."""

from collections import defaultdict
from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, listed, shown
from accord.project.ids import Definition, allowed_kinds, definitions
from accord.project.inputs import Guesses, Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield broken references, references to the wrong kind of thing, and things related to themselves."""
    project = inputs.project
    index: dict[str, list[Definition]] = defaultdict(list)
    for definition in definitions(project):
        index[definition.id].append(definition)
    guesses = Guesses()
    for document in project.documents:
        for path, scalar, schema in project.scalars[document.path]:
            if "x-refers" not in schema:
                continue
            kinds = allowed_kinds(schema["x-refers"])
            targets = index.get(scalar.value, [])
            where = field(path)
            if not any(target.kind in kinds for target in targets):
                choices = [name for name, found in index.items() if found[0].kind in kinds]
                is_not = f"is a {targets[0].kind}" if targets else "does not exist"
                wrong = f"{shown(scalar.value)} {is_not}.{guesses.nearest(scalar.value, choices)}"
                cure = f"Write the id of a {listed(kinds, 'or')}."
                lacks = "" if targets else scalar.value
                yield Problem(document.path, scalar.line, where, wrong, cure, lacks=lacks)
            elif any(target.document is document and target.path == ("id",) for target in targets):
                wrong = f"{shown(scalar.value)} is this file's own id."
                yield Problem(document.path, scalar.line, where, wrong, "Delete it; a thing is not related to itself.")
