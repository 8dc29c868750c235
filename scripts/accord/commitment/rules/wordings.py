"""Each clause is explained in words that were written for its wording, and words for no wording at all are stale.

Plain words and words for young people are what most people read. They must never speak of a promise that has changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.commitment.folder import read_texts
from accord.commitment.rules.clauses import in_order
from accord.commitment.text import Clause
from accord.files.nodes import Mapping, Path, Scalar, Sequence, field
from accord.files.problem import Problem
from accord.project.inputs import Inputs
from accord.project.reading import Document


@dataclass(frozen=True, slots=True)
class Place:
    """A wording of a clause, in the newest text that has it."""

    path: str
    clause: Clause


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield clauses that nothing explains, and words that explain nothing. Texts that can't be read stop the search."""
    folder = read_texts(inputs.project)
    if any(file.text is None for file in (*folder.texts.values(), *([folder.draft] if folder.draft else []))):
        return
    wanted: dict[str, dict[str, Place]] = {}  # by clause, by digest; the newest last
    for path, text in in_order(folder):
        for clause in text.clauses:
            known = wanted.setdefault(clause.id, {})
            known.pop(clause.digest, None)
            known[clause.digest] = Place(path, clause)
    documents = {document.stem: document for document in inputs.project.of_kind("clause")}
    for name in sorted({*wanted, *documents}):
        if name in documents:
            yield from _judged(documents[name], wanted.get(name, {}))
        elif f"data/clauses/{name}.yml" not in inputs.project.unread:
            place = list(wanted[name].values())[-1]
            wrong = f"No words explain {place.clause.label}."
            cure = f"Write them in data/clauses/{name}.yml, for {place.clause.digest}."
            yield Problem(place.path, place.clause.line, "", wrong, cure)


def _judged(document: Document, wanted: dict[str, Place]) -> Iterator[Problem]:
    """Yield what is wrong with the wordings of one clause."""
    told = list(explained(document))
    missing = [place for sha, place in wanted.items() if sha not in {scalar.value for _, scalar in told}]
    stale = 0
    seen: set[str] = set()
    for path, scalar in told:
        if scalar.value in seen:
            yield Problem(document.path, scalar.line, field(path), "The same wording is explained twice.", "Keep one.")
        elif scalar.value not in wanted:
            stale += 1
            yield Problem(document.path, scalar.line, field(path), *_stale(document.stem, missing, bool(wanted)))
        seen.add(scalar.value)
    for place in missing if not stale else ():
        wrong = f"No words explain the wording of {place.clause.label} in {place.path}."
        cure = f"Read the clause, and add an entry at the top of the list for {place.clause.digest}."
        yield Problem(document.path, document.node.line, "wordings", wrong, cure)


def explained(document: Document) -> Iterator[tuple[Path, Scalar]]:
    """Yield the digests that a file of data/clauses/ explains, each with its place."""
    wordings = document.node.get("wordings") if isinstance(document.node, Mapping) else None
    for index, entry in enumerate(wordings.items if isinstance(wordings, Sequence) else ()):
        explains = entry.get("explains") if isinstance(entry, Mapping) else None
        if isinstance(explains, Scalar):
            yield ("wordings", index, "explains"), explains


def _stale(name: str, missing: list[Place], exists: bool) -> tuple[str, str]:
    if missing:
        place = missing[-1]
        wrong = f"These words are stale: they explain a wording of {place.clause.label} that no text has."
        where = f"{place.path}:{place.clause.line}"
        return wrong, f"Read {where} and these words anew; where they agree, write {place.clause.digest}."
    if exists:
        return "These words explain a wording that no text has.", "Delete the entry."
    return f"No text has a clause with the id {name}.", "Delete the file."
