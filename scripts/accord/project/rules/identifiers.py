"""Ids are unique, and each says what it belongs to: an id is an address on the site that never breaks."""

from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.project.ids import Definition, definitions
from accord.project.inputs import Inputs
from accord.project.reading import owned

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
            cure = (
                f'Write "{owner}", or rename the file. `accord rename {owner} NEW` changes both and all that names it.'
            )
            if name == owner:  # capitals are no part of an id
                cure = "Rename the file: the id, in small letters, and .yml."
            yield _problem(definition, wrong, cure)
            continue
        if name in seen:
            wrong = f"The id {shown(name)} is taken ({seen[name].document.path}:{seen[name].line})."
            yield _problem(definition, wrong, "Choose another; an id names one thing for ever.")
        seen.setdefault(name, definition)


def _problem(definition: Definition, wrong: str, cure: str) -> Problem:
    path = definition.document.path
    return Problem(path, definition.line, field(definition.path), wrong, cure, owns=owned(path))


def _free(stem: str, places: list[Definition]) -> str:
    """Return the part's id with the number after the highest that is used."""
    numbers = (each.id.removeprefix(stem) for each in places if each.id.startswith(stem))
    return f"{stem}{max((int(number) for number in numbers if number.isdigit()), default=0) + 1}"
