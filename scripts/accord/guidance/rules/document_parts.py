"""A document's parts can be made: each is one thing, its tables are even, and what is filled in has a name we know."""

from collections.abc import Iterator

from accord.files.nodes import Path, field
from accord.files.problem import Problem, counted, listed, shown
from accord.files.schema import is_words
from accord.guidance.reading import elements
from accord.paper.words import FILL, FILLS
from accord.project.element import Element
from accord.project.ids import nearest
from accord.project.inputs import Inputs

WIDEST = (2, 3)  # columns
Found = tuple[Path, str, str]


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield parts that are nothing or two things, uneven tables, and braces that name nothing."""
    found = elements(inputs.project)
    for paper in found.of("document"):
        for number, section in enumerate(paper.sections):
            for place, part in enumerate(section.parts):
                for path, wrong, cure in _part(part):
                    yield Problem(
                        paper.path, *found.at(paper, ("sections", number, "parts", place, *path)), wrong, cure
                    )
    for document in inputs.project.of_kind("document"):
        for path, scalar, words in inputs.project.scalars[document.path]:
            if is_words(words):
                for wrong, cure in _braces(scalar.value):
                    yield Problem(document.path, scalar.line, field(path), wrong, cure)


def _part(part: Element) -> Iterator[Found]:
    kinds = list(vars(part))
    named = [name for name in kinds if getattr(part, name)]
    if len(named) != 1:
        wrong = f"The part holds {listed(named)}." if named else "The part is empty."
        yield (), wrong, f"A part is one of {listed(kinds)}; start another with a hyphen."
    if part.table:
        yield from _table(part.table)


def _table(table: Element) -> Iterator[Found]:
    width = len(table.head)
    if width not in WIDEST:
        yield (), f"The table has {counted(width, 'column')}.", "Give it two or three."
    for number, row in enumerate(table.rows):
        if len(row) != width:
            wrong = f"The row has {counted(len(row), 'cell')}, and the table {width} columns."
            yield ("table", "rows", number), wrong, 'Write one cell for each column; an empty one is "".'


def _braces(text: str) -> Iterator[tuple[str, str]]:
    for name in FILL.findall(text):
        if name not in FILLS:
            wrong = f"Nothing is filled in for {shown(name)}.{nearest(name, FILLS)}"
            yield wrong, f"Between braces stand {listed(FILLS, 'or')}."
    if "{" in FILL.sub("", text) or "}" in FILL.sub("", text):
        yield "A brace has no partner.", "Write {version}, or no brace."
