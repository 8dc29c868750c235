"""What each kind of data file holds, told from its JSON Schema: for the guide on the site and `accord fields`."""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.files.schema import Schema, Schemas


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `name` is indented by two spaces for each block that it stands in."""

    name: str
    depth: int
    required: bool
    listed: bool
    about: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One kind of file: where its files lie, and its fields in order."""

    kind: str
    title: str
    about: str
    place: str
    fields: tuple[Field, ...]


def guides(schemas: Schemas, places: dict[str, str]) -> tuple[Guide, ...]:
    """Return a guide for each kind in `places` (kind to folder or file)."""
    return tuple(
        Guide(kind, schemas[kind]["title"], schemas[kind]["description"], place, tuple(_fields(schemas[kind], 0)))
        for kind, place in places.items()
    )


def _fields(schema: Schema, depth: int) -> Iterator[Field]:
    for name, inner in schema["properties"].items():
        listed = inner.get("type") == "array"
        form = inner["items"] if listed else inner
        choices = tuple("true" if choice is True else str(choice) for choice in form.get("enum", ()))
        about = inner.get("description") or form.get("description", "")
        yield Field(name, depth, name in schema["required"], listed, about, choices)
        if "properties" in form:
            yield from _fields(form, depth + 1)
