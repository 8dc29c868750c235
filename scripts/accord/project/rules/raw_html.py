"""Pages are Markdown without HTML: what HTML can do, it can do to a reader's browser too."""

import re
from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs
from accord.project.page import ANCHOR, LIKE_FENCE, without_code

# Addresses in pointed brackets, <https://…>, are Markdown. A tag's end is not awaited: it may be on the next line.
TAG = re.compile(r"<(?!https://[^\s<>]+>)[a-zA-Z/!?][\w-]*|&(?:#\w*|[a-zA-Z]\w*);")
SCRIPT = re.compile(r"\b(?:javascript|vbscript) *:|\bdata:(?:\w+/|[,;])", re.IGNORECASE)
ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%#])")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield HTML tags, entities, script addresses and attribute lists on pages, outside code."""
    for page in inputs.project.pages:
        for line, row in page.lines:
            for wrong, cure in _in(without_code(row)):
                yield Problem(page.path, line, "", wrong, cure)


def _in(row: str) -> Iterator[tuple[str, str]]:
    if "`" in row and not LIKE_FENCE.match(row):  # of a code block that is none, the reader speaks
        wrong = "A backtick has no partner on its line, or two stand together."
        yield wrong, "Write code between two single backticks on one line."
    if found := TAG.search(row):
        wrong = f"The line holds {shown(found[0])}, which is HTML."
        yield wrong, "Delete it, or write it in Markdown or as a block from data."
    if found := SCRIPT.search(row):
        wrong = f"The line holds {shown(found[0])}, which a browser may run."
        yield wrong, "Link to a page, or to an address that starts with https://."
    if ATTRIBUTES.search(ANCHOR.sub("", row) if row.startswith("#") else row):
        wrong = "The line holds a brace, which starts an attribute list."
        yield wrong, "Delete it; only { #anchor } at the end of a heading is allowed."
