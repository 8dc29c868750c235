"""A figure has what its shape is drawn from: else the site would fail while it is built, where no file is named."""

from collections.abc import Iterator

from accord.files.nodes import Path
from accord.files.problem import Problem, shown
from accord.guidance.pages.figure_counts import MARKS
from accord.guidance.reading import elements
from accord.project.element import Element
from accord.project.inputs import Inputs

NOTES = {"stages": (2, "two notes: the way back, and when you can stop"), "folders": (1, "one note: the gate")}
POINTED = ("way", "around", "counts", "tiers")
ALL = 1000


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield figures that lack notes, points or a middle, and counts that are not 1,000 with a mark for each group."""
    found = elements(inputs.project)
    for figure in found.of("figure"):
        for path, wrong, cure in _in(figure):
            yield Problem(figure.path, *found.at(figure, path), wrong, cure)


def _in(figure: Element) -> Iterator[tuple[Path, str, str]]:
    of = f"A figure of the shape {shown(figure.shape)}"
    number, words = NOTES.get(figure.shape, (len(figure.notes), ""))
    if len(figure.notes) != number:
        yield ("notes",), f"{of} has {words}.", "Write no more and no fewer."
    if figure.shape in POINTED and not figure.points:
        yield ("points",), f"{of} has points.", "Write at least one."
    if figure.shape == "around" and not figure.centre:
        yield ("centre",), f"{of} says who is in the middle.", "Write it."
    if figure.shape == "counts" and figure.points:
        total = sum(int(part.count or 0) for part in figure.points)
        if len(figure.points) != len(MARKS) or total != ALL:
            wrong = f"The figure has {len(figure.points)} groups and {total:,} people."
            yield ("points",), wrong, f"Write {len(MARKS)} groups, which are {ALL:,} people together."
