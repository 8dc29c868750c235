"""What the worksheets fetch to make documents of answers: /api/exports.json, the layouts and the words around them."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from accord.answers.export_words import DECISION_LABELS, OPEN, PROJECT_LABELS, WORDS
from accord.guidance import credit
from accord.guidance.guidance import Guidance
from accord.guidance.layout import Layout
from accord.guidance.pages import published
from accord.guidance.pages.published import as_json
from accord.guidance.paper import PLACE
from accord.pages.view import FORCE
from accord.paper import html

NAME = "exports"
TYPES: dict[type, str] = {str: "string", list: "array", dict: "object"}


def files(g: Guidance) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of the file, and of its schema."""
    told = exports(g)
    yield f"api/{NAME}.json", as_json(published.envelope(g, NAME) | told)
    fields = {name: {"type": TYPES[type(value)]} for name, value in told.items()}  # our own scripts know the rest
    yield f"api/schema/{NAME}.json", as_json(published.schema(NAME, fields))


def exports(g: Guidance) -> dict[str, Any]:
    """Return the layouts with their marks as plain words, and everything else that a document says."""
    return {
        "site": g.site.name,
        "sheet": f"{PLACE}{html.SHEET}",
        "policy": html.policy_alone(),
        "words": WORDS,
        "labels": {"project": PROJECT_LABELS, "decision": DECISION_LABELS},
        "open": list(OPEN),
        "force": FORCE,
        "layouts": [_layout(g, layout) for layout in g.layouts],
    }


def _layout(g: Guidance, layout: Layout) -> dict[str, Any]:
    return {
        **{name: getattr(layout, name) for name in ("name", "title", "label", "audience", "lead", "gaps", "open")},
        "summary": g.plain(layout.summary),
        "about": [g.plain(text) for text in layout.about],
        "sections": [_plain(g, asdict(section)) for section in layout.sections],
        "basis": [asdict(each) for each in credit.citations(g, layout.basis)],
        "plain": layout.plain,
    }


def _plain(g: Guidance, value: Any) -> Any:
    """Return what a layout holds with its marks as plain words, and without what is empty."""
    if isinstance(value, str):
        return g.plain(value)
    if isinstance(value, dict):
        return {name: _plain(g, inner) for name, inner in value.items() if inner}
    return [_plain(g, inner) for inner in value]
