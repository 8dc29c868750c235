"""Slips of Markdown that no parser refuses: a reader would see the signs, or miss words that the page has."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from accord.files.messages import filled, pairs, table
from accord.files.problem import Problem, counted, shown
from accord.project.ids import MARK
from accord.project.inputs import Inputs
from accord.project.page import Page, without_code

BOXES = ("must",)  # whose look docs/assets/ has
RULE = re.compile(r"^\|?[ :|-]*-[ :|-]*\|?$")
ITEM = re.compile(r"^(?:[-*+]|\d+\.) ")
SHORT_INDENT = re.compile(r"^ {1,3}(?:[-*+]|\d+\.) ")
HOLDS = re.compile(r"^(?:[-*+] |\d+\. |!!!|:|\[\^)")  # what may have indented paragraphs below it
BULLET = re.compile(r"^\s*\* ", re.MULTILINE)
TABLE = table(__file__)
SAYS = pairs(TABLE["says"])
SIGNS = [(re.compile(looks), wrong, cure) for looks, wrong, cure in TABLE["signs"]]  # that show as typed
Row = tuple[int, str]
Slip = tuple[int, str, str]  # the line, what is wrong, and the cure


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield rows of unlike length, signs without a partner, empty boxes, and lists and tables that fall apart."""
    for page in inputs.project.pages:
        for line, wrong, cure in _on(page):
            yield Problem(page.path, line, "", wrong, cure)


def _on(page: Page) -> Iterator[Slip]:
    rows = [(number, without_code(row)) for number, row in page.lines]
    following = dict(rows)
    above = ""  # the last line that starts in the first column
    for full, group in groupby(rows, key=lambda row: bool(row[1].strip())):
        if full:
            paragraph = list(group)
            if paragraph[0][1].startswith("    ") and not HOLDS.match(above):
                yield _slip(paragraph[0][0], "indented")
            yield from _paragraph(paragraph)
            above = next((row for _, row in reversed(paragraph) if not row.startswith(" ")), above)
    for number, row in rows:
        if row.startswith("!!!"):
            kind = row.removeprefix("!!!").split()[:1]
            if kind and kind[0] not in BOXES:
                yield _slip(number, "kind", kind=shown(kind[0]), known=BOXES[0])
            if not any(following.get(number + ahead, "").startswith("    ") for ahead in (1, 2)):
                yield _slip(number, "box")
        for looks, wrong, cure in SIGNS:
            if found := looks.search(row):
                yield number, wrong.format(sign=shown(found[0])), cure


def _slip(line: int, key: str, **parts: object) -> Slip:
    return line, *filled(SAYS, key, parts)


def _paragraph(rows: list[Row]) -> Iterator[Slip]:
    text = BULLET.sub("", "\n".join(row for _, row in rows))
    if odd := next((sign for sign, left in (("**", text), ("*", text.replace("**", ""))) if left.count(sign) % 2), ""):
        yield _slip(rows[0][0], "partner", sign=odd)
    yield from _table(rows)
    for at, ((_, above), (number, row)) in enumerate(pairwise(rows)):
        if ITEM.match(above) and SHORT_INDENT.match(row):
            yield _slip(number, "within")
        elif ITEM.match(row) and above[0] not in "#:" and not any(HOLDS.match(each) for _, each in rows[: at + 1]):
            yield _slip(number, "list")


def _table(rows: list[Row]) -> Iterator[Slip]:
    first = next((at for at, (_, row) in enumerate(rows) if row.startswith("|")), 0)
    if len(rows) < 2 or "|" not in rows[0][1] or not RULE.match(rows[1][1]):
        if rows[first][1].startswith("|"):
            yield _slip(rows[first][0], "table")
        return
    wanted = _cells(rows[0][1])
    for number, row in rows[1:]:
        if (cells := _cells(row)) != wanted:
            yield _slip(number, "cells", cells=counted(cells, "cell"), wanted=counted(wanted, "cell"))


def _cells(row: str) -> int:
    bare = MARK.sub("", row.strip()).replace("\\|", "").removeprefix("|").removesuffix("|")
    return bare.count("|") + 1
