"""What a letter says of rights and asks of a council stands on a page of the site, word for word, with its sources.

A family that sends the letter quotes us. The letter therefore claims nothing that the site does not say and cite.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from accord.files.nodes import Path, field
from accord.files.problem import Problem, clipped, shown
from accord.project.ids import MARK
from accord.project.inputs import Inputs
from accord.project.page import Page
from accord.project.reading import Document
from accord.project.rules.sentences import LINK

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield words of data/letter.yml that stand on no page, and sources that no page with the words cites."""
    project = inputs.project
    if project.unread:
        return  # the page may be one that could not be read
    pages = {page.path: _plain(" ".join(row for _, row in page.lines)) for page in project.pages}
    cited = {page.path: set(_marks(page)) for page in project.pages}
    for document in project.of_kind("letter"):
        places = _places(inputs, document, pages)
        for path, (line, text, found) in places.items():
            if not found:
                wrong = f"The words {shown(text)} stand on no page of the site."
                cure = "Write what docs/families/ or docs/law/ says, word for word, or put it there first."
                yield Problem(document.path, line, field(path), wrong, cure)
        for path, scalar, _ in project.scalars[document.path]:
            if len(path) != 4 or path[2] != "sources":
                continue
            beside = [found for other, (_, _, found) in places.items() if other[:2] == path[:2] and found]
            if beside and not any(scalar.value in cited[name] for found in beside for name in found):
                wrong = f"No page with these words cites {shown(scalar.value)}."
                cure = f"Cite it there with [[{clipped(scalar.value)}]], or name the source that the page cites."
                yield Problem(document.path, scalar.line, field(path), wrong, cure)


def _places(inputs: Inputs, document: Document, pages: dict[str, str]) -> dict[Path, tuple[int, str, list[str]]]:
    """Return, for each value that has to stand on a page, its line, its text and the pages that have it."""
    return {
        path: (scalar.line, scalar.value, [name for name, text in pages.items() if _plain(scalar.value) in text])
        for path, scalar, schema in inputs.project.scalars[document.path]
        if schema.get("x-stands") == "page"
    }


@lru_cache(maxsize=1024)  # in a preview, nearly all pages stay as they were
def _plain(text: str) -> str:
    """Return the words alone, in small letters, with a space at each end: no word is found inside another."""
    words = LINK.sub(r"\1", MARK.sub(lambda mark: mark[2] or "", text)).replace("’", "'")
    return f" {' '.join(WORD.findall(words.lower()))} "


def _marks(page: Page) -> Iterator[str]:
    for _, row in page.lines:
        yield from (mark[1] for mark in MARK.finditer(row))
