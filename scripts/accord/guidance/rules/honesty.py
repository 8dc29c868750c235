"""Where we have not read the source, we name no authority: a second-hand fact can be wrong, and a name sticks."""

import re
from collections.abc import Iterator

from accord.files.nodes import Mapping, Path, field, node_at, plain
from accord.files.problem import Problem, shown
from accord.files.schema import is_words
from accord.project.ids import MARK
from accord.project.inputs import Inputs
from accord.project.reading import Document

# A body that a statement may name: "… Council", "… Police", and words that end a supplier's name.
NAME = re.compile(r"\b(?:[A-Z][a-z]+ ){1,6}(?:Council|Police|Constabulary|Ltd|Limited|plc)\b|\b[A-Z][a-z]+shire\b")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield names of councils, police forces and companies in text that rests on a second-hand source."""
    project = inputs.project
    strengths = ((each.stem, each.scalar("strength")) for each in project.of_kind("source"))
    second = {stem for stem, strength in strengths if strength and strength.value == "second-hand"}
    for document in project.documents:
        for path, scalar, schema in project.scalars[document.path]:
            if is_words(schema) and _sources(document, path, scalar.value) & second:
                for name in NAME.findall(scalar.value):
                    wrong = f"{shown(name)} is named on a second-hand source."
                    cure = "Say what happened without the name, or read the source and make it first-hand."
                    yield Problem(document.path, scalar.line, field(path), wrong, cure)


def _sources(document: Document, path: Path, text: str) -> set[str]:
    """Return the ids that a text rests on: the marks in it, the `source` beside it, and a source's own file."""
    found = {mark[1] for mark in MARK.finditer(text)}
    if document.kind == "source":
        found.add(document.stem)
    node = node_at(document.node, path[:-1])
    beside = node.get("source") if isinstance(node, Mapping) else None
    return found | ({str(plain(beside))} if beside is not None else set())
