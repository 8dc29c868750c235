"""A field that names another thing by its id names one that exists, of the right kind, and not its own owner."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from accord.files.nodes import field, plain
from accord.files.problem import Problem, listed, shown
from accord.project.ids import Definition, allowed_kinds, definitions
from accord.project.inputs import Guesses, Inputs
from accord.project.reading import Project


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield broken references, references to the wrong kind of thing, and things related to themselves."""
    project = inputs.project
    index: dict[str, list[Definition]] = defaultdict(list)
    for definition in definitions(project):
        index[definition.id].append(definition)
    guesses, retired = Guesses(), _retired(project)
    for document in project.documents:
        for path, scalar, schema in project.scalars[document.path]:
            if "x-refers" not in schema:
                continue
            kinds = allowed_kinds(schema["x-refers"])
            targets = index.get(scalar.value, [])
            where = field(path)
            if not targets and scalar.value in retired:
                cure = f"Write {shown(retired[scalar.value])}, which took its place (data/guidance.yml)."
                yield Problem(document.path, scalar.line, where, f"{shown(scalar.value)} is retired.", cure)
            elif not any(target.kind in kinds for target in targets):
                choices = [name for name, found in index.items() if found[0].kind in kinds]
                is_not = f"is a {targets[0].kind}" if targets else "does not exist"
                wrong = f"{shown(scalar.value)} {is_not}.{guesses.nearest(scalar.value, choices)}"
                cure = f"Write the id of a {listed(kinds, 'or')}."
                lacks = "" if targets else scalar.value
                yield Problem(document.path, scalar.line, where, wrong, cure, lacks=lacks)
            elif any(target.document is document and target.path == ("id",) for target in targets):
                wrong = f"{shown(scalar.value)} is this file's own id."
                yield Problem(document.path, scalar.line, where, wrong, "Delete it; a thing is not related to itself.")


def _retired(project: Project) -> dict[str, str]:
    """Return what took the place of each id that is retired."""
    releases: list[Any] = [plain(d.node) for d in project.of_kind("guidance") if project.schemas.fits(d.kind, d.node)]
    return {each["id"]: each["replaced_by"] for release in releases for each in release.get("retired", ())}
