"""What the guidance asks: every question, practice, recommendation and supplier's question, and the words it asks in.

The one place where "the words asked" are defined. Their digest is what an answer remembers, so that an answer given to
other words is found, whoever changed them and whenever.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accord.project.element import Element
from accord.project.ids import Label, plainly

QUESTION, PRACTICE, RECOMMENDATION, SUPPLIER = "question", "practice", "recommendation", "supplier"
KINDS = (QUESTION, PRACTICE, RECOMMENDATION, SUPPLIER)
KIND_WORDS = {
    QUESTION: "a question",
    PRACTICE: "a practice",
    RECOMMENDATION: "a recommendation",
    SUPPLIER: "a question to a supplier",
}
FOR_SUPPLIER = "supplier-"  # what comes before the number in the id of a question to a supplier
DIGITS = 12  # hexadecimal digits of SHA-256: 48 bits, to notice a change and not to withstand an attack


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked. `words` are plain, a line for each part; `at` is the id that it stands under on the site."""

    id: str
    kind: str
    words: str
    label: str
    at: str

    @property
    def digest(self) -> str:
        return digest_words(self.words)


def digest_words(words: str) -> str:
    """Return the first digits of the SHA-256 (FIPS 180-4) of words in UTF-8."""
    return hashlib.sha256(words.encode()).hexdigest()[:DIGITS]


def questions(element: Element, label: Label) -> Iterator[Asked]:
    """Yield the questions of a tier, value, principle or context."""
    for question in element.questions:
        words = plainly(question.text, label)
        yield Asked(question.id, QUESTION, words, words, question.id)


def practices(stage: Element, label: Label) -> Iterator[Asked]:
    """Yield what a stage asks to be done: title, force and steps."""
    for practice in stage.practices:
        title = plainly(practice.title, label)
        words = _lines((title, practice.force, plainly(" ".join(practice.steps), label)))
        yield Asked(practice.id, PRACTICE, words, title, practice.id)


def recommendation(rec: Element, label: Label) -> Asked:
    """Return what a recommendation asks: its title and its summary."""
    title = plainly(rec.label, label)
    return Asked(rec.id, RECOMMENDATION, _lines((title, plainly(rec.summary, label))), title, rec.id)


def of_suppliers(listed: Element, label: Label) -> Iterator[Asked]:
    """Yield what is asked of a supplier: each question after its number, such as Q1, and the evidence to attach."""
    for group in listed.groups:
        for each in group.questions:
            text = f"{each.id.removeprefix(FOR_SUPPLIER).upper()} {plainly(each.text, label)}"
            yield Asked(each.id, SUPPLIER, _lines((text, plainly(each.evidence, label))), text, each.id)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)
