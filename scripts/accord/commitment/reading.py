"""Reads the Commitment's text: headings, paragraphs, lists of one level, bold and italic, and its clauses.

A pure reader of lines. What is outside the subset is a problem, and is never mended on the way:
what is shown is what was signed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accord.commitment.marks import refused, unpaired
from accord.commitment.text import Block, BlockKind, Clause, Text
from accord.files.digests import digest
from accord.files.problem import Problem, shown

HEADING = re.compile(r"(#{1,3}) (.+)")
ITEM = re.compile(r"(- |[0-9]{1,3}\. )(.+)")
Row = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """A block as written: what kind it is, its lines without marks or indents, and the number that an item shows."""

    kind: BlockKind
    first: int
    rows: tuple[str, ...]
    level: int = 0
    shown: int = 0

    @property
    def words(self) -> str:
        return " ".join(self.rows)

    def line_of(self, place: int) -> int:
        """Return the line on which the character at `place` of the words stands."""
        for number, row in enumerate(self.rows, self.first):
            if place <= len(row):
                return number
            place -= len(row) + 1
        return self.first


def parse(name: str, text: str, values: Mapping[str, str]) -> tuple[Text | None, list[Problem]]:
    """Read a text. `values` gives the id of each value by its label, such as {"Respect": "respect"}.

    Returns the text, or None where there are problems, and the problems. Never raises, whatever the text holds.
    """
    reader = _Reader(name, values)
    reader.read(text)
    if reader.problems:
        return None, reader.problems
    return Text(tuple(reader.blocks), tuple(reader.clauses)), []


class _Reader:
    """Takes a text apart. The problems of one file are kept in the order in which a reader meets them."""

    def __init__(self, name: str, values: Mapping[str, str]) -> None:
        self.name = name
        self.values = values
        labels = "|".join(re.escape(label) for label in sorted(values, key=len, reverse=True)) or "(?!)"
        self.opening = re.compile(rf"\*\*({labels}) ([1-9][0-9]{{0,2}})\.\*\* (.+)")
        self.mark = re.compile(rf"\*\*(?:{labels}) [0-9]+\.?\*\*")
        self.problems: list[Problem] = []
        self.blocks: list[Block] = []
        self.clauses: list[Clause] = []
        self.section = ""  # the label of the value under whose heading we are
        self.number = 0  # what the item before showed

    def say(self, line: int, wrong: str, cure: str) -> None:
        self.problems.append(Problem(self.name, line, "", wrong, cure))

    def read(self, text: str) -> None:
        rows = list(enumerate(text.split("\n"), 1))
        for line, row in rows:
            for wrong, cure in refused(line, row):
                self.say(line, wrong, cure)
        if self.problems:
            return  # a mark that we refuse would make what follows look wrong in other ways too
        for block in self._blocks(rows):
            self._block(block)

    def _blocks(self, rows: list[Row]) -> Iterator[Rows]:
        held: list[Row] = []
        for line, row in [*rows, (len(rows) + 1, "")]:
            if row:
                held.append((line, row))
                continue
            if not held and 1 < line < len(rows):
                self.say(line, "Two empty lines stand together.", "Delete one.")
            if held:
                yield from self._chunk(held)
            held = []

    def _chunk(self, rows: list[Row]) -> Iterator[Rows]:
        """Yield the blocks of some lines that no empty line parts."""
        line, row = rows[0]
        if heading := HEADING.fullmatch(row):
            if len(rows) > 1:
                self.say(rows[1][0], "The line follows a heading.", "Put an empty line between them.")
            yield Rows("heading", line, (heading[2],), level=len(heading[1]))
        elif ITEM.fullmatch(row):
            yield from self._items(rows)
        else:
            for inner, other in rows:
                if other.startswith(" "):
                    self.say(inner, "The line starts with a space.", "Delete it.")
                elif inner > line and (HEADING.fullmatch(other) or ITEM.fullmatch(other)):
                    wrong = "A heading or a list starts here, in the middle of a paragraph."
                    self.say(inner, wrong, "Put an empty line before it, or begin the line with another word.")
            yield Rows("paragraph", line, tuple(other for _, other in rows))

    def _items(self, rows: list[Row]) -> Iterator[Rows]:
        first, mark, held = rows[0][0], "", [""]
        for line, row in rows:
            item = ITEM.fullmatch(row)
            if item and (not mark or (item[1] == "- ") == (mark == "- ")):
                if mark:
                    yield self._item(first, mark, held)
                first, mark, held = line, item[1], [item[2]]
            elif item:
                self.say(line, "A list of another kind starts here.", "Put an empty line before it.")
            elif row.startswith(" " * len(mark)) and row[len(mark) : len(mark) + 1] not in ("", " "):
                held.append(row[len(mark) :])
                if ITEM.fullmatch(held[-1]) or HEADING.fullmatch(held[-1]):
                    self.say(line, "A list or a heading stands within a list.", "Use one level.")
            else:
                wrong = f"The line goes on with a list's item, and starts with other than {len(mark)} spaces."
                self.say(line, wrong, "Indent it so, or put an empty line before it.")
        yield self._item(first, mark, held)

    def _item(self, line: int, mark: str, rows: list[str]) -> Rows:
        if mark == "- ":
            return Rows("bullet", line, tuple(rows))
        return Rows("number", line, tuple(rows), shown=int(mark[:-2]))

    def _block(self, rows: Rows) -> None:
        """Judge one block and keep it."""
        if rows.kind == "heading" and "*" in rows.words:
            self.say(rows.first, "The heading holds an asterisk.", "Write plain words.")
        elif (place := unpaired(rows.words)) >= 0:
            wrong = "An asterisk here is not one of a pair around words."
            self.say(rows.line_of(place), wrong, "Write **bold** or *italic*, with spaces outside and none inside.")
        if rows.kind == "number":
            self.number += 1
            if rows.shown != self.number:
                wrong = f"The item has the number {rows.shown}, and readers would see {self.number}."
                self.say(rows.first, wrong, f"Write {self.number}.")
        else:
            self.number = 0
        if rows.kind == "heading" and rows.level < 3:
            self._open(rows)
        clause = ""
        if self.section and not (rows.kind == "heading" and rows.level < 3):
            clause = self._clause(rows)
        elif stray := self.mark.search(rows.words):
            wrong = f"The clause mark {shown(stray[0])} does not stand at the start of a clause."
            self.say(rows.line_of(stray.start()), wrong, "Move the clause under its value's heading, or drop the bold.")
        self.blocks.append(Block(rows.kind, rows.words, rows.first, rows.level, clause))

    def _open(self, rows: Rows) -> None:
        """Enter the section of a value, or leave it."""
        self.section = rows.words if rows.level == 2 and rows.words in self.values else ""
        if self.section and any(block.level == 2 and block.words == rows.words for block in self.blocks):
            wrong = f"The heading {shown(rows.words)} stands twice."
            self.say(rows.first, wrong, "Put all clauses of a value under one heading.")

    def _clause(self, rows: Rows) -> str:
        """Return the id of the clause that a block is. Under a value's heading every block is one."""
        opening = self.opening.fullmatch(rows.words) if rows.kind == "paragraph" else None
        if opening is None:
            wrong = f"What stands here under {shown(self.section)} is not a clause."
            self.say(rows.first, wrong, f"Start the paragraph with **{self.section} 1.** (its own number), or move it.")
            return ""
        label, number, words = opening.groups()
        if label != self.section:
            wrong = f"The clause is named for {shown(label)} and stands under {shown(self.section)}."
            self.say(rows.first, wrong, "Move it, or give it a number of this value.")
        if stray := self.mark.search(words):
            wrong = f"The clause mark {shown(stray[0])} stands within another clause."
            self.say(rows.first, wrong, "Start a paragraph with it, or drop the bold.")
        value = self.values[label]
        name, whole = f"{value}-{number}", digest(rows.words.encode())
        self.clauses.append(Clause(name, f"{label} {number}", value, int(number), words, rows.first, whole))
        return name
