"""A figure has what its shape is drawn from: else the site would fail while it is built, where no file is named."""

from collections.abc import Iterator

from accord.files.nodes import Path
from accord.files.problem import Problem, shown
from accord.guidance.elements import Figure, Stage
from accord.guidance.reading import elements
from accord.project.inputs import Inputs

NOTES = {"stages": "two: the way back, and when you can stop", "folders": "two: the gate, and a stage behind it"}
POINTED = ("way", "around", "counts", "tiers")
GROUPS = 4  # of a thousand: each has a mark of its own
ALL = 1000


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield figures that lack notes, points or a middle, and counts that are not 1,000 in four groups."""
    found = elements(inputs.project)
    stages = {stage.id for stage in found.of("stage", Stage)} if found.are_sound("stage") else None
    for figure in found.of("figure", Figure):
        for path, wrong, cure in _in(figure, stages):
            yield Problem(figure.path, *found.at(figure, path), wrong, cure)


def _in(figure: Figure, stages: set[str] | None) -> Iterator[tuple[Path, str, str]]:
    of = f"A figure of the shape {shown(figure.shape)}"
    if figure.shape in NOTES and len(figure.notes) != 2:
        yield ("notes",), f"{of} has {NOTES[figure.shape]}.", "Write two notes."
    elif figure.shape == "folders" and stages is not None and figure.notes[1] not in stages:
        yield ("notes", 1), f"There is no stage {shown(figure.notes[1])}.", "Write the id of a stage."
    if figure.shape in POINTED and not figure.points:
        yield ("points",), f"{of} has points.", "Write at least one."
    if figure.shape == "around" and not figure.centre:
        yield ("centre",), f"{of} says who is in the middle.", "Write it."
    if figure.shape == "counts" and figure.points:
        total = sum(int(part.count or 0) for part in figure.points)
        if len(figure.points) != GROUPS or total != ALL:
            wrong = f"The figure has {len(figure.points)} groups and {total:,} people."
            yield ("points",), wrong, "Write four groups, which are 1,000 people together."
