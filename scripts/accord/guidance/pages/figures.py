"""Figures: the words are in data/figures/, the shapes here. Each is drawn twice, for wide and for narrow screens."""

from collections.abc import Callable

from markupsafe import Markup

from accord.guidance.guidance import Guidance
from accord.guidance.pages import figure_counts, figure_maps
from accord.pages.svg import LINE, Canvas
from accord.pages.templating import render
from accord.pages.view import View
from accord.project.element import Element

WIDE, NARROW = 760, 340
GAP = 26
LONG = 30  # letters of a step's label from which the steps are wider than the ways out

Draw = Callable[[View, Guidance, Element, Canvas], None]


def figure(g: Guidance, base: str, name: str) -> str:
    """Return a figure with its words. Raises ValueError: there is none of this name."""
    (found,) = (each for each in g.figures if each.name == name)
    return render(
        "figure.html", g, base, figure=found, drawings=_drawings(g, base, found), swatches=figure_counts.MARKS
    )


def _drawings(g: Guidance, base: str, found: Element) -> Markup:
    draw, leads = SHAPES[found.shape]
    made = []
    for kind, width in (("wide", WIDE), ("narrow", NARROW)):
        canvas = Canvas(width)
        draw(View(g, base), g, found, canvas)
        made.append(canvas.svg(kind, f"figure-{found.name}-is" if leads else ""))
    return Markup("\n").join(Markup(each) for each in made)  # noqa: S704  Canvas encodes its words


def _way(_v: View, _g: Guidance, found: Element, canvas: Canvas) -> None:
    """Steps downwards, with the way out of a step to its right; or where it leads, where there is a line below."""
    share = 0.6 if any(len(part.label) > LONG for part in found.points) else 0.37
    width, out = canvas.width * share, canvas.width * (0.92 - share)
    end, beside = ("box", "box lit") if found.line else ("box lit", "box out")
    y = 0.0
    for number, part in enumerate(found.points):
        last = number == len(found.points) - 1
        tall = max(canvas.box_height(part.label, width), canvas.box_height(part.text, out) if part.text else 0)
        canvas.box(0, y, width, part.label, end if last else "box", tall)
        if part.text:
            canvas.arrow([(width + 2, y + tall / 2), (canvas.width - out - 3, y + tall / 2)])
            canvas.box(canvas.width - out, y, out, part.text, beside, tall)
        if not last:
            canvas.arrow([(width / 2, y + tall + 1), (width / 2, y + tall + GAP - 3)])
        y += tall + GAP
    if found.line:
        _line(canvas, y + 14, found.line)


def _line(canvas: Canvas, y: float, points: tuple[Element, ...]) -> None:
    """Points along a line of time, each with its name below."""
    step = canvas.width / len(points)
    canvas.shape("line", "stem", x1=step / 2, y1=y, x2=canvas.width - step / 2, y2=y)
    for number, point in enumerate(points):
        x = step * (number + 0.5)
        canvas.shape("circle", "ring", cx=x, cy=y, r=10)
        canvas.words(
            x, y + 24 + LINE * len(canvas.wrapped(point.label, step + 18)) / 2, step + 18, point.label, "small"
        )


def _around(_v: View, _g: Guidance, found: Element, canvas: Canvas) -> None:
    """Somebody in the middle, and people on both sides; on a narrow screen above two columns of them."""
    wide = canvas.width == WIDE
    width = 235.0 if wide else 152.0
    rows = [found.points[start : start + 2] for start in range(0, len(found.points), 2)]
    tall = max(canvas.box_height(part.label, width) for part in found.points)
    radius = 92.0 if wide else 70.0
    step, top = tall + 14, 0.0 if wide else 2 * radius + 16
    x, y = canvas.width / 2, len(rows) * step / 2 - 7 if wide else radius
    if not wide:
        canvas.shape("line", "stem", x1=x, y1=y, x2=x, y2=top + (len(rows) - 0.5) * step - 7)
    for number, row in enumerate(rows):
        middle = top + number * step + tall / 2
        for place, part in enumerate(row):
            edge = canvas.width - width if place else width
            canvas.shape("line", "stem", x1=x, y1=y if wide else middle, x2=edge, y2=middle)
            canvas.box(edge if place else 0, middle - tall / 2, width, part.label, "box", tall)
    canvas.shape("circle", "lens", cx=x, cy=y, r=radius)
    canvas.shape("circle", "ring", cx=x, cy=y, r=radius)
    canvas.words(x, y, radius * 1.8, found.centre, "middle")


SHAPES: dict[str, tuple[Draw, bool]] = {  # and whether its parts lead somewhere
    "way": (_way, False),
    "around": (_around, False),
    "counts": (figure_counts.counts, False),
    "folders": (figure_maps.folders, True),
    "tiers": (figure_maps.tiers, True),
    "stages": (figure_maps.stages, True),
}
