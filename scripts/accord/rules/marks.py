"""An inline mark, `[[id]]` or `[[id|words]]`, names an id that exists. Text holds no other markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.ids import MARK, known, nearest
from accord.problem import Problem, shown
from accord.read.markdown import without_code
from accord.read.project import Project
from accord.read.tree import field
from accord.rules.base import Inputs
from accord.schema import is_words, walk

LOOSE = re.compile(r"\[\[|\]\]")
MARKUP = re.compile(r"<[a-zA-Z/!]|\]\(|\*\*|`")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield marks that lead nowhere, marks left open, and Markdown or HTML in data."""
    project = inputs.project
    index = set(known(project))
    for document in project.documents:
        for path, scalar, schema in walk(document.node, project.schemas[document.kind]):
            if is_words(schema):
                yield from _marks(document.path, scalar.line, field(path), scalar.value, index, project)
                yield from _markup(document.path, scalar.line, field(path), scalar.value)
    for page in project.pages:
        for line, row in page.lines:
            yield from _marks(page.path, line, "", without_code(row), index, project)


def _marks(name: str, line: int, where: str, text: str, index: set[str], project: Project) -> Iterator[Problem]:
    for mark in MARK.finditer(text):
        if mark[1] not in index and not project.may_define(mark[1]):
            wrong = f"The mark {shown(mark[0])} names no id.{nearest(mark[1], index)}"
            yield Problem(name, line, where, wrong, "Write an id that exists, or plain words without brackets.")
        elif mark[2] is not None and not mark[2].strip():
            wrong = f"The mark {shown(mark[0])} has no words after the bar."
            yield Problem(name, line, where, wrong, "Write the words, or leave out the bar.")
    if LOOSE.search(MARK.sub("", text)):
        yield Problem(name, line, where, "A mark is not closed.", "Write [[id]] or [[id|words]] on one line.")


def _markup(name: str, line: int, where: str, text: str) -> Iterator[Problem]:
    if found := MARKUP.search(text):
        wrong = f"The text holds {shown(found[0])}, which looks like Markdown or HTML."
        yield Problem(name, line, where, wrong, "Data is shown as typed: write plain words, and [[id]] for a link.")
