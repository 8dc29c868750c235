"""What can be made of a file of answers, and what no answer can fill: for the page that explains it."""

from dataclasses import dataclass

from accord.guidance.elements import Layout
from accord.guidance.guidance import Guidance
from accord.pages.templating import render
from accord.project.element import Element


@dataclass(frozen=True, slots=True)
class Row:
    """A layout; how many fields it has, and those that no answer can fill."""

    layout: Layout
    total: int
    never: tuple[Element, ...]


def exports(g: Guidance, base: str, _: str) -> str:
    """Return a part of a page for each layout."""
    rows = [Row(layout, len(layout.fields), tuple(filter(_never, layout.fields))) for layout in g.layouts]
    return render("exports.html", g, base, rows=rows)


def _never(field: Element) -> bool:
    return not (field.project or field.decision or field.answers)
