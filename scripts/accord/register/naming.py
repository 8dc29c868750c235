"""Which files and elements are bound to an id: what it names itself, and what names it."""

from collections import defaultdict
from collections.abc import Iterator

from accord.files.schema import is_words
from accord.project.ids import MARK, known
from accord.project.page import without_code
from accord.project.reading import Project

Pair = tuple[str, str]


def named(project: Project, kind: str) -> dict[str, tuple[str, ...]]:
    """Return, for each id of one kind, what it is related to ("practice modelling-3") and the files that name it."""
    index = known(project)
    own = {name for name, definition in index.items() if definition.kind == kind}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, where in _pairs(project):
        if name in own and where != index[name].document.path:
            found[name][where] = None
    for document in project.of_kind(kind):
        for path, scalar, _ in project.scalars[document.path]:
            if path[0] == "related" and scalar.value in index:
                found[document.stem][f"{index[scalar.value].kind} {scalar.value}"] = None
    return {name: tuple(places) for name, places in found.items()}


def _pairs(project: Project) -> Iterator[Pair]:
    """Yield each id that a file names, with the file."""
    for document in project.documents:
        for _, scalar, schema in project.scalars[document.path]:
            if "x-refers" in schema:
                yield scalar.value, document.path
            elif is_words(schema):
                yield from ((mark[1], document.path) for mark in MARK.finditer(scalar.value))
    for page in project.pages:
        for _, row in page.lines:
            yield from ((mark[1], page.path) for mark in MARK.finditer(without_code(row)))
