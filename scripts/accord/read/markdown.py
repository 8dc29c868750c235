"""A page of docs/: its front matter as a tree, its headings, paragraphs and macro calls with their lines.

This is no Markdown parser (Python-Markdown is that). It reads only what the rules look at, line by line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.problem import Problem
from accord.read import yaml_strict
from accord.read.tree import Mapping, Node

FENCE = "---"
HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: +\{#[\w-]+\})?$")
CODE_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as written. `lines` are the body's lines outside code blocks, each with its number in the file."""

    path: str
    front: Node
    headings: tuple[Heading, ...]
    lines: tuple[tuple[int, str], ...]

    def meta(self, key: str) -> str:
        """Return a front-matter value as text, or an empty string."""
        value = self.front.get(key) if isinstance(self.front, Mapping) else None
        return getattr(value, "value", "")

    @property
    def address(self) -> str:
        """Return the page's address below the site's root: `docs/law/index.md` is at `law/`."""
        inner = self.path.removeprefix("docs/").removesuffix(".md")
        inner = inner.removesuffix("index")
        return inner if inner == "" or inner.endswith("/") else f"{inner}/"


def parse(name: str, text: str) -> tuple[Page | None, list[Problem]]:
    """Read a page. Returns None where its front matter can't be read, and the problems."""
    rows = text.split("\n")
    if rows[0] != FENCE or FENCE not in rows[1:]:
        wrong = "The page has no front matter."
        cure = "Start the file with a line ---, then title, summary, audience, last_reviewed and review_due, then ---."
        return None, [Problem(name, 1, "", wrong, cure)]
    end = rows.index(FENCE, 1)
    front, problems = yaml_strict.parse(name, "\n".join(rows[1:end]), first_line=2)
    if front is None:
        return None, problems
    body = _outside_code(rows[end + 1 :], end + 2)
    headings = tuple(Heading(len(m[1]), m[2].strip(), n) for n, row in body if (m := HEADING.match(row)))
    return Page(name, front, headings, body), problems


def _outside_code(rows: list[str], first: int) -> tuple[tuple[int, str], ...]:
    kept: list[tuple[int, str]] = []
    fence = ""
    for number, row in enumerate(rows, first):
        mark = CODE_FENCE.match(row)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
            continue
        if mark:
            fence = mark[1]
            continue
        kept.append((number, row))
    return tuple(kept)
