"""The JSON Schemas of data/schema/: read once, references put in place, and walked beside a file's tree.

They are the one place where fields are described: the check, the field guide, editors and the published API use them.
Marks of our own start with `x-`: `x-defines` (the value is a new id of this kind), `x-refers` (the value is the id
of something of these kinds), `x-stands` (the words stand on a page too), `x-expected`, `x-problem` and `x-cure` (the
words of a message).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, validators
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.protocols import Validator as Judge

from accord.files.messages import table
from accord.files.nodes import Mapping, Node, Path, Scalar, Sequence, plain
from accord.files.problem import Unusable
from accord.files.tree import Tree

Schema = dict[str, Any]
Walked = tuple[Path, Scalar, Schema]  # a scalar, where it stands in its tree, what describes it
FOLDER = "data/schema"
LARGEST = 1024 * 1024  # bytes of one schema
MOST = 2000  # trees that are held, so that the identity of each stays its own
MOST_PARTS = 20_000  # of all schemas, references put in place; ours have 4,000
NEEDED = ("$id", "title", "description", "properties", "required")  # what the program reads of each but common.json
WITHIN = ("items", "additionalProperties", "then", "else")  # what a schema says of a part, and can be told of it
# The words of JSON Schema that the program reads by, and its own. Another one may lead elsewhere ("$dynamicRef"), and
# true and false, which JSON Schema allows in the place of a schema, have no words.
FORM: Schema = table(__file__)


class Broken(Unusable):
    """A schema is missing or can't be used."""

    def __init__(self, name: str) -> None:
        self.path = f"{FOLDER}/{name}.json"
        super().__init__(f"{self.path} is missing or broken. Bring it back from git, or write it.")


def _unique(_: Any, wanted: bool, items: Any, __: Any) -> Iterator[ValidationError]:
    """Find equal entries by their text. The library compares each with each, which takes minutes for a hostile list."""
    if wanted and isinstance(items, list) and len({json.dumps(item, sort_keys=True) for item in items}) < len(items):
        yield ValidationError("an entry stands twice")


def matches(pattern: str, value: str) -> bool:
    """Say whether a text has a form. `$` is the end of the text, as in ECMA-262, and not what stands before a last
    line end, as in Python: pages in a browser read the same patterns.
    """
    return re.search(pattern.replace("$", r"\Z"), value) is not None


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not matches(pattern, value):
        yield ValidationError("another form is wanted")


Validator = validators.extend(Draft202012Validator, {"uniqueItems": _unique, "pattern": _pattern})  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Schemas:
    """All schemas by name ("stage", "common" …), with every `$ref` replaced by what it names."""

    by_name: dict[str, Schema]
    # Trees that fit, with their kind. A preview judges a project again and again, and nearly all of its trees stay.
    _fitting: dict[int, tuple[Node, str]] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, name: str) -> Schema:
        if name not in self.by_name:
            raise Broken(name)
        return self.by_name[name]

    def judge(self, name: str) -> Judge:
        """Return what tells whether a value fits a schema."""
        if name not in self.validators:
            raise Broken(name)
        return self.validators[name]

    def fits(self, name: str, node: Node) -> bool:
        """Say whether a tree fits a schema. What fits is remembered as long as the schemas are."""
        held, kind = self._fitting.get(id(node), (None, ""))
        if held is node and kind == name:
            return True
        fit = self.judge(name).is_valid(plain(node))
        if fit and len(self._fitting) < MOST:
            self._fitting[id(node)] = node, name
        return fit

    @cached_property
    def validators(self) -> dict[str, Judge]:
        checker = FormatChecker(formats=["date"])
        return {name: Validator(schema, format_checker=checker) for name, schema in self.by_name.items()}


def load(tree: Tree) -> Schemas:
    """Read the schemas of a project.

    Raises Unusable: a schema can't be read, or names what there is not. Schemas are code, not content.
    """
    files: list[tuple[str, bytes]] = []
    paths = [found.path for found in tree.walk(FOLDER)[0] if found.path.endswith(".json")]
    tree.fetch(paths, LARGEST)
    for path in paths:
        name = FilePath(path).stem
        try:
            files.append((name, tree.read(path, LARGEST)))
        except OSError:
            raise Broken(name) from None
    return made(tuple(files))


@lru_cache(maxsize=1)  # a preview reads them anew at each change, and they hardly ever change
def made(files: tuple[tuple[str, bytes], ...]) -> Schemas:
    """Return the schemas of files, by name and bytes.

    Raises Unusable: one can't be read, or names what there is not.
    """
    raw: dict[str, Schema] = {}
    found: dict[str, Schema] = {}
    for name, content in files:
        try:
            raw[name] = json.loads(content)
        except (ValueError, RecursionError):
            raise Broken(name) from None
    left = iter(range(MOST_PARTS))
    for name, schema in raw.items():
        try:
            found[name] = _inlined(schema, raw, left)
        except (LookupError, TypeError, AttributeError, RecursionError, StopIteration):
            raise Broken(name) from None
    return Schemas(found)


def _inlined(value: Any, raw: dict[str, Schema], left: Iterator[int]) -> Any:
    """Put what it names in the place of each reference. Raises StopIteration: that makes too many parts."""
    next(left)
    if isinstance(value, list):
        return [_inlined(item, raw, left) for item in value]
    if not isinstance(value, dict):
        return value
    rest = {key: _inlined(item, raw, left) for key, item in value.items() if key != "$ref"}
    if "$ref" not in value:
        return rest
    file, _, pointer = value["$ref"].partition("#")
    target: Any = raw[FilePath(file).stem]
    for step in pointer.strip("/").split("/"):
        target = target[step]
    return {**_inlined(target, raw, left), **rest}


def faulty(tree: Tree) -> list[str]:
    """Return the paths of schemas that can't judge: the first that can't be read, or all that are no JSON Schema or
    lack what the program looks up.
    """
    try:
        found = load(tree).by_name
    except Broken as error:
        return [error.path]
    return [f"{FOLDER}/{name}.json" for name, schema in found.items() if not _sound(name, schema)]


def _sound(name: str, schema: Any) -> bool:
    try:
        Validator.check_schema(schema)
        Draft202012Validator(FORM).validate(schema)
        return (name == "common" or all(key in schema for key in NEEDED)) and _described(schema)
    except (SchemaError, ValidationError, TypeError, RecursionError):
        return False


def _described(schema: Schema) -> bool:
    """Say whether a schema says of each field that has to be there what it is, and so do those within it."""
    fields = schema.get("properties", {})
    inner = [*fields.values(), *schema.get("allOf", ()), *(schema[key] for key in WITHIN if key in schema)]
    if not all(_described(each) for each in inner if isinstance(each, dict)):
        return False
    return "x-problem" in schema or all("description" in fields.get(key, {}) for key in schema.get("required", ()))


def walk(node: Node, schema: Schema, path: Path = ()) -> Iterator[Walked]:
    """Yield every scalar of a tree with its path and the schema that describes it. Unknown fields are passed over."""
    if isinstance(node, Scalar):
        yield path, node, schema
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from walk(item, schema.get("items", {}), (*path, index))
    elif isinstance(node, Mapping):
        properties = schema.get("properties", {})
        for key, value in node.entries:
            if key.value in properties:
                yield from walk(value, properties[key.value], (*path, key.value))


def is_words(schema: Schema) -> bool:
    """Say whether a value is text for readers, and not an id, a date, an address or a choice."""
    return schema.get("type") == "string" and "pattern" not in schema


def fields(schema: Schema) -> list[str]:
    """Return the names of a schema's fields, in order."""
    return list(schema.get("properties", {}))
