"""House words: we speak of people as people, and say things plainly (GOV.UK style guide, "Words to avoid")."""

import re
from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.files.schema import is_words
from accord.project.inputs import Inputs
from accord.project.reading import LOCALS

INSTEAD = {
    "service user": "child, parent, carer or family",
    "troubled famil": "family, and what they asked for",
    "vulnerable famil": "family, and what the risk is",
    "hard to reach": "people whom we have not reached",
    "leverag": "use",
    "utilis": "use",
    "holistic": "whole, or leave it out",
    "going forward": "from now on, or leave it out",
    "deep dive": "close look",
    "cutting-edge": "new",
    "state-of-the-art": "new",
    "empower users": "say what people can do",
    "in order to": "to",
}
# The start of a word is enough, but for "to", which starts many.
PATTERN = re.compile("|".join(rf"\b{re.escape(w)}{'' if w.endswith(' to') else '[a-z]*'}\b" for w in INSTEAD), re.I)


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield words that speak of people as cases, and words that say nothing."""
    project = inputs.project
    for document in project.documents:
        if document.kind in {"source", "search", *LOCALS.values()}:
            continue  # publications' titles, the words that readers type, and a council's own words are not ours
        for path, scalar, schema in project.scalars[document.path]:
            if is_words(schema) and path[0] not in {"aliases", "quote"}:
                yield from _found(document.path, scalar.line, field(path), scalar.value)
    for page in project.pages:
        for line, row in page.lines:
            yield from _found(page.path, line, "", row)


def _found(name: str, line: int, where: str, text: str) -> Iterator[Problem]:
    folded = text.casefold()
    if not any(word in folded for word in INSTEAD):
        return  # far quicker than the pattern, and nearly always enough
    for found in PATTERN.finditer(text):
        better = next(better for word, better in INSTEAD.items() if found[0].lower().startswith(word))
        yield Problem(name, line, where, f"We do not write {shown(found[0])}.", f"Say: {better}.")
