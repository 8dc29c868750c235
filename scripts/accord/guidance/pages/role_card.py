"""A role's card as one side of A5: the same words as its page, in its order."""

from collections.abc import Iterator
from dataclasses import replace

from accord.guidance.about import at, day, identifier, name_version
from accord.guidance.elements import Card
from accord.guidance.guidance import Guidance
from accord.guidance.pages.cards import HEADING, place, serves
from accord.paper.blocks import Block, Document, Heading, Listing, Note, Paragraph, Run, Runs
from accord.paper.prose import Prose

LARGE = 2  # lines to know first that are shown large, here and in rolecard.css; a third says what is law in them
PREFIX = "card-"  # of a document's name; the role's id follows
AUDIENCE = "People who want the card on paper: the PDF is one side of A5. The other files are for your own changes."


def title(g: Guidance, card: Card) -> str:
    return f"Card: {g.entries[card.role].label}"


def document(g: Guidance, card: Card) -> Document:
    """Return a card as a document."""
    name = f"{PREFIX}{card.role}"
    blocks = tuple(_blocks(g, card))
    return Document(
        name=name,
        title=HEADING,
        subject=f"{title(g, card)}. {card.when}",
        author=g.site.name,
        date=day(g),
        identifier=identifier(name, g, blocks),
        blocks=blocks,
        over=card.label,
        summary=card.when,
        foot=(f"{name_version(g)}. CC BY 4.0", at(g, place(card))),
        notice=g.site.notice,
        paper="a5",
    )


def _blocks(g: Guidance, card: Card) -> Iterator[Block]:
    prose = Prose(g, lambda _: "")  # paper has no links
    for number, item in enumerate(card.know):
        yield Paragraph(tuple(replace(run, bold=number < LARGE) for run in prose.runs(item.text)))
    yield Heading(1, "Stop and ask")
    yield Listing(tuple(prose.runs(item.text) for item in card.ask), numbered=True)
    yield Heading(1, "Write down")
    yield Listing(tuple(prose.runs(item.text) for item in card.write))
    yield Heading(1, "Say to the family")
    yield Listing(tuple(prose.runs(item.text) for item in card.say))
    yield Note("Stop if …", tuple(prose.runs(g.entries[name].label) for name in card.stop))
    yield Heading(1, "Go to")
    yield Listing(tuple(_line(prose, g.entries[to.role].label, to.text) for to in card.go))
    yield Heading(1, "What to do at each stage")
    yield Listing(tuple(_stages(g, prose, card)))
    if numbers := ", ".join(rec.order for rec in serves(g, card)):
        yield Paragraph((Run(f"Recommendations: {numbers}."),), "small")


def _stages(g: Guidance, prose: Prose, card: Card) -> Iterator[Runs]:
    for stage in g.stages:
        for line in card.stages:
            if line.item in stage.ids:
                yield _line(prose, stage.label, line.text)


def _line(prose: Prose, head: str, text: str) -> Runs:
    return (Run(f"{head}: ", bold=True), *prose.runs(text))
