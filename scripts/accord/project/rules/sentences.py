"""No sentence is longer than 25 words (GOV.UK style: "Sentence length", content design guidance)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from accord.files.nodes import field
from accord.files.problem import Problem, clipped
from accord.files.schema import is_words
from accord.project.ids import MARK
from accord.project.inputs import Inputs
from accord.project.page import Page
from accord.project.reading import LOCALS

LONGEST = 25  # words
# A full stop inside "e.g." or "s.149" ends nothing; a colon or semicolon does not end a sentence either.
END = re.compile(r"(?<![.\s][a-z])(?<!\bNo)(?<!\bv)[.!?…][\"”’)]*(?=\s|$)")
BLOCK = re.compile(r"^\s*(?:$|#|[-*+] |\d+[.)] |\||>|!!!|:|\[\^|\{)")
LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
WORD = re.compile(r"[^\W_]+(?:[’'.,/&-][^\W_]+)*")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield sentences of more than 25 words, in data and on pages."""
    project = inputs.project
    for document in project.documents:
        if document.kind in {"source", *LOCALS.values()}:
            continue  # publications' titles and a council's words are not ours to shorten; `says` is held to it below
        for path, scalar, schema in project.scalars[document.path]:
            if is_words(schema):
                yield from _long(document.path, scalar.line, field(path), scalar.value)
    for document in project.of_kind("source"):
        for path, scalar, _ in project.scalars[document.path]:
            if path and path[0] in {"says", "read"}:
                yield from _long(document.path, scalar.line, field(path), scalar.value)
    for page in project.pages:
        for line, paragraph in paragraphs(page):
            yield from _long(page.path, line, "", paragraph)


def paragraphs(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each paragraph, list item and table cell of a page with its first line."""
    held: list[str] = []
    first = 0
    for number, row in page.lines:
        if BLOCK.match(row):
            if held:
                yield first, " ".join(held)
            held = []
            if row.lstrip().startswith("|"):
                yield from ((number, cell) for cell in row.strip().strip("|").split("|"))
                continue
        if row.strip():
            first = first if held else number
            held.append(row.strip())
    if held:
        yield first, " ".join(held)


def _long(name: str, line: int, where: str, text: str) -> Iterator[Problem]:
    for start, words in _too_long(text):
        wrong = f'The sentence that starts "{start} …" has {words} words.'
        yield Problem(name, line, where, wrong, f"Make two of it; {LONGEST} is the most.")


@lru_cache(maxsize=16_384)  # a preview judges all texts at each change, and nearly all of them stay
def _too_long(text: str) -> tuple[tuple[str, int], ...]:
    """Return the start of each sentence that is too long, and its number of words."""
    if len(WORD.findall(text)) <= LONGEST:
        return ()  # the whole is no longer than a sentence may be: most texts are not
    words = MARK.sub(lambda mark: mark[2] or "", text)
    sentences = (WORD.findall(sentence) for sentence in END.split(LINK.sub(r"\1", words)))
    return tuple((clipped(" ".join(found[:5])), len(found)) for found in sentences if len(found) > LONGEST)
