"""A page of docs/ as blocks: the Markdown that our pages are written in, and no more of it.

Headings, paragraphs, lists of one level, quotations, tables, boxes (`!!!`), code, and calls of macros on lines of their
own, which the caller turns into blocks. No template is run, and HTML is shown as words.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import cast

from accord.paper.blocks import Block, Heading, Level, Listing, Note, Paragraph, Run, Runs, Table
from accord.paper.prose import Prose
from accord.project.ids import MARK
from accord.project.page import ANCHOR, CALL, Page

WIDTHS = {2: (38, 62), 3: (35, 25, 40), 4: (25,) * 4, 5: (20,) * 5}  # per cent, by the number of columns
CAPTION = "Table: {}"
BULLET = "•"
ID = re.compile(r'"([a-z0-9-]+)"')
ITEM = re.compile(r"(?:(?P<bullet>[-*])|\d+\.) +(?P<words>.*)")
BOX = re.compile(r'!!! \w+(?: "(?P<title>[^"]*)")?$')
RULER = re.compile(r"\|(?: *:?-+:? *\|)+$")
OPENS = ("!!! ", "```")  # what ends by a rule of its own
INLINE = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<em>[^*\s][^*]*)\*|`(?P<code>[^`]+)`"
    rf"|(?P<mark>{MARK.pattern})|\[(?P<words>[^\]]+)\]\((?P<href>[^)\s]+)\)"
)
Macro = Callable[[str, str], Iterator[Block]]  # of a macro's name and its id, which may be empty
Away = Callable[[str], str]  # from a link as written on the page to an address, or an empty string


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Turns one page into blocks."""

    prose: Prose
    macro: Macro
    away: Away
    left_out: frozenset[str]  # macros that make no sense on paper; a section that calls one is left out

    def blocks(self, page: Page, anchor: str) -> Iterator[Block]:
        """Yield the page's blocks. Its title is a heading of the first level and has the anchor."""
        rows = [row for _, row in sorted((*page.lines, *page.code))]
        for section in _sections(rows):
            if not self.left_out & set(_calls(section)):
                yield from self._section(section, anchor)

    def runs(self, text: str) -> Runs:
        """Return a line with its emphasis, code, marks and links."""
        made: list[Run] = []
        end = 0
        for found in INLINE.finditer(text):
            made += [Run(text[end : found.start()]), *self._piece(found)]
            end = found.end()
        made.append(Run(text[end:]))
        return tuple(run for run in made if run.text)

    def _piece(self, found: re.Match[str]) -> Runs:
        if found["strong"]:
            return tuple(dataclasses.replace(run, bold=True) for run in self.runs(found["strong"]))
        if found["em"]:
            return tuple(dataclasses.replace(run, italic=True) for run in self.runs(found["em"]))
        if found["code"]:
            return (Run(found["code"], code=True),)
        if found["mark"]:
            return self.prose.runs(found["mark"])
        return (Run(found["words"], link=self.away(found["href"])),)

    def _section(self, rows: list[str], anchor: str) -> Iterator[Block]:
        heading = ""
        for piece in _pieces(rows):
            first = piece[0]
            if first.startswith("#"):
                level, heading = _heading(first)
                yield Heading(cast(Level, min(level, 3)), heading, anchor if level == 1 else "")
            elif call := CALL.match(first):
                name = ID.search(first)
                yield from self.macro(call[1], name[1] if name else "")
            else:
                yield from self._piece_of_text(piece, heading)

    def _piece_of_text(self, rows: list[str], heading: str) -> Iterator[Block]:
        first = rows[0]
        if box := BOX.match(first):
            yield Note(box["title"] or "Note", tuple(self.runs(text) for text in _boxed(rows[1:])))
        elif first.startswith("```"):
            yield from (Paragraph((Run(row, code=True),)) for row in rows[1:-1] if row.strip())
        elif len(rows) > 1 and RULER.match(rows[1].strip()):
            head, _, *body = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in _whole(rows)]
            cells = tuple(tuple(self.runs(cell) or (Run("–"),) for cell in row) for row in body)
            plain = tuple("".join(run.text for run in self.runs(cell)) for cell in head)
            yield Table(CAPTION.format(heading), plain, cells, WIDTHS[len(head)])
        elif found := ITEM.match(first):
            yield Listing(tuple(self.runs(words) for words in _items(rows)), numbered=not found["bullet"])
        else:
            quoted = first.startswith(">")
            words = " ".join(row.strip().removeprefix(">").strip() for row in rows)
            yield Paragraph(self.runs(words), "clause" if quoted else "body")


def _sections(rows: list[str]) -> Iterator[list[str]]:
    """Split a page before each heading of the second level."""
    section: list[str] = []
    for row in rows:
        if row.startswith("## ") and section:
            yield section
            section = []
        section.append(row)
    yield section


def _calls(rows: list[str]) -> Iterator[str]:
    for row in rows:
        if call := CALL.match(row):
            yield call[1]


def _heading(row: str) -> tuple[int, str]:
    words = row.lstrip("#")
    return len(row) - len(words), ANCHOR.sub("", words.strip()).strip()


def _kind(row: str) -> str:
    """Return what a line belongs to, so that a heading or a list ends the paragraph above it."""
    if row.startswith("#") or CALL.match(row):
        return row
    if ITEM.match(row):
        return "item"
    return "quote" if row.startswith(">") else ""


def _pieces(rows: list[str]) -> Iterator[list[str]]:
    """Split a section into its pieces: parted by empty lines, except within boxes and code."""
    piece: list[str] = []
    for row in rows:
        inside = piece and (piece[0].startswith("!!! ") and (not row.strip() or row.startswith("    ")))
        inside = inside or (
            piece and piece[0].startswith("```") and (len(piece) == 1 or not piece[-1].startswith("```"))
        )
        if inside:
            piece.append(row)
            continue
        starts = bool(piece) and _kind(row) != _kind(piece[0]) and bool(_kind(row))
        if piece and (
            not row.strip() or starts or _kind(piece[0]).startswith(("#", "{")) or piece[0].startswith(OPENS)
        ):
            yield piece
            piece = []
        if row.strip():
            piece.append(row)
    if piece:
        yield piece


def _boxed(rows: list[str]) -> Iterator[str]:
    """Yield the paragraphs of a box. An item of a list in it is a paragraph with a bullet."""
    for piece in _pieces([row.strip() for row in rows]):
        if ITEM.match(piece[0]):
            yield from (f"{BULLET} {words}" for words in _items(piece))
        else:
            yield " ".join(piece)


def _items(rows: list[str]) -> Iterator[str]:
    """Yield the words of each item; a line that starts none goes on with the one above."""
    items: list[list[str]] = []
    for row in rows:
        if found := ITEM.match(row):
            items.append([found["words"]])
        else:
            items[-1].append(row.strip())
    yield from (" ".join(item) for item in items)


def _whole(rows: list[str]) -> list[str]:
    return [row for filled, group in groupby(rows, key=lambda row: bool(row.strip())) if filled for row in group]
