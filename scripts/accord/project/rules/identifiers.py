"""Ids are unique, and each says what it belongs to: an id is an address on the site that never breaks."""

from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.project.ids import Definition, definitions
from accord.project.inputs import Inputs
from accord.project.reading import FOLDERS, PREFIXES

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
    seen: dict[str, Definition] = {}
    for definition in definitions(inputs.project):
        name, where = definition.document.path, field(definition.path)
        if definition.id in seen:
            first = seen[definition.id]
            wrong = f"The id {shown(definition.id)} is taken ({first.document.path}:{first.line})."
            yield Problem(name, definition.line, where, wrong, "Choose another; an id names one thing for ever.")
        seen.setdefault(definition.id, definition)
        if definition.kind in LETTERS:
            yield from _part(definition)
        elif definition.id != _expected(definition):
            wrong = f"The id {shown(definition.id)} is not the one that the file's name gives."
            cure = f'Write "{_expected(definition)}", or rename the file.'
            if not _expected(definition).islower():  # capitals are no part of an id
                cure = "Rename the file: the id, in small letters, and .yml."
            yield Problem(name, definition.line, where, wrong, cure)


def _expected(definition: Definition) -> str:
    prefixes = {FOLDERS[folder]: prefix for folder, prefix in PREFIXES.items()}
    return f"{prefixes.get(definition.kind, '')}{definition.document.stem}"


def _part(definition: Definition) -> Iterator[Problem]:
    owner = definition.document.stem
    letter = LETTERS[definition.kind]
    rest = definition.id.removeprefix(f"{owner}-{letter}")
    if rest == definition.id or not rest.isdigit():
        wrong = f"{shown(definition.id)} is not the id of a {definition.kind} of {owner}."
        cure = f"Write {owner}-{letter} and a number that was never used, such as {owner}-{letter}1."
        yield Problem(definition.document.path, definition.line, field(definition.path), wrong, cure)
