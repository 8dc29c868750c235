"""A thousand people as marks: each group has a shape of its own, so that the colours are not needed."""

from accord.guidance.guidance import Guidance
from accord.pages.svg import Canvas
from accord.pages.view import View
from accord.project.element import Element

WIDE_COLUMNS, NARROW_COLUMNS = 50, 40
CELL = 10  # units
# The marks of the groups, in their order: a path from the middle of a cell.
MARKS = (
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",  # a disc
    "m0 -4.5l4.5 8h-9z",  # a triangle
    "m-3.5 -3.5h7v7h-7z",  # a square
    "h0",  # a dot: the round end of a line without length
)


def counts(_v: View, _g: Guidance, found: Element, canvas: Canvas) -> None:
    """Draw the groups one after another, row by row."""
    columns = WIDE_COLUMNS if canvas.width > WIDE_COLUMNS * CELL else NARROW_COLUMNS
    cell = canvas.width / columns
    start = 0
    for number, (part, mark) in enumerate(zip(found.points, MARKS, strict=False), 1):
        end = start + int(part.count or 0)
        places = [divmod(place, columns) for place in range(start, end)]
        path = "".join(f"M{column * CELL + CELL // 2} {row * CELL + CELL // 2}{mark}" for row, column in places)
        canvas.shape("path", f"group group--{number}", d=path, transform=f"scale({cell / CELL:.3f})")
        start = end
    canvas.height = -(-start // columns) * cell
