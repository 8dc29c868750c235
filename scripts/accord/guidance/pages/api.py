"""The published data: /api/*.json, each with its version, its licence and a schema beside it."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from accord.files.schema import Schema, Schemas
from accord.guidance.guidance import Guidance
from accord.guidance.pages.published import as_json, envelope, schema
from accord.project.element import plain
from accord.project.ids import MARK

LINKS: Schema = {
    "type": "array",
    "description": "Where words of the texts beside it lead: an id, the words, and its address below the site's root.",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "words", "address"],
        "properties": {name: {"type": "string"} for name in ("id", "words", "address")},
    },
}


def files(g: Guidance, schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield the name below the site's root and the text of every file of the API."""
    groups: dict[str, dict[str, tuple[str, Iterable[Any]]]] = {
        "framework": {
            "tiers": ("tier", g.tiers),
            "values": ("value", g.values),
            "principles": ("principle", g.principles),
            "virtues": ("virtue", g.virtues),
            "contexts": ("context", g.contexts),
            "roles": ("role", g.roles),
        },
        "lifecycle": {"stages": ("stage", g.stages)},
        "recommendations": {"recommendations": ("recommendation", g.recommendations)},
        "glossary": {"terms": ("term", g.terms)},
        "sources": {"sources": ("source", g.sources)},
        "crosswalks": {"crosswalks": ("crosswalk", g.crosswalks)},
    }
    for name, lists in groups.items():
        content = {key: [_item(g, element) for element in elements] for key, (_, elements) in lists.items()}
        yield f"api/{name}.json", as_json(envelope(g, name) | content)
        yield (
            f"api/schema/{name}.json",
            as_json(_schema(name, {key: schemas[kind] for key, (kind, _) in lists.items()})),
        )


def _item(g: Guidance, element: Any) -> dict[str, Any]:
    """Return an element as plain values, without what is empty, with its address and its file."""
    values = _told(g, plain(element))
    path = values.pop("path")
    return {**values, "address": g.entries[element.id].address, "file": path}


def _told(g: Guidance, value: Any) -> Any:
    """Return a value with its marks as words; `links` beside them say where each mark leads."""
    if isinstance(value, dict):
        own = (text for item in value.values() for text in (item if isinstance(item, list) else (item,)))
        marks = (mark for text in own if isinstance(text, str) for mark in MARK.finditer(text))
        links = dict.fromkeys((mark[1], _words(g, mark)) for mark in marks)
        rows = [{"id": name, "words": words, "address": g.entries[name].address} for name, words in links]
        return {key: _told(g, item) for key, item in value.items()} | ({"links": rows} if rows else {})
    if isinstance(value, list):
        return [_told(g, item) for item in value]
    return MARK.sub(partial(_words, g), value) if isinstance(value, str) else value


def _words(g: Guidance, mark: re.Match[str]) -> str:
    return mark[2] or g.label(mark[1])


def _schema(name: str, kinds: dict[str, Schema]) -> Schema:
    """Return the schema of a file of the API: that of the data, with what the API adds."""
    added = {
        "address": {"type": "string", "description": "The element's place below the site's root."},
        "file": {"type": "string", "description": "The file in the repository that holds it."},
    }
    return schema(name, {key: {"type": "array", "items": _public(kind, added)} for key, kind in kinds.items()})


def _public(kind: Schema, added: Schema) -> Schema:
    """Return a data schema for publishing, with what the API adds."""
    relaxed: Schema = _relaxed({key: value for key, value in kind.items() if not key.startswith("$")})
    properties = relaxed["properties"] | added
    return relaxed | {"properties": properties, "required": [*relaxed["required"], *added]}


def _relaxed(schema: Any) -> Any:
    """Ask for no list that may be empty, which the API leaves out, and let each part have the links of its words."""
    if isinstance(schema, list):
        return [_relaxed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _relaxed(value) for key, value in schema.items()}
    properties = schema.get("properties")
    if isinstance(properties, dict):
        inner["properties"]["links"] = LINKS
    if "required" in schema and isinstance(properties, dict):
        empty = {key for key, value in properties.items() if isinstance(value, dict) and value.get("minItems") == 0}
        inner["required"] = [key for key in schema["required"] if key not in empty]
    return inner
