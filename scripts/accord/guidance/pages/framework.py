"""The framework as a whole: three tiers, and what each holds."""

from collections.abc import Sequence

from accord.guidance.guidance import Guidance
from accord.pages.svg import Canvas, figure

GAP = 10
CAPTION = (
    "The review’s three tiers, with its values, principles, virtues and contexts. "
    "The stages, and the titles of the recommendations, are ours."
)
Group = tuple[str, str, list[str]]


def framework(g: Guidance) -> str:
    """Return the figure. Tier one holds the ethics, tier two the lifecycle, tier three the recommendations."""
    ethics: list[Group] = [
        ("Values", "chip value", [e.label for e in g.values]),
        ("Principles", "chip principle", [e.label for e in g.principles]),
        ("Virtues", "chip virtue", [e.label for e in g.virtues]),
        ("Contexts that may rule it out", "chip context", [e.label for e in g.contexts]),
    ]
    stages: list[Group] = [("Stages (ours)", "chip stage", [s.label for s in g.stages])]
    recommendations: list[Group] = [("Recommendations (our titles)", "chip rec", [r.label for r in g.recommendations])]
    bands = list(zip([t.label for t in g.tiers], [ethics, stages, recommendations], strict=True))
    return figure("figure-framework", CAPTION, _draw(bands, 760, 4, "wide"), _draw(bands, 340, 2, "narrow"))


def _draw(bands: Sequence[tuple[str, list[Group]]], width: int, columns: int, kind: str) -> str:
    canvas = Canvas(width)
    y = 0.0
    for number, (label, groups) in enumerate(bands, 1):
        y += canvas.box(0, y, width, f"{number}. {label}", "tier") + GAP
        for title, chip, labels in groups:
            canvas.text(2, y + 14, title, "group")
            y = _chips(canvas, y + 24, columns, chip, labels) + GAP
    return canvas.svg(kind)


def _chips(canvas: Canvas, y: float, columns: int, chip: str, labels: list[str]) -> float:
    """Draw labels in rows of equal boxes; return where the next thing starts."""
    count = min(columns, len(labels))
    width = (canvas.width - GAP * (count - 1)) / count
    for start in range(0, len(labels), count):
        row = labels[start : start + count]
        tall = max(canvas.box_height(label, width) for label in row)
        for place, label in enumerate(row):
            canvas.box(place * (width + GAP), y, width, label, chip, tall)
        y += tall + GAP
    return y
