"""A document as data: headings, paragraphs, lists, tables and places to write in. Knows no file format.

Every text is shown as it stands here. No renderer reads marks in it, so that nothing a person typed can become markup.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from accord.files.characters import hidden

Level = Literal[1, 2, 3]
# What a paragraph is for, which each format turns into a look of its own.
FORM_WIDTHS = (38, 62)  # per cent
TALL = 3  # lines; from there a place to write in takes the whole width
SHORT = 8  # rows; a table of no more stays on one page
Look = Literal["body", "lead", "clause", "small"]
Paper = Literal["a4", "a5"]


def typed(text: str) -> str:
    """Return text on one line, with what shows nothing or turns a line round as its code, such as `\\u202e`.

    Files with such characters are refused when they are read; this is the second lock.
    """
    if text.isprintable():  # the rule: all other signs are of a hidden category, or spaces of another kind
        return text
    flat = "".join(" " if c.isspace() else c for c in text)
    return "".join(f"\\u{ord(c):04x}" if hidden(c) else c for c in flat)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line. `prompt` marks words that a reader replaces.

    `link` is an https address, or empty.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    prompt: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the document's title, which alone stands on level 0."""

    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    look: Look = "body"

    @property
    def heads(self) -> bool:
        """Say whether the line, all of it bold, heads what follows: it never stands alone at the foot of a page."""
        return self.look == "body" and all(run.bold for run in self.runs)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of one level: numbered from 1, or with bullets."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row heads its columns. `widths` are per cent, one for each column.

    An empty cell is a place to write in, `tall` lines high.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    tall: int = 1

    @property
    def whole(self) -> bool:
        """Say whether the table stays on one page."""
        return len(self.rows) <= SHORT


@dataclass(frozen=True, slots=True)
class Blank:
    """A labelled place to write in, `lines` high. `value` is what we can fill in already."""

    label: str
    hint: str = ""
    lines: int = 1
    value: str = ""

    @property
    def wide(self) -> bool:
        """Say whether the place stands below its label, and not beside it."""
        return self.lines >= TALL

    @property
    def words(self) -> Runs:
        return (Run(self.value),) if self.value else ()


@dataclass(frozen=True, slots=True)
class Form:
    """Blanks one below the other: a table of two columns, which stays whole when changes are tracked."""

    caption: str
    blanks: tuple[Blank, ...]

    @property
    def whole(self) -> bool:
        """Say whether the form stays on one page."""
        return len(self.blanks) <= SHORT


@dataclass(frozen=True, slots=True)
class Note:
    """A box that stands out. `title` says what it is."""

    title: str
    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Heading | Paragraph | Listing | Table | Form | Note | PageBreak


@dataclass(frozen=True)
class Document:
    """A whole document. `name` is its file's name without an ending; `date` is the day it speaks of (ISO 8601).

    `over` stands above the title, such as the council's name; `notice`, such as that all is made up, below it. `foot`
    holds the lines at the foot of every page, beside the page's number. `identifier` is a URI that stays the same for
    the same words. `paper` is the size of a PDF's page: on A5 all letters are smaller, so that a card fits one
    side. Other files are A4.
    """

    name: str
    title: str
    subject: str
    author: str
    date: str
    identifier: str
    blocks: tuple[Block, ...]
    over: str = ""
    summary: str = ""
    foot: tuple[str, ...] = ()
    language: str = "en-GB"
    notice: str = ""
    paper: Paper = "a4"

    @property
    def called(self) -> str:
        """What programs show as its title: five cards have one title, and the line above it tells them apart."""
        return f"{self.over}: {self.title}" if self.over else self.title

    @cached_property
    def digest(self) -> bytes:
        """Return the digest of every word and every setting: each stands, as it is, in what Python shows of it."""
        return hashlib.sha256(repr(self).encode()).digest()
