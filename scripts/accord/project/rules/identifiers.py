"""Ids are unique, and each says what it belongs to: an id is an address on the site that never breaks."""

import re
from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, clipped, shown
from accord.project.ids import Definition, definitions
from accord.project.inputs import Inputs
from accord.project.reading import PREFIXES, owned

# What follows the owner's id in the id of a part: `modelling-3` is a practice, `modelling-q1` a question.
LETTERS = {
    "practice": "",
    "question": "q",
    "supplier-question": "q",
    "pitfall": "p",
    "family-question": "f",
    "stop-sign": "s",
    "case": "c",
    "topic": "t",
    "right": "r",
}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield ids used twice, ids unlike their file's name, and parts' ids unlike their owner's."""
    places = list(definitions(inputs.project))
    seen: dict[str, Definition] = {}
    for definition in places:
        owner, name = owned(definition.document.path), definition.id
        if definition.kind in LETTERS:
            stem = f"{definition.document.stem}-{LETTERS[definition.kind]}"
            if not name.removeprefix(stem).isdigit() or not name.startswith(stem):
                wrong = f"{shown(name)} is not the id of a {definition.kind} of {definition.document.stem}."
                cure = f"Write {stem} and a number that was never used, such as {_free(stem, places)}."
                yield _problem(definition, wrong, cure)
                continue
        elif name != owner or definition.document.stem != definition.document.stem.lower():
            wrong = f"The id {shown(name)} is not the one that the file's name gives."
            cure = f"Write {shown(owner)}. `accord rename {owner} NEW` changes it, the file and all that names them."
            ids = [each.id for each in places]
            if name == owner or (ids.count(name) == 1 and _named(inputs, name) and not _named(inputs, owner)):
                folder = definition.document.path.rpartition("/")[0]
                prefix = PREFIXES.get(folder.removeprefix("data/"), "")
                cure = f"Rename the file: {folder}/{clipped(name.removeprefix(prefix))}.yml."
            yield _problem(definition, wrong, cure)
            continue
        if name in seen:
            wrong = f"The id {shown(name)} is taken ({seen[name].document.path}:{seen[name].line})."
            yield _problem(definition, wrong, "Choose another; an id names one thing for ever.")
        seen.setdefault(name, definition)


def _named(inputs: Inputs, name: str) -> bool:
    """Say whether data names a thing so, by a field or a mark."""
    named = re.compile(rf"(?:^|\[\[){re.escape(name)}(?:$|\||\]\])")
    found = (each for scalars in inputs.project.scalars.values() for each in scalars)
    return any("x-defines" not in schema and named.search(scalar.value) for _, scalar, schema in found)


def _problem(definition: Definition, wrong: str, cure: str) -> Problem:
    path = definition.document.path
    return Problem(path, definition.line, field(definition.path), wrong, cure, owns=owned(path))


def _free(stem: str, places: list[Definition]) -> str:
    """Return the part's id with the number after the highest that is used."""
    numbers = (each.id.removeprefix(stem) for each in places if each.id.startswith(stem))
    return f"{stem}{max((int(number) for number in numbers if number.isdigit()), default=0) + 1}"
