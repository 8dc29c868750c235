"""Reads a file of answers, JSON or YAML, from bytes that anybody may have written: bounded, strict, with lines."""

import codecs
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from accord.answers.answers import Answers, make
from accord.answers.messages import said
from accord.files import yaml_strict
from accord.files.nodes import Node, Path, Scalar, Sequence, field, plain
from accord.files.problem import Problem, shown
from accord.files.schema import Schemas
from accord.files.text import decode
from accord.files.tree import unreadable
from accord.project.reading import Project

YAML = (".yml", ".yaml")
LARGEST = 1024 * 1024  # bytes of a file
MOST_EVENTS = 100_000  # of the parser: 2,000 answers with all their fields, in two seconds on a slow machine


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """A file of answers as read. `node` is None where it can't be read."""

    path: str
    stem: str
    node: Node | None

    def typed(self, schemas: Schemas) -> Answers | None:
        """Return the answers, or None where the file can't be read or breaks its schema."""
        if self.node is None or not schemas.fits("answers", self.node):
            return None
        values = plain(self.node)
        assert isinstance(values, dict)
        return make(values)


def published(project: Project) -> list[AnswersFile]:
    """Return the files of answers that a council's copy publishes, read once."""
    return [file for file, _ in project.once(read_published)]


def read_published(project: Project) -> list[tuple[AnswersFile, list[Problem]]]:
    """Return these files, each with what the reader found."""
    return [read(path, project.tree.read) for path in project.assessments]


def read(name: str, reader: Callable[[str, int], bytes]) -> tuple[AnswersFile, list[Problem]]:
    """Read a file with a tree's reader, or with the disk's. No link is followed, and no more is read than may be."""
    try:
        return parse(name, reader(name, LARGEST))
    except OSError as error:
        return AnswersFile(name, PurePosixPath(name).stem, None), [unreadable(name, error)]


def parse(name: str, raw: bytes) -> tuple[AnswersFile, list[Problem]]:
    """Return a file's tree and the reader's problems. A name that ends in .yml or .yaml is YAML, any other JSON."""
    raw = raw.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")  # Windows may have saved it again
    text, problems = decode(name, raw, LARGEST)
    if not problems and not name.lower().endswith(YAML):
        problems = list(_not_json(name, text))
    node = None
    if not problems:
        node, problems = yaml_strict.parse(name, text, most=MOST_EVENTS)
    if node is not None and not name.lower().endswith(YAML):
        problems += _not_text(name, node)
    return AnswersFile(name, PurePosixPath(name).stem, None if problems else node), problems


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Yield every value of a tree with its place."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    else:
        for key, value in node.entries:
            yield from scalars(value, (*path, key.value))


def _not_json(name: str, text: str) -> Iterator[Problem]:
    """Yield where a text stops being JSON. The reader of YAML reads more than that, and has cures for YAML."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        yield Problem(name, error.lineno, "", *said("json"))
    except (RecursionError, ValueError):
        yield Problem(name, 1, "", *said("json"))


def _not_text(name: str, node: Node) -> Iterator[Problem]:
    """Yield numbers, true, false, null and NaN, which JSON writes without quotes."""
    for path, value in scalars(node):
        if value.plain:
            yield Problem(name, value.line, field(path), *said("not-text", value=shown(value.value)))
