"""House words and British spelling: people are people, things are plain (GOV.UK style guide, "Words to avoid")."""

import re
from collections.abc import Iterator

from accord.files.messages import table
from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.files.schema import is_words
from accord.project.inputs import Inputs
from accord.project.page import without_code
from accord.project.reading import LOCALS

TABLE = table(__file__)
INSTEAD: dict[str, str] = TABLE["instead"]
SPELLING: dict[str, str] = TABLE["spelling"]  # American forms, and slips, by how the word starts: British English
# The start of a word is enough, but for "to", which starts many.
PATTERN = re.compile(
    "|".join(rf"\b{re.escape(w)}{'' if w.endswith(' to') else '[a-z]*'}\b" for w in (*INSTEAD, *SPELLING)), re.I
)


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield words that speak of people as cases, words that say nothing, and words that are spelt otherwise."""
    project = inputs.project
    for document in project.documents:
        if document.kind in {"source", "search", *LOCALS.values()}:
            continue  # publications' titles, the words that readers type, and a council's own words are not ours
        for path, scalar, schema in project.scalars[document.path]:
            if is_words(schema) and path[0] not in {"aliases", "quote"}:
                yield from _found(document.path, scalar.line, field(path), scalar.value)
    for page in project.pages:
        for line, row in page.lines:
            yield from _found(page.path, line, "", "" if row.startswith(">") else without_code(row))


def _found(name: str, line: int, where: str, text: str) -> Iterator[Problem]:
    folded = text.casefold()
    if not any(word in folded for word in (*INSTEAD, *SPELLING)):
        return  # far quicker than the pattern, and nearly always enough
    for found in PATTERN.finditer(text):
        word = next(word for word in (*INSTEAD, *SPELLING) if found[0].lower().startswith(word))
        if word in INSTEAD:
            yield Problem(name, line, where, f"We do not write {shown(found[0])}.", f"Say: {INSTEAD[word]}.")
        elif found[0].islower() or text[: found.start()].rstrip()[-1:] in {"", ".", "?", "!"}:  # no name of somebody's
            wrong, cure = f"{shown(found[0])} is not how we spell it.", SPELLING[word] + found[0][len(word) :].lower()
            yield Problem(name, line, where, wrong, f"Write {shown(cure)}.")
