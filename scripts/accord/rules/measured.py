"""No figure is kept that nobody promised, and none falls short without a reason.

A number that is shown only while it looks well is an advertisement (design, section 8).
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.ids import nearest
from accord.model.measured import FAILS, HOLDS, PROOF, met
from accord.problem import Problem, shown
from accord.read.project import Document
from accord.read.tree import Mapping, Node, Scalar, Sequence, field
from accord.rules.base import Inputs

Placed = tuple[Document, int, Mapping]  # a figure: its file, its place in the list from 0, its fields


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield figures twice, goals of proofs, values that are unknown or of another kind, and what falls short."""
    wanted: dict[str, Placed] = {}
    for placed in _figures(inputs, "measure"):
        yield from _promised(placed, wanted)
    found: dict[str, Placed] = {}
    for placed in _figures(inputs, "measured"):
        name = _text(placed[2], "id")
        if name in found:
            yield _problem(placed, "id", f"The figure {shown(name)} is kept twice.", "Keep the newer one.")
        elif name not in wanted:
            cure = "Add it to a file of data/measures/, or measure again."
            yield _problem(placed, "id", f"No file promises the figure {shown(name)}.{nearest(name, wanted)}", cure)
        else:
            yield from _judged(wanted[name], placed)
        found.setdefault(name, placed)


def _promised(placed: Placed, wanted: dict[str, Placed]) -> Iterator[Problem]:
    name, figure = _text(placed[2], "id"), placed[2]
    if name in wanted:
        first = wanted[name][0].path
        yield _problem(placed, "id", f"The figure {shown(name)} is promised in {first} too.", "Choose another id.")
    elif _text(figure, "unit") == PROOF and _text(figure, "goal"):
        yield _problem(placed, "goal", "A proof has no goal but to hold.", "Delete the goal, or choose another unit.")
    wanted.setdefault(name, placed)


def _judged(wanted: Placed, found: Placed) -> Iterator[Problem]:
    promise, value = wanted[2], _text(found[2], "value")
    unit, goal = _text(promise, "unit"), _text(promise, "goal")
    try:
        good = met(unit, goal, _text(promise, "better"), value)
    except ValueError:
        return  # a value or a goal of no form: its schema says so
    if (unit == PROOF) != (value in {HOLDS, FAILS}):
        kind = "holds or fails" if unit == PROOF else "is a number"
        wrong = f"The value {shown(value)} does not fit: the figure {kind}."
        yield _problem(found, "value", wrong, "Measure again, with --keep.")
    elif good is False and not _text(promise, "short"):
        fails = f"{shown(value)} was measured, and the goal is {shown(goal)}" if goal else "the proof fails"
        wrong = f"The figure {shown(_text(promise, 'id'))} falls short without a reason: {fails}."
        yield _problem(wanted, "id", wrong, "Say in `short` why, and what we do about it.")
    elif good and _text(promise, "short"):
        wrong = "The figure has a reason why it falls short, and it meets its goal."
        yield _problem(wanted, "short", wrong, "Take the reason out, if it will stay so.", note=True)


def _figures(inputs: Inputs, kind: str) -> Iterator[Placed]:
    for document in inputs.project.of_kind(kind):
        figures = document.node.get("figures") if isinstance(document.node, Mapping) else None
        for place, figure in enumerate(figures.items if isinstance(figures, Sequence) else ()):
            if isinstance(figure, Mapping):
                yield document, place, figure


def _text(figure: Mapping, key: str) -> str:
    value: Node | None = figure.get(key)
    return value.value if isinstance(value, Scalar) else ""


def _problem(placed: Placed, key: str, wrong: str, cure: str, note: bool = False) -> Problem:
    document, place, figure = placed
    where = field(("figures", place, key))
    return Problem(document.path, figure.key_line(key), where, wrong, cure, "note" if note else "problem")
