"""The lifecycle: stages in order, the way back from monitoring, and stopping, which every stage can lead to."""

from accord.guidance.guidance import Guidance
from accord.pages.svg import Canvas, figure

CAPTION = "The stages of this site. They are ours: we have not seen the review’s own figure."
BACK = "Back to any earlier stage"
STOP = "from every stage, at any time"


def lifecycle(g: Guidance) -> str:
    """Return the figure. The last stage is stopping, the one before it monitoring."""
    labels = [f"{stage.order}. {stage.label}" for stage in g.stages]
    return figure("figure-lifecycle", CAPTION, _wide(labels), _narrow(labels))


def _wide(labels: list[str]) -> str:
    """Four boxes to the right, two back to the left, the way back, and a bar for stopping."""
    *stages, last = labels
    canvas = Canvas(760)
    width, gap = 166.0, 32.0
    step = width + gap
    first, second = stages[:4], stages[4:]
    tall = max(canvas.box_height(label, width) for label in stages)
    for place, label in enumerate(first):
        canvas.box(place * step, 0, width, label, "chip stage", tall)
        if place:
            canvas.arrow([(place * step - gap + 2, tall / 2), (place * step - 3, tall / 2)])
    y = tall + 44
    x = 3 * step
    canvas.arrow([(x + width / 2, tall + 2), (x + width / 2, y - 3)])
    for place, label in enumerate(second):
        canvas.box(x - place * step, y, width, label, "chip stage", tall)
        if place:
            canvas.arrow(
                [(x - place * step + width + gap - 2, y + tall / 2), (x - place * step + width + 3, y + tall / 2)]
            )
    left = x - (len(second) - 1) * step
    canvas.arrow([(left - 2, y + tall / 2), (width / 2, y + tall / 2), (width / 2, tall + 4)])
    canvas.text(width / 2 + 14, y + tall / 2 - 10, BACK, "note")
    base = y + tall + 44
    for x in (left + width / 2, left + step + width / 2):
        canvas.arrow([(x, y + tall + 2), (x, base - 3)])
    canvas.box(0, base, canvas.width, f"{last}: {STOP}", "chip stopping")
    return canvas.svg("wide")


def _narrow(labels: list[str]) -> str:
    """One column, with the way back along the right edge."""
    *stages, last = labels
    canvas = Canvas(340)
    width, y, tops = 290.0, 0.0, []
    for label in stages:
        tops.append(y)
        tall = canvas.box(0, y, width, label, "chip stage")
        canvas.arrow([(width / 2, y + tall + 2), (width / 2, y + tall + 25)])
        y += tall + 28
    edge = width + 28
    low = tops[-1] + 22
    canvas.arrow([(width + 2, low), (edge, low), (edge, tops[0] + 22), (width + 4, tops[0] + 22)])
    canvas.box(0, y, width, f"{last}: {STOP}", "chip stopping")
    return canvas.svg("narrow")
