"""An inline mark, `[[id]]` or `[[id|words]]`, names an id that exists. Text holds no other markup."""

import re
from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.files.schema import is_words
from accord.project.ids import MARK, known
from accord.project.inputs import Guesses, Inputs
from accord.project.page import without_code
from accord.project.reading import Project

LOOSE = re.compile(r"\[\[|\]\]")
MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,30}>?|\]\(|\*\*|`")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield marks that lead nowhere, marks left open, and Markdown or HTML in data."""
    project = inputs.project
    judge = _Judge(project)
    for document in project.documents:
        for path, scalar, schema in project.scalars[document.path]:
            if is_words(schema):
                for wrong, cure, *lacks in (*judge.marks(scalar.value), *_markup(scalar.value)):
                    yield Problem(document.path, scalar.line, field(path), wrong, cure, lacks="".join(lacks))
    for page in project.pages:
        for line, row in page.lines:
            for wrong, cure, *lacks in (*judge.marks(without_code(row)), *_in_table(row)):
                yield Problem(page.path, line, "", wrong, cure, lacks="".join(lacks))


class _Judge:
    """Knows every id, and says what is wrong with a text's marks and how to mend it."""

    def __init__(self, project: Project) -> None:
        self.index = set(known(project))
        self.guesses = Guesses()

    def marks(self, text: str) -> Iterator[tuple[str, ...]]:
        """Yield what is wrong, the cure and, where that is what is wrong, the id that is not there."""
        for mark in MARK.finditer(text):
            if mark[1] not in self.index:
                near = self.guesses.nearest(mark[1], self.index)
                wrong = f"The mark {shown(mark[0])} names no id.{near}"
                yield wrong, "Write an id that exists, or plain words without brackets.", mark[1]
            elif mark[2] is not None and not mark[2].strip():
                yield f"The mark {shown(mark[0])} has no words after the bar.", "Write the words, or leave out the bar."
        if LOOSE.search(MARK.sub("", text)):
            yield "A mark is not closed.", "Write [[id]] or [[id|words]] on one line."


def _in_table(row: str) -> Iterator[tuple[str, str]]:
    if row.lstrip().startswith("|") and (mark := next((each for each in MARK.finditer(row) if each[2]), None)):
        wrong = f"The bar in {shown(mark[0])} ends the table's cell, so the mark falls apart."
        yield wrong, "Write [[id]] alone, and the words before or after it."


def _markup(text: str) -> Iterator[tuple[str, str]]:
    if found := MARKUP.search(text):
        wrong = f"The text holds {shown(found[0])}, which looks like Markdown or HTML."
        yield wrong, "Data is shown as typed: write plain words, and [[id]] for a link."
