"""Figures that are the way on: the tiers, the stages and the folders of documents. Each box is a link."""

from collections.abc import Sequence

from accord.guidance.guidance import Guidance
from accord.pages.svg import LINE, Canvas
from accord.pages.view import View
from accord.project.element import Element

GAP = 12.0
ARROW = 26.0
ROOM = 500  # a canvas that is wider has room for more than two columns

Place = tuple[str, str]  # words, and where they lead


def tiers(v: View, g: Guidance, found: Element, canvas: Canvas) -> None:
    """Draw each tier as a frame with its question and the boxes of what it holds."""
    columns = 3 if canvas.width > ROOM else 2
    y = 0.0
    for tier in g.tiers:
        inside = [(part.label, v.href(part.page)) for part in found.points if part.tier == tier.id]
        rows = -(-len(inside) // columns)
        tall = 58 + rows * (LINE * 2 + GAP) + 6
        canvas.shape("rect", "frame", x=0, y=y, width=canvas.width, height=tall, rx=12)
        with canvas.link(v.href(f"framework/#{tier.id}"), f"{tier.order}. {tier.label}"):
            canvas.shape("circle", "lens", cx=32, cy=y + 31, r=17)
            canvas.shape("circle", "ring", cx=32, cy=y + 31, r=17)
            canvas.text(32, y + 37, tier.order, "number")
            canvas.text(62, y + 37, tier.label, "question")
        _boxes(canvas, 16, y + 58, (canvas.width - 32 - GAP * (columns - 1)) / columns, columns, inside)
        y += tall
        canvas.height = max(canvas.height, y)
        if tier is not g.tiers[-1]:
            canvas.arrow([(canvas.width / 2, y + 1), (canvas.width / 2, y + ARROW - 3)])
        y += ARROW


def _boxes(canvas: Canvas, x: float, y: float, width: float, columns: int, places: Sequence[Place]) -> None:
    for number, (words, address) in enumerate(places):
        row, column = divmod(number, columns)
        with canvas.link(address, words):
            canvas.box(x + column * (width + GAP), y + row * (LINE * 2 + GAP), width, words, "box", LINE * 2)


def stages(v: View, g: Guidance, found: Element, canvas: Canvas) -> None:
    """Draw the stages in order, the way back from the last but one, and stopping, to which every stage can lead."""
    places = [(f"{stage.order}. {stage.label}", str(v.href(f"lifecycle/{stage.id}/"))) for stage in g.stages]
    back, stop = found.notes
    words, address = places.pop()
    draw = _stages_wide if canvas.width > ROOM else _stages_narrow
    width, y = draw(canvas, places, back)
    with canvas.link(address, words):
        canvas.box(0, y, width, f"{words}: {stop}", "box out")


def _stages_wide(canvas: Canvas, places: list[Place], back: str) -> tuple[float, float]:
    """Four to the right, the others back to the left. Return the width and the top of what comes below."""
    width, gap, columns = 173.0, 22.0, 4
    tall = max(canvas.box_height(words, width) for words, _ in places)
    for number, (words, address) in enumerate(places):
        row, column = (0, number) if number < columns else (1, 2 * columns - 1 - number)
        x, y = column * (width + gap), row * (tall + 44)
        with canvas.link(address, words):
            canvas.box(x, y, width, words, "box", tall)
        if row == 0 and column:
            canvas.arrow([(x - gap + 2, y + tall / 2), (x - 3, y + tall / 2)])
        elif number == columns:
            canvas.arrow([(x + width / 2, tall + 2), (x + width / 2, y - 3)])
        elif row:
            canvas.arrow([(x + width + gap - 2, y + tall / 2), (x + width + 3, y + tall / 2)])
    middle = tall * 1.5 + 44
    canvas.arrow([(x - 2, middle), (width / 2, middle), (width / 2, tall + 4)])
    canvas.text(width / 2 + 14, middle - 10, back, "note")
    canvas.arrow([(x + width / 2, middle + tall / 2 + 2), (x + width / 2, middle + tall / 2 + 41)])
    return canvas.width, middle + tall / 2 + 44


def _stages_narrow(canvas: Canvas, places: list[Place], _back: str) -> tuple[float, float]:
    """One column, with the way back along the right edge."""
    width, y, tops = 296.0, 0.0, []
    for words, address in places:
        tops.append(y + 22)
        with canvas.link(address, words):
            tall = canvas.box(0, y, width, words, "box")
        canvas.arrow([(width / 2, y + tall + 2), (width / 2, y + tall + 21)])
        y += tall + 24
    edge = width + 28
    canvas.arrow([(width + 2, tops[-1]), (edge, tops[-1]), (edge, tops[0]), (width + 4, tops[0])])
    return width, y


def folders(v: View, g: Guidance, found: Element, canvas: Canvas) -> None:
    """Draw a folder for each stage before the gate, the gate, and the folders behind it."""
    (gate,) = found.notes
    columns = 5 if canvas.width > ROOM else 2
    width = (canvas.width - GAP * (columns - 1)) / columns
    tall = max(canvas.box_height(stage.label, width) for stage in g.stages) + 10
    y = 0.0
    for part in (g.before_use, g.stages[len(g.before_use) :]):
        for number, stage in enumerate(part):
            row, column = divmod(number, columns)
            x, top = column * (width + GAP), y + row * (tall + GAP)
            with canvas.link(v.href(f"toolkit/documents-by-gate/#gate-{stage.id}"), stage.label):
                outline = (
                    f"M{x + 6:g} {top + tall:g}q-6 0 -6 -6V{top + 6:g}q0 -6 6 -6h{width * 0.35:g}l9 9H{x + width - 6:g}"
                )
                canvas.shape("path", "box", d=f"{outline}q6 0 6 6v{tall - 21:g}q0 6 -6 6z")
                canvas.words(x + width / 2, top + tall / 2 + 5, width, stage.label, "box-words")
            canvas.height = max(canvas.height, top + tall)
        y = canvas.height + GAP
        if part is g.before_use:
            y += canvas.box(0, y, canvas.width, gate, "box lit") + GAP
