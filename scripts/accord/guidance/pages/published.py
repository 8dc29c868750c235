"""The form of every file in /api: what stands at its head, how it is written, and its JSON Schema."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accord import pages
from accord.guidance.credit import LICENCE
from accord.guidance.guidance import Guidance

FORMAT = "1.0.0"  # of the envelope; semantic
ENVELOPE = ("$schema", "format", "version", "released", "licence")
SCHEMAS = Path(pages.__file__).parent / "schemas"
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


def schema(name: str, parts: Field, head: tuple[str, ...] = ENVELOPE) -> Field:
    """Return the schema of a file: its head, and `parts`, each of them needed."""
    fields = {key: {"type": "string"} for key in head} | parts
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"/api/{name}.json",
        "type": "object",
        "additionalProperties": False,
        "required": list(fields),
        "properties": fields,
    }


def kept_schemas() -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each schema that is written by hand: pages/schemas/."""
    for path in sorted(SCHEMAS.rglob("*.json")):
        yield f"api/{path.relative_to(SCHEMAS).as_posix()}", path.read_text(encoding="utf-8")
