"""What can be made of a file of answers, and what no answer can fill: for the page that explains it."""

from dataclasses import dataclass

from accord.guidance.guidance import Guidance
from accord.guidance.layout import Layout, LayoutField
from accord.pages.templating import render


@dataclass(frozen=True, slots=True)
class Row:
    """A layout; how many fields it has, and those that no answer can fill."""

    layout: Layout
    total: int
    never: tuple[LayoutField, ...]


def exports(g: Guidance, base: str, _: str) -> str:
    """Return a part of a page for each layout."""
    rows = [Row(layout, len(layout.fields), tuple(filter(_never, layout.fields))) for layout in g.layouts]
    return render("exports.html", g, base, rows=rows)


def _never(field: LayoutField) -> bool:
    return not (field.project or field.decision or field.answers)
