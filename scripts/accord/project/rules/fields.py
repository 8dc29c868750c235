"""Every data file has the fields of its schema, no others, and values of the right form."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from jsonschema.exceptions import ValidationError

from accord.files.nodes import Mapping, Node, Path, field, line_at, node_at, plain
from accord.files.problem import Problem, listed, shown
from accord.files.schema import Schemas, fields, matches
from accord.files.schema_words import FORMS, told
from accord.project.ids import nearest
from accord.project.inputs import Guesses, Inputs
from accord.project.reading import FOLDERS

MOST = 500  # problems that are told of one file
Words = tuple[str, str]  # what is wrong, and the cure


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the JSON Schemas of data/schema/ refuse."""
    schemas = inputs.project.schemas
    for document in inputs.project.documents:
        yield from against(schemas, document.kind, document.path, document.node)


def against(schemas: Schemas, kind: str, name: str, node: Node) -> Iterator[Problem]:
    """Yield the problems of one tree, of the file `name`, against one schema."""
    if not schemas.fits(kind, node):
        yield from explained(schemas, kind, name, node, plain(node))


def explained(schemas: Schemas, kind: str, name: str, node: Node, value: Any) -> Iterator[Problem]:
    """Yield the problems of a value against one schema. `node` is the tree of `name` that tells where each is."""
    guesses = Guesses()
    for error in islice(schemas.judge(kind).iter_errors(value), MOST):
        yield from _explained(error, name, node, guesses)
        if error.validator == "maxProperties":
            return  # what is in a block that is too large is not looked at


def _explained(error: ValidationError, name: str, node: Node, guesses: Guesses) -> Iterator[Problem]:
    path: Path = tuple(error.absolute_path)
    where, line = field(path), line_at(node, path)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    if "x-problem" in schema:
        yield Problem(name, line, where, schema["x-problem"], schema["x-cure"])
    elif error.validator == "additionalProperties":
        yield from _unknown(schema, name, node, path, guesses)
    elif error.validator == "format" and not matches(schema["pattern"], str(error.instance)):
        return  # the pattern's own message says it
    elif error.validator == "required":
        yield from _missing(schema, name, line, where, error.instance)
    else:
        yield Problem(name, line, where, *_form(error, schema, guesses))


def _unknown(schema: dict[str, Any], name: str, node: Node, path: Path, guesses: Guesses) -> Iterator[Problem]:
    allowed = fields(schema)
    block = "this block" if path else _whole(schema)
    found = node_at(node, path)
    for key, _ in found.entries if isinstance(found, Mapping) else ():
        if key.value not in allowed:
            near = guesses.nearest(key.value, allowed)
            words = told("unknown", name=shown(key.value), block=block, near=near, names=listed(allowed))
            yield Problem(name, key.line, field((*path, key.value)), *words)


def _whole(schema: dict[str, Any]) -> str:
    """Return what a file of the schema is called: "a role", or "this file" where there is only one of its kind."""
    kind = str(schema.get("$id")).removesuffix(".json")
    return f"a {kind}" if kind in FOLDERS.values() else "this file"


def _missing(schema: dict[str, Any], name: str, line: int, where: str, instance: Any) -> Iterator[Problem]:
    strange = [key for key in instance if key not in schema["properties"]]
    for key in schema["required"]:
        if key not in instance and not nearest(key, strange):  # a slip of the keys is one mistake, and has its own line
            about = schema["properties"][key]["description"].removesuffix(".")
            yield Problem(name, line, where, *told("missing", name=shown(key), about=about))


def _choices(schema: dict[str, Any]) -> list[str]:
    return [str(choice).lower() if isinstance(choice, bool) else choice for choice in schema["enum"]]


def _form(error: ValidationError, schema: dict[str, Any], guesses: Guesses) -> Words:
    value: Any = error.instance
    expected = schema.get("x-expected", "a value of the form that the schema describes")
    if value == "":
        return told("empty")
    match error.validator:
        case "type" if error.validator_value == "string" and isinstance(value, dict | list):
            return told("colon" if isinstance(value, dict) else "bracket")
        case "type" if error.validator_value == "array" and str(value).startswith(("-", "–", "—")):
            return told("hyphen")
        case "type":
            return told("shape", expected=FORMS[str(error.validator_value)])
        case "enum":
            return _choice(value, _choices(schema), guesses)
        case "format":
            return told("day", value=shown(value), expected=expected)
        case "minLength" | "maxLength":
            return told("short" if len(value) == 1 else "length", count=len(value), expected=expected)
        case "uniqueItems":
            return told("twice")
    sizes = {"minItems": "few", "maxItems": "many", "maxProperties": "large"}
    if error.validator in sizes:
        return told(sizes[error.validator], count=len(value), limit=error.validator_value)
    curly = str(value).startswith(("“", "”", "‘", "’"))
    return told("curly" if curly else "form", value=shown(str(value)), expected=expected)


def _choice(value: Any, allowed: list[str], guesses: Guesses) -> Words:
    expected = listed(allowed, "or")
    if not isinstance(value, str | bool):
        return told("word", expected=expected)
    return told("choice", value=shown(str(value)), near=guesses.nearest(str(value), allowed), expected=expected)
