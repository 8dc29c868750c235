"""Reads a file of answers, JSON or YAML, from bytes that anybody may have written: bounded, strict, with lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from accord.answers.fields import DEEPEST, LARGEST
from accord.answers.messages import said
from accord.files import json_strict, yaml_strict
from accord.files.nodes import Node
from accord.files.problem import Problem
from accord.files.text import odd_characters
from accord.files.tree import unreadable

YAML = (".yml", ".yaml")
MOST_EVENTS = 100_000  # of a YAML file: 2,000 answers with all their fields, in two seconds on a slow machine
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """A file of answers as read. `node` is None where it can't be read."""

    path: str
    stem: str
    node: Node | None


def read(name: str, reader: Callable[[str, int], bytes]) -> tuple[AnswersFile, list[Problem]]:
    """Read a file with a tree's reader, or with the disk's. No link is followed, and no more is read than may be."""
    try:
        return parse(name, reader(name, LARGEST))
    except OSError as error:
        return AnswersFile(name, PurePosixPath(name).stem, None), [unreadable(name, error)]


def parse(name: str, raw: bytes) -> tuple[AnswersFile, list[Problem]]:
    """Return a file's tree and the reader's problems. A name that ends in .yml or .yaml is YAML, any other JSON."""
    node, problems = _tree(name, raw)
    return AnswersFile(name, PurePosixPath(name).stem, None if problems else node), problems


def _tree(name: str, raw: bytes) -> tuple[Node | None, list[Problem]]:
    text, problems = _decoded(name, raw)
    if problems:
        return None, problems
    if not name.lower().endswith(YAML):
        return json_strict.parse(name, text, DEEPEST)
    odd = list(odd_characters(name, text))
    return (None, odd) if odd else yaml_strict.parse(name, text, most=MOST_EVENTS)


def _decoded(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    try:
        text = raw.decode("utf-8") if len(raw) <= LARGEST else ""
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(name, line, "", *said("utf8"))]
    found = next(_wrong(raw, text), None)
    return text, [Problem(name, 1, "", *found)] if found else []


def _wrong(raw: bytes, text: str) -> Iterator[tuple[str, str]]:
    if len(raw) > LARGEST:
        yield said("large", kib=f"{LARGEST // 1024:,}")
    if raw.startswith(BOM):
        yield said("bom")
    if not text.strip():
        yield said("blank")
