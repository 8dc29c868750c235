"""The form of every file in /api: what stands at its head, how it is written, and its JSON Schema."""

import json
from typing import Any

from accord.guidance.credit import LICENCE
from accord.guidance.guidance import Guidance

FORMAT = "1.0.0"  # of the envelope; semantic
ENVELOPE = ("$schema", "format", "version", "released", "licence")
DIGEST = r"^sha256:[0-9a-f]{64}$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Field = dict[str, Any]


def envelope(g: Guidance, name: str, up: str = "") -> dict[str, str]:
    """Return the head of the file `name`. `up` leads from it to /api/, such as "../"."""
    return {
        "$schema": f"{up}schema/{name}.json",
        "format": FORMAT,
        "version": g.release.version,
        "released": g.release.released,
        "licence": LICENCE,
    }


def as_json(value: Any) -> str:
    """Return a file of the API."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def line(about: str, **more: Any) -> Field:
    """Return the schema of a text that is there."""
    return {"type": "string", "minLength": 1, "description": about, **more}


def closed(fields: Field, needed: tuple[str, ...]) -> Field:
    """Return the schema of an object with these fields and no others."""
    return {"type": "object", "additionalProperties": False, "required": list(needed), "properties": fields}


def schema(name: str, parts: Field, head: tuple[str, ...] = ENVELOPE) -> Field:
    """Return the schema of a file: its head, and `parts`, each of them needed."""
    fields = {key: {"type": "string"} for key in head} | parts
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"/api/{name}.json",
        **closed(fields, tuple(fields)),
    }
