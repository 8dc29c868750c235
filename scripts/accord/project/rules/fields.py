"""Every data file has the fields of its schema, no others, and values of the right form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError

from accord.files.nodes import Mapping, Node, Path, field, line_at, node_at, plain
from accord.files.problem import Problem, listed, shown
from accord.files.schema import Schemas, fields
from accord.project.ids import nearest
from accord.project.inputs import Guesses, Inputs
from accord.project.reading import FOLDERS

FORM = {"array": "a list, one entry a line after a hyphen", "object": "a block of fields", "string": "text"}
MOST = 2000  # trees that are held, so that the identity of each stays its own
# Trees that fit, with what they fit. A preview judges a project again and again, and nearly all of its trees stay.
_fitting: dict[int, tuple[Node, Schemas]] = {}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the JSON Schemas of data/schema/ refuse."""
    schemas = inputs.project.schemas
    for document in inputs.project.documents:
        node, under = _fitting.get(id(document.node), (None, None))
        if node is document.node and under is schemas:
            continue
        found = list(against(schemas, document.kind, document.path, document.node))
        yield from found
        if not found and len(_fitting) < MOST:
            _fitting[id(document.node)] = document.node, schemas


def against(schemas: Schemas, kind: str, name: str, node: Node, value: Any = None) -> Iterator[Problem]:
    """Yield the problems of one tree against one schema. `value` replaces the tree's own plain form."""
    for error in schemas.judge(kind).iter_errors(plain(node) if value is None else value):
        yield from _explained(error, name, node)


def _explained(error: ValidationError, name: str, node: Node) -> Iterator[Problem]:
    path: Path = tuple(error.absolute_path)
    where, line = field(path), line_at(node, path)
    instance: Any = error.instance
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    if "x-problem" in schema:
        yield Problem(name, line, where, schema["x-problem"], schema["x-cure"])
    elif error.validator == "additionalProperties":
        yield from _unknown(schema, name, node, path)
    elif error.validator == "format" and not re.search(schema["pattern"], str(instance)):
        return  # the pattern's own message says it
    elif error.validator == "required":
        yield from _missing(schema, name, line, where, instance)
    else:
        wrong, cure = _form(error, schema)
        yield Problem(name, line, where, wrong, cure)


def _unknown(schema: dict[str, Any], name: str, node: Node, path: Path) -> Iterator[Problem]:
    allowed = fields(schema)
    guesses = Guesses()
    block = node_at(node, path)
    for key, _ in block.entries if isinstance(block, Mapping) else ():
        if key.value not in allowed:
            near = guesses.nearest(key.value, allowed)
            wrong = f"{shown(key.value)} is not a field of {'this block' if path else _whole(schema)}.{near}"
            yield Problem(name, key.line, field((*path, key.value)), wrong, f"The fields are {listed(allowed)}.")


def _whole(schema: dict[str, Any]) -> str:
    """Return what a file of the schema is called: "a role", or "this file" where there is only one of its kind."""
    kind = str(schema["$id"]).removesuffix(".json")
    return f"a {kind}" if kind in FOLDERS.values() else "this file"


def _missing(schema: dict[str, Any], name: str, line: int, where: str, instance: dict[str, Any]) -> Iterator[Problem]:
    strange = [key for key in instance if key not in schema["properties"]]
    for key in schema["required"]:
        if key not in instance and not nearest(key, strange):  # a slip of the keys is one mistake, and has its own line
            about = schema["properties"][key]["description"].removesuffix(".")
            cure = f"Add it: {about}."
            yield Problem(name, line, where, f"The field {shown(key)} is missing.", cure)


def _choices(schema: dict[str, Any]) -> list[str]:
    return [str(choice).lower() if isinstance(choice, bool) else choice for choice in schema["enum"]]


def _form(error: ValidationError, schema: dict[str, Any]) -> tuple[str, str]:
    value: Any = error.instance
    if value == "":
        return "The field has no value.", "Write one, or delete the field."
    match error.validator:
        case "type":
            return "The value has the wrong form.", f"Write {FORM[str(error.validator_value)]}."
        case "enum" if not isinstance(value, str | bool):
            return "The value has the wrong form.", f"Write one word: {listed(_choices(schema), 'or')}."
        case "format":
            return f"{shown(value)} is no day of the calendar.", f"Write {schema['x-expected']}."
        case "enum":
            allowed = _choices(schema)
            wrong = f"{shown(str(value))} is not one of the choices.{nearest(str(value), allowed)}"
            return wrong, f"Write {listed(allowed, 'or')}."
        case "minItems":
            return f"The list has {len(value)} of at least {error.validator_value} entries.", "Add what is missing."
        case "maxItems":
            return f"The list has {len(value)} of at most {error.validator_value} entries.", "Take some out."
        case "uniqueItems":
            return "The list has the same entry twice.", "Delete one of them."
    expected = schema.get("x-expected", "a value of the form that the schema describes")
    if error.validator in {"minLength", "maxLength"}:
        return f"The text has {len(value)} character{'' if len(value) == 1 else 's'}.", f"Write {expected}."
    return f"{shown(str(value))} has the wrong form.", f"Write {expected}."
