"""What the worksheets fetch to make documents of answers: /api/exports.json, the layouts and the words around them."""

from collections.abc import Iterator
from typing import Any

from accord.answers.export_words import DECISION_LABELS, OPEN, PROJECT_LABELS, WORDS
from accord.answers.pages import from_answers
from accord.guidance.guidance import Guidance
from accord.guidance.layout import Layout, LayoutField, LayoutSection
from accord.guidance.pages import published
from accord.guidance.pages.published import as_json, closed, envelope, line
from accord.guidance.paper import PLACE
from accord.pages.view import FORCE
from accord.paper import html

NAME = "exports"
LINES = {"type": "array", "items": {"type": "string"}}
TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}


def files(g: Guidance) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of the file, and of its schema."""
    yield f"api/{NAME}.json", as_json(envelope(g, NAME) | exports(g))
    yield f"api/schema/{NAME}.json", as_json(schema())


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
    basis = [{"cite": cite, "about": about, "url": url} for cite, about, url in from_answers.sources(g, layout)]
    return {
        **{name: getattr(layout, name) for name in ("name", "title", "label", "audience", "lead", "gaps", "open")},
        "summary": g.plain(layout.summary),
        "about": [g.plain(text) for text in layout.about],
        "sections": [_section(g, section) for section in layout.sections],
        "basis": basis,
        "plain": layout.plain,
    }


def _section(g: Guidance, section: LayoutSection) -> dict[str, Any]:
    return _some(
        heading=section.heading,
        text=[g.plain(text) for text in section.text],
        fields=[_field(g, field) for field in section.fields],
        insert=section.insert,
    )


def _field(g: Guidance, field: LayoutField) -> dict[str, Any]:
    return _some(
        label=field.label,
        hint=g.plain(field.hint),
        project=list(field.project),
        decision=list(field.decision),
        answers=list(field.answers),
        gap=g.plain(field.gap),
    )


def _some(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the file. It knows every field, and refuses others."""
    field = closed(
        {
            "label": line("The field's name."),
            "hint": line("What belongs here."),
            "project": LINES | {"description": "Fields of the project that fill it."},
            "decision": LINES | {"description": "Fields of the decision that fill it."},
            "answers": LINES | {"description": "Ids of answers that fill it."},
            "gap": line("What to look for where nothing fills it."),
        },
        ("label", "gap"),
    )
    section = closed(
        {
            "heading": line("The section's heading."),
            "text": LINES | {"description": "Paragraphs below it."},
            "fields": {"type": "array", "items": field},
            "insert": line("What the program puts in."),
        },
        ("heading",),
    )
    source = closed({name: {"type": "string"} for name in ("cite", "about", "url")}, ("cite", "about", "url"))
    words = ("name", "title", "label", "audience", "lead", "gaps", "open", "summary", "plain")
    lists = {
        "about": LINES | {"description": "What a reader must know."},
        "sections": {"type": "array", "items": section},
        "basis": {"type": "array", "items": source},
    }
    layout = closed({name: {"type": "string"} for name in words} | lists, (*words, *lists))
    body: dict[str, Any] = {
        "site": line("The site's name."),
        "sheet": line("The style sheet of a page that is saved, below the site's root."),
        "policy": line("The Content-Security-Policy of such a page."),
        "words": TEXTS | {"description": "Words around the answers."},
        "labels": closed({"project": TEXTS, "decision": TEXTS}, ("project", "decision")),
        "open": LINES | {"description": "States that leave something to do."},
        "force": TEXTS | {"description": "Must, should and could."},
        "layouts": {"type": "array", "items": layout, "description": "What can be made of answers."},
    }
    return published.schema(NAME, body)
