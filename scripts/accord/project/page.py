"""A page of docs/: its front matter as a tree, its headings, paragraphs and macro calls with their lines.

This is no Markdown parser (Python-Markdown is that). It reads only what the rules look at, line by line.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

from accord.files import yaml_strict
from accord.files.nodes import Mapping, Node
from accord.files.problem import Problem, clipped

FENCE = "---"
# Pages that stand in the root, because people and hosts look for them there, with their address on the site.
ROOT_PAGES = {"GOVERNANCE.md": "governance/"}
# With its spaces: `{#` would open a comment of the template language. `.fold` puts the section into a part that opens.
ANCHOR = re.compile(r"\{ #([a-z0-9-]+)(?: \.fold)? \}$")
# A macro, with at most one id: what a page may call.
CALL = re.compile(r"^\{\{ ([a-z_]+)\((?:\"[a-z0-9-]+\")?\) \}\}$")
# What Python-Markdown takes for code, and nothing else: a rule that skips code must not skip what a browser gets.
CODE_FENCE = re.compile(r"^(`{3,}|~{3,})[\w+-]*$")
LIKE_FENCE = re.compile(r"^ *(?:```|~~~)")
CODE_SPAN = re.compile(r"`[^`]+`")
Rows: TypeAlias = "tuple[tuple[int, str], ...]"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    words: str
    line: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as written: the body's lines outside code blocks and inside them, each with its number in the file."""

    path: str
    front: Node
    headings: tuple[Heading, ...]
    lines: Rows
    code: Rows

    def meta(self, key: str) -> str:
        """Return a front-matter value as text, or an empty string."""
        value = self.front.get(key) if isinstance(self.front, Mapping) else None
        return getattr(value, "value", "")

    @property
    def address(self) -> str:
        return address_of(self.path)


def address_of(path: str) -> str:
    """Return a page's address below the site's root: `docs/law/index.md` is at `law/`."""
    if path in ROOT_PAGES:
        return ROOT_PAGES[path]
    inner = path.removeprefix("docs/").removesuffix(".md")
    folder, _, last = inner.rpartition("/")
    inner = folder if last == "index" else inner
    return f"{inner}/" if inner else ""


def parse(name: str, text: str) -> tuple[Page | None, list[Problem]]:
    """Read a page. Returns None where its front matter can't be read, and the problems."""
    rows = text.split("\n")
    if rows[0] == FENCE and FENCE not in rows[1:]:
        cure = "Write --- on a line of its own after its last field."
        return None, [Problem(name, 1, "", "The front matter that starts here does not end.", cure)]
    if rows[0] != FENCE or FENCE not in rows[1:] or not any(rows[1 : rows.index(FENCE, 1)]):
        wrong = "The page has no front matter."
        cure = "Start the file with a line ---, then title, summary, audience, last_reviewed and review_due, then ---."
        return None, [Problem(name, 1, "", wrong, cure)]
    end = rows.index(FENCE, 1)
    front, problems = yaml_strict.parse(name, "\n".join(rows[1:end]), first_line=2)
    if front is None:
        return None, problems
    body = _Body(name, problems)
    body.read(rows[end + 1 :], end + 2)
    headings = tuple(heading for number, row in body.lines if (heading := _heading(number, row)))
    return Page(name, front, headings, tuple(body.lines), tuple(body.code)), problems


def without_code(row: str) -> str:
    """Return a line without the code between its backticks, or unchanged where they don't pair off singly."""
    pairs = row.count("`") % 2 == 0 and "``" not in row and "\\`" not in row
    return CODE_SPAN.sub("", row) if pairs else row


def _heading(number: int, row: str) -> Heading | None:
    """Read a heading as Python-Markdown does: with or without a space after the marks, closing marks left out."""
    if not row.startswith("#"):
        return None
    words = row.lstrip("#")
    anchor, bare = ANCHOR.search(words.strip()), ANCHOR.sub("", words.strip()).rstrip()
    return Heading(min(len(row) - len(words), 6), bare.rstrip("#").strip(), number, anchor[1] if anchor else "")


class _Body:
    """The lines of a page's body, told apart."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems
        self.lines: list[tuple[int, str]] = []
        self.code: list[tuple[int, str]] = []

    def read(self, rows: list[str], first: int) -> None:
        held: list[tuple[int, str]] = []
        fence = ""
        for number, row in enumerate(rows, first):
            if fence:
                held.append((number, row))
                if row.rstrip(" ") == fence:
                    self.code += held
                    fence = ""
            elif mark := CODE_FENCE.match(row):
                held, fence = [(number, row)], mark[1]
            else:
                self.lines.append((number, row))
                if LIKE_FENCE.match(row):
                    cure = "Start it in the first column, and write at most the language after the marks."
                    self.problems.append(Problem(self.name, number, "", "This does not start a code block.", cure))
        if fence:
            wrong = "The code block that starts here does not end."
            cure = f"Write {clipped(fence)} on a line of its own after the code."
            self.problems.append(Problem(self.name, held[0][0], "", wrong, cure))
            self.lines += held
