"""Every id that the data defines, where it stands, and the marks by which text names an id."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accord.files.nodes import Path

if TYPE_CHECKING:  # the reader of a project reads answers too, whose table of values asks for `nearest`
    from accord.project.reading import Document, Project

MARK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]|]*))?\]\]")
Label = Callable[[str], str]  # from an id to the words of a link to it
# The kinds that `related` may name: what has a place of its own in the framework, the lifecycle or the recommendations.
ELEMENTS = ("tier", "value", "principle", "virtue", "context", "stage", "practice", "recommendation")
GROUPS = {"element": ELEMENTS}


def plainly(text: str, label: Label) -> str:
    """Return text with its marks as the words that a reader sees, and each run of white space as one space."""
    return " ".join(MARK.sub(lambda mark: mark[2] or label(mark[1]), text).split())


def pieces(text: str) -> Iterator[str | re.Match[str]]:
    """Yield the stretches of plain text and the marks of a text, in order. A mark has an id and, perhaps, words."""
    end = 0
    for mark in MARK.finditer(text):
        yield text[end : mark.start()]
        yield mark
        end = mark.end()
    yield text[end:]


@dataclass(frozen=True, slots=True)
class Definition:
    """An id, what kind of thing it names, and where."""

    id: str
    kind: str
    document: Document
    path: Path
    line: int


def definitions(project: Project) -> Iterator[Definition]:
    """Yield every id with the place that defines it, file by file."""
    for document in project.documents:
        for path, scalar, schema in project.scalars[document.path]:
            if "x-defines" in schema:
                yield Definition(scalar.value, schema["x-defines"], document, path, scalar.line)


def known(project: Project) -> dict[str, Definition]:
    """Return the first definition of each id."""
    found: dict[str, Definition] = {}
    for definition in definitions(project):
        found.setdefault(definition.id, definition)
    return found


def allowed_kinds(names: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that an `x-refers` list stands for."""
    return tuple(kind for name in names for kind in GROUPS.get(name, (name,)))


def nearest(word: str, words: Iterable[str]) -> str:
    """Return ` Did you mean "…"?` where a known word is near, else an empty string."""
    close = difflib.get_close_matches(word, sorted(set(words)), n=1, cutoff=0.6)
    return f' Did you mean "{close[0]}"?' if close else ""
