"""The documents that practices come with: those of each stage by force, and how many the law wants before use."""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.guidance.guidance import Guidance
from accord.pages.templating import render
from accord.pages.view import FORCE
from accord.project.element import Element


@dataclass(frozen=True, slots=True)
class Kept:
    """A stage's practices of one force, and the number of their documents."""

    force: str
    practices: tuple[Element, ...]
    number: int


def stage_documents(g: Guidance, base: str, _: str) -> str:
    """Return the documents of every stage, each with the office that signs it."""
    return render("stage_documents.html", g, base, kept_in=kept_in)


def documents_before_use(g: Guidance, base: str, _: str) -> str:
    """Return how many documents the law wants of each stage before the tool is in use."""
    numbers = [(stage, kept.number) for stage in g.before_use for kept in kept_in(stage) if kept.force == "must"]
    return render("documents_before_use.html", g, base, numbers=numbers, total=sum(number for _, number in numbers))


def kept_in(stage: Element) -> Iterator[Kept]:
    """Yield what a stage's practices keep, by force. A force that none of them has is left out."""
    for force in FORCE:
        if practices := tuple(each for each in stage.practices if each.force == force):
            yield Kept(force, practices, sum(len(each.evidence) for each in practices))
