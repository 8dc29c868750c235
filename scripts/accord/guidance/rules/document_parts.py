"""A document's parts can be made: each is one thing, its tables are even, and what is filled in has a name we know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.files.nodes import Path, field, line_at, plain
from accord.files.problem import Problem, listed, shown
from accord.files.schema import Schema, fields, is_words, walk
from accord.paper.words import FILL, FILLS
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.project.reading import Document

WIDEST = (2, 3)  # columns


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield parts that are nothing or two things, uneven tables, and braces that name nothing."""
    schema = inputs.project.schemas["document"]
    for document in inputs.project.of_kind("document"):
        for path, part in _parts(plain(document.node)):
            yield from _part(document, path, part, fields(_part_schema(schema)))
        for path, scalar, words in walk(document.node, schema):
            if is_words(words):
                for wrong, cure in _braces(scalar.value):
                    yield Problem(document.path, scalar.line, field(path), wrong, cure)


def _part_schema(schema: Schema) -> Schema:
    section: Schema = schema["properties"]["sections"]["items"]
    part: Schema = section["properties"]["parts"]["items"]
    return part


def _parts(value: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every part that has the form of one; the rule of the schemas tells of the others."""
    sections = value.get("sections") if isinstance(value, dict) else None
    for number, section in enumerate(sections if isinstance(sections, list) else ()):
        parts = section.get("parts") if isinstance(section, dict) else None
        for place, part in enumerate(parts if isinstance(parts, list) else ()):
            if isinstance(part, dict):
                yield ("sections", number, "parts", place), part


def _part(document: Document, path: Path, part: dict[str, Any], kinds: list[str]) -> Iterator[Problem]:
    line, where = line_at(document.node, path), field(path)
    named = [name for name in part if name in kinds]
    if len(named) != 1:
        wrong = f"The part holds {listed(named)}." if named else "The part holds nothing that we know."
        cure = f"A part is one of {listed(kinds)}; start another with a hyphen."
        yield Problem(document.path, line, where, wrong, cure)
    table = part.get("table")
    heads = table.get("head") if isinstance(table, dict) else None
    rows = table.get("rows") if isinstance(table, dict) else None
    if not isinstance(heads, list) or not isinstance(rows, list):
        return
    if len(heads) not in WIDEST:
        wrong = f"The table has {len(heads)} column{'' if len(heads) == 1 else 's'}."
        yield Problem(document.path, line, where, wrong, "Give it two or three.")
    for number, row in enumerate(rows):
        if isinstance(row, list) and len(row) != len(heads):
            at = (*path, "table", "rows", number)
            wrong = f"The row has {len(row)} cells, and the table {len(heads)} columns."
            cure = 'Write one cell for each column; an empty one is "".'
            yield Problem(document.path, line_at(document.node, at), field(at), wrong, cure)


def _braces(text: str) -> Iterator[tuple[str, str]]:
    for name in FILL.findall(text):
        if name not in FILLS:
            wrong = f"Nothing is filled in for {shown(name)}.{nearest(name, FILLS)}"
            yield wrong, f"Between braces stand {listed(FILLS, 'or')}."
    if "{" in FILL.sub("", text) or "}" in FILL.sub("", text):
        yield "A brace has no partner.", "Write {version}, or no brace."
