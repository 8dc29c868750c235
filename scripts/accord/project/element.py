"""What a data file says, as attributes. Its JSON Schema alone says which fields there are: no class repeats them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from accord.files.schema import Schema

EMPTY = {"array": (), "object": None}  # what a field is that a file leaves out; text is ""


class Element:
    """A block of fields: text, tuples and other blocks. What its file leaves out is empty.

    A kind of which more is asked than its fields has a class of its own. What stands there serves for a field that its
    schema has not.
    """

    PARTS: ClassVar[dict[str, type[Element]]] = {}  # the classes of its blocks, by the field that holds them
    path: str  # of the file; a part of an element has none

    def __init__(self, **fields: Any) -> None:
        vars(self).update(fields)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"No schema gives {type(self).__name__} {vars(self).get('path', '')} a field {name}.")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"An element never changes, nor does its field {name}.")

    def but(self, **fields: Any) -> Self:
        """Return the same with other values in these fields."""
        return type(self)(**(vars(self) | fields))


def shape(schema: Schema, value: Any, cls: type[Element] = Element, **more: Any) -> Any:
    """Return a value that fits a schema as text, tuples and elements, and a block as `cls`, with what else it has."""
    if isinstance(value, list):
        return tuple(shape(schema["items"], item, cls) for item in value)
    if not isinstance(value, Mapping) or "properties" not in schema:
        return value
    inner = schema["properties"]
    fields = {name: EMPTY.get(inner[name].get("type"), "") for name in inner}
    fields |= {name: shape(inner[name], value[name], cls.PARTS.get(name, Element)) for name in value}
    return cls(**fields, **more)


def plain(value: Any) -> Any:
    """Return an element as dictionaries and lists, without what is empty."""
    if isinstance(value, Element):
        value = vars(value)
    if isinstance(value, Mapping):
        return {name: plain(inner) for name, inner in value.items() if inner}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value
