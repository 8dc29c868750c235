"""What the worksheets fetch to make papers of answers: /api/exports.json, the layouts and the words around them."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from accord.answers.states import OPEN
from accord.guidance import credit
from accord.guidance.elements import Layout
from accord.guidance.guidance import Guidance
from accord.guidance.pages import published
from accord.guidance.pages.published import as_json
from accord.guidance.paper import PLACE
from accord.paper import html
from accord.project.element import Element, plain

NAME = "exports"
TYPES: dict[type, str] = {str: "string", list: "array", dict: "object"}
FAMILIES = "families"  # the place of the helplines


def files(g: Guidance) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of the file, and of its schema."""
    told = exports(g)
    yield f"api/{NAME}.json", as_json(published.envelope(g, NAME) | told)
    fields = {name: {"type": TYPES[type(value)]} for name, value in told.items()}  # our own scripts know the rest
    yield f"api/schema/{NAME}.json", as_json(published.schema(NAME, fields))


def exports(g: Guidance) -> dict[str, Any]:
    """Return the layouts with their marks as plain words, and everything else that a paper says."""
    lines = [each for each in g.helplines.lines if FAMILIES in each.places and each.phone]
    return {
        "site": g.site.name,
        "sheet": f"{PLACE}{html.SHEET}",
        "policy": html.policy_alone(),
        "words": dict(g.paper_words.words),
        "labels": {"project": dict(g.paper_words.project), "decision": dict(g.paper_words.decision)},
        "open": list(OPEN),
        "helplines": [_plain(g, plain(each)) for each in lines],
        "supplier": [_group(group) for group in g.supplier_questions.groups],
        "layouts": [_layout(g, layout) for layout in g.layouts],
    }


def _group(group: Element) -> dict[str, Any]:
    return {"label": group.label, "items": [each.id for each in group.questions]}


def _layout(g: Guidance, layout: Layout) -> dict[str, Any]:
    whole = {name: value for name, value in plain(layout).items() if name not in {"path", "order", "basis"}}
    return {
        "name": layout.name,
        **_plain(g, whole),
        "basis": [asdict(each) for each in credit.citations(g, layout.basis)],
    }


def _plain(g: Guidance, value: Any) -> Any:
    """Return what a layout holds with its marks as plain words, and without the fields that are empty."""
    if isinstance(value, str):
        return g.plain(value)
    if isinstance(value, Mapping):
        return {name: _plain(g, inner) for name, inner in value.items() if inner}
    return [_plain(g, inner) for inner in value]
