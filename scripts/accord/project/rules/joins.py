"""Words fit where they are joined: no stop after a stop, and no citation in brackets where a noun is needed."""

import re
from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.files.schema import is_words
from accord.project.ids import MARK
from accord.project.inputs import Inputs
from accord.project.page import without_code
from accord.project.reading import LOCALS

STOPS = re.compile(r"[.?!][;:,](?=\s|$)|(?<![./])\.\.(?![./])|[?!]\.(?=\s|$)|;\.|,\.(?!\w)")
SHORT = re.compile(r"\b(?:[A-Z]|e\.g|i\.e|etc|al|no|vs|St)\.$", re.I)
# "The [[atrs]] is open" is read as "The (GOV.UK on the ATRS) is open".
BEFORE = re.compile(r"(?:\b(the|an?|in|of|by|with|from)\s+|\()$", re.I)


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield punctuation that meets other punctuation, and citations that are used as nouns."""
    project = inputs.project
    sources = frozenset(document.stem for document in project.of_kind("source"))
    for document in project.documents:
        if document.kind in {"authorities", *LOCALS.values()}:
            continue  # what is sealed stays as it is, and a council's own words are not ours
        for path, scalar, schema in project.scalars[document.path]:
            if is_words(schema) and path[0] not in {"aliases", "quote"}:
                for wrong, cure in _found(scalar.value, sources):
                    yield Problem(document.path, scalar.line, field(path), wrong, cure)
    for page in project.pages:
        for line, row in page.lines:
            for wrong, cure in _found(without_code(row), sources):
                yield Problem(page.path, line, "", wrong, cure)


def _found(text: str, sources: frozenset[str]) -> Iterator[tuple[str, str]]:
    for mark in MARK.finditer(text) if "[[" in text else ():
        before = BEFORE.search(text, 0, mark.start())
        if before and mark[2] is None and mark[1] in sources:
            wrong = f"The citation {shown(before[0] + mark[0])} is used as a noun."
            yield wrong, f"It is shown in brackets. Write [[{mark[1]}|words]], or put it at the end of the sentence."
    for stops in STOPS.finditer(text):
        if not SHORT.search(text, 0, stops.start() + 1):
            yield f"The signs {shown(stops[0])} meet.", "Keep the one that is meant."
