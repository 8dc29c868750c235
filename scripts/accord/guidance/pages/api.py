"""The published data: /api/*.json, each with its version, its licence and a schema beside it."""

from collections.abc import Iterable, Iterator
from typing import Any

from accord.files.schema import Schema, Schemas
from accord.guidance.guidance import Guidance
from accord.guidance.pages.published import as_json, envelope, schema
from accord.project.element import plain


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
    values = plain(element)
    path = values.pop("path")
    return {**values, "address": g.entries[element.id].address, "file": path}


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
    """Ask for no list that may be empty: the API leaves empty lists out."""
    if isinstance(schema, list):
        return [_relaxed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _relaxed(value) for key, value in schema.items()}
    properties = schema.get("properties")
    if "required" in schema and isinstance(properties, dict):
        empty = {key for key, value in properties.items() if isinstance(value, dict) and value.get("minItems") == 0}
        inner["required"] = [key for key in schema["required"] if key not in empty]
    return inner
