"""A paper made from answers rests on what worksheets ask: what names anything else would never be filled."""

from collections.abc import Iterator

from accord.files.problem import Problem, counted, shown
from accord.guidance.reading import elements
from accord.project.element import Element
from accord.project.inputs import Guesses, Inputs

Found = tuple[tuple[str | int, ...], str, str]  # where in the file, what is wrong, the cure
WHOLE = 100  # per cent


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield ids that no worksheet asks, sections that hold nothing, and tables whose columns do not fit."""
    found = elements(inputs.project)
    layouts = found.of("export")
    known = found.known if layouts else None
    guesses = Guesses()
    for layout in layouts:
        for number, section in enumerate(layout.sections):
            for path, wrong, cure in _section(section):
                yield Problem(layout.path, *found.at(layout, ("sections", number, *path)), wrong, cure)
            for at, name in _named(section):
                if known and name not in known.asked:
                    wrong = f"No worksheet asks {shown(name)}.{guesses.nearest(name, known.asked)}"
                    cure = "Write the id of a question, a practice or a recommendation that a worksheet asks."
                    place = found.at(layout, ("sections", number, *at))
                    yield Problem(layout.path, *place, wrong, cure, lacks=name)


def _named(section: Element) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every id that a section names, with its place."""
    lists = {"fields": [each.answers for each in section.fields], "tables": [each.answers for each in section.tables]}
    for kind, answers in lists.items():
        for place, names in enumerate(answers):
            yield from (((kind, place, "answers", index), name) for index, name in enumerate(names))


def _section(section: Element) -> Iterator[Found]:
    if not (section.text or section.fields or section.tables or section.forms or section.insert):
        yield (), "The section is empty.", "Give it text, fields, tables, forms or an insert, or delete it."
    for place, table in enumerate(section.tables):
        yield from ((("tables", place, *path), wrong, cure) for path, wrong, cure in _table(table))


def _table(table: Element) -> Iterator[Found]:
    columns = len(table.head)
    heads = f"The head has {counted(columns, 'column')}"
    if table.widths and (len(table.widths) != columns or sum(map(float, table.widths)) != WHOLE):
        yield ("widths",), "The widths do not fit.", f"{heads}: write one width for each, together {WHOLE}."
    for number, row in enumerate(table.rows):
        if len(row) != columns:
            yield (
                ("rows", number),
                f"The row has {counted(len(row), 'cell')}.",
                f'{heads}: write a cell for each, "" for an empty one.',
            )
    if not (table.rows or table.answers or table.blank):
        yield (), "The table has no rows.", "Give it rows, answers, or a number of blank rows."
