"""How the time of each command grows with the register: one line a command, drawn from the kept figures."""

from __future__ import annotations

from accord.model.guidance import Guidance
from accord.render.figures.svg import Canvas, figure

COMMANDS = {"check": "check", "verify": "verify", "site": "build"}
SIZES = {"live": 0, "153": 153, "1000": 1000, "10000": 10_000}  # the end of a figure's id, and the signatories it is of
CAPTION = "Seconds that each command takes, from no signatory to 10,000. The table above has the same numbers."
LEFT, TOP, HIGH, FOOT = 52, 12, 240, 40
Points = list[tuple[int, float]]


def growth(g: Guidance) -> str:
    """Return the chart; a sentence where fewer than two sizes were measured and kept."""
    kept = {found.id: float(found.value) for run in g.measured for found in run.figures if _number(found.value)}
    lines = {
        words: [(number, kept[f"{name}-{size}"]) for size, number in SIZES.items() if f"{name}-{size}" in kept]
        for name, words in COMMANDS.items()
    }
    if not any(len(points) > 1 for points in lines.values()):
        return "<p>There is no chart yet: the times of two sizes or more have to be measured and kept first.</p>"
    return figure("figure-growth", CAPTION, _draw(lines, 760, "wide"), _draw(lines, 340, "narrow"))


def _number(value: str) -> bool:
    return value[:1].isdigit()


def _draw(lines: dict[str, Points], width: int, kind: str) -> str:
    canvas = Canvas(width)
    every = [point for points in lines.values() for point in points]
    wide, high = width - LEFT - 84, _round(max(seconds for _, seconds in every))
    most = max(number for number, _ in every) or 1
    bottom = TOP + HIGH
    for share in (0.0, 0.5, 1.0):
        y = bottom - share * HIGH
        canvas.line([(LEFT, y), (LEFT + wide, y)], "grid")
        canvas.text(0, y + 5, f"{share * high:g} s", "note")
    for share in (0.0, 0.5, 1.0):
        canvas.text(LEFT + share * wide, bottom + 24, f"{round(share * most):,}", "tick")
    canvas.text(LEFT + wide / 2, bottom + FOOT + 6, "signatories", "tick")
    taken: list[float] = []
    for words, points in sorted(lines.items(), key=lambda line: [seconds for _, seconds in line[1][-1:]]):
        placed = [(LEFT + number / most * wide, bottom - seconds / high * HIGH) for number, seconds in points]
        if placed:
            canvas.line(placed, f"growth growth--{words}")
            y = _free(placed[-1][1] + 5, taken)
            canvas.text(placed[-1][0] + 8, y, words, "note")
    return canvas.svg(kind)


def _free(y: float, taken: list[float]) -> float:
    """Return the nearest height at or above `y` that no label has, and take it. Lines come lowest first."""
    while any(abs(y - other) < 18 for other in taken):
        y -= 18
    taken.append(y)
    return y


def _round(value: float) -> float:
    """Return the next number of the form 1, 2 or 5 and noughts that is not below a value."""
    scale = 1.0
    while scale < value:
        scale *= 10
    return next(top for top in (scale / 5, scale / 2, scale) if top >= value) if value > 1 else 1.0
