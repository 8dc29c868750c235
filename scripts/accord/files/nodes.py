"""A parsed YAML file: scalars, sequences and mappings, each knowing its line. Every value is text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from accord.files.problem import clipped


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value, as text. `plain` says that it was written without quotes or a block mark."""

    value: str
    line: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[tuple[Scalar, Node], ...]
    line: int

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        return next((value for name, value in self.entries if name.value == key), None)

    def key_line(self, key: str) -> int:
        """Return the line of a key, or the mapping's own where the key is absent."""
        return next((name.line for name, _ in self.entries if name.value == key), self.line)


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "str | bool | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]


def plain(node: Node) -> Plain:
    """Return the node as text, lists and dictionaries, without positions."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def node_at(node: Node, path: Path) -> Node | None:
    """Return what `path` (keys and indices from 0) leads to, or None."""
    found: Node | None = node
    for step in path:
        found = _child(found, step) if found else None
    return found


def line_at(node: Node, path: Path) -> int:
    """Return the line of the place that `path` (keys and indices from 0) leads to, or of the nearest parent."""
    line = node.line
    for step in path:
        child = _child(node, step)
        if isinstance(node, Mapping) and isinstance(step, str):
            line = node.key_line(step)
        elif child:
            line = child.line
        if child is None:
            return line
        node = child
    return line


def field(path: Path) -> str:
    """Return a path as people count: `practices/3/force` is the force of the third practice."""
    return "/".join(str(step + 1) if isinstance(step, int) else clipped(step) for step in path)
