"""A document made from answers rests on what worksheets ask: a field that names anything else would never be filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.files.nodes import field, line_at, plain
from accord.files.problem import Problem, shown
from accord.guidance.reading import known as known_of
from accord.project.inputs import Guesses, Inputs
from accord.project.reading import Document

KINDS = ("fields", "insert")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield ids that no worksheet asks, and sections that hold nothing or two things."""
    documents = list(inputs.project.of_kind("export"))
    known = known_of(inputs.project) if documents else None
    guesses = Guesses()
    for document in documents:
        yield from _sections(document)
        for path, scalar, _ in inputs.project.scalars[document.path]:
            if known and path[-2:-1] == ("answers",) and scalar.value not in known.asked:
                wrong = f"No worksheet asks {shown(scalar.value)}.{guesses.nearest(scalar.value, known.asked)}"
                cure = "Write the id of a question, a practice or a recommendation that a worksheet asks."
                yield Problem(document.path, scalar.line, field(path), wrong, cure)


def _sections(document: Document) -> Iterator[Problem]:
    value: Any = plain(document.node)
    sections = value.get("sections") if isinstance(value, dict) else None
    for number, section in enumerate(sections if isinstance(sections, list) else ()):
        if isinstance(section, dict) and sum(name in section for name in KINDS) != 1:
            path = ("sections", number)
            wrong = "The section has both fields and an insert." if "insert" in section else "The section is empty."
            cure = 'Give it "fields" or an "insert".'
            yield Problem(document.path, line_at(document.node, path), field(path), wrong, cure)
