"""Slips of Markdown that no parser refuses: a reader would see the signs, or miss words that the page has."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from accord.files.problem import Problem, counted, shown
from accord.project.ids import MARK
from accord.project.inputs import Inputs
from accord.project.page import Page, without_code

BOXES = ("must",)  # whose look docs/assets/ has
RULE = re.compile(r"^\|?[ :|-]*-[ :|-]*\|?$")
ITEM = re.compile(r"^(?:[-*+]|\d+\.) ")
SHORT_INDENT = re.compile(r"^ {1,3}(?:[-*+]|\d+\.) ")
APART = re.compile(r"\] \((?=[^)\s]*(?:\.md|https://|#))")
Row = tuple[int, str]


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield rows of unlike length, bold that does not end, boxes without words, and lists that fall flat."""
    for page in inputs.project.pages:
        for line, wrong, cure in _on(page):
            yield Problem(page.path, line, "", wrong, cure)


def _on(page: Page) -> Iterator[tuple[int, str, str]]:
    rows = [(number, without_code(row)) for number, row in page.lines]
    following = dict(rows)
    for full, group in groupby(rows, key=lambda row: bool(row[1].strip())):
        if full:
            yield from _paragraph(list(group))
    for number, row in rows:
        if row.startswith("!!!"):
            kind = row.removeprefix("!!!").split()[:1]
            if kind and kind[0] not in BOXES:
                yield number, f"There is no box of the kind {shown(kind[0])}.", f"Write !!! {BOXES[0]}, or no box."
            if not any(following.get(number + ahead, "").startswith("    ") for ahead in (1, 2)):
                yield number, "The box has no words.", "Start each of its lines with four spaces."
        if APART.search(row):
            yield number, "A space stands between a link's words and its address.", "Leave it out."


def _paragraph(rows: list[Row]) -> Iterator[tuple[int, str, str]]:
    if sum(row.count("**") for _, row in rows) % 2:
        yield (
            rows[0][0],
            "Bold that starts in this paragraph does not end.",
            "Write ** before and after the bold words.",
        )
    yield from _table(rows)
    for (_, above), (number, row) in pairwise(rows):
        if ITEM.match(above) and SHORT_INDENT.match(row):
            yield number, "The entry is to stand within the one above, and would not.", "Indent it by four spaces."


def _table(rows: list[Row]) -> Iterator[tuple[int, str, str]]:
    if len(rows) < 2 or "|" not in rows[0][1] or not RULE.match(rows[1][1]):
        return
    wanted = _cells(rows[0][1])
    for number, row in rows[1:]:
        if (cells := _cells(row)) != wanted:
            wrong = f"The row has {counted(cells, 'cell')}, and the table's head {counted(wanted, 'cell')}."
            yield number, wrong, "Give each row as many cells as the head; an empty one is two bars with a space."


def _cells(row: str) -> int:
    bare = MARK.sub("", row.strip()).replace("\\|", "").removeprefix("|").removesuffix("|")
    return bare.count("|") + 1
