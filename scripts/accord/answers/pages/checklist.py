"""A stage of the lifecycle as a checklist on paper: what to do, how far it is, and where the evidence is."""

from collections.abc import Iterator

from accord.answers.states import STATES
from accord.guidance import credit
from accord.guidance.about import at, day, identifier, name_version
from accord.guidance.asked import PRACTICE
from accord.guidance.elements import Stage
from accord.guidance.guidance import Guidance
from accord.pages.view import FORCE
from accord.paper.blocks import (
    Blank,
    Block,
    Document,
    Form,
    Heading,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
)
from accord.paper.prose import Prose, on_site
from accord.project.element import Element

PREFIX = "checklist-"  # of a document's name; the stage's id follows
AUDIENCE = "Teams that work through a stage on paper, or in a file of their own."
BOX = "☐"
REASON = {"must": "the law", "should": "good practice", "could": "an option"}
CAUTION = "Never write details of a child, a family or a named worker here. Name an office, never a person."
ABOUT = "There is no score. “Not yet” is a good answer when it is true. “Do not build it” is always a real answer."


def title(stage: Stage) -> str:
    return f"Checklist: {stage.label}"


def document(g: Guidance, stage: Stage) -> Document:
    """Return a stage's practices as a form, with the signs to stop and where to find the reasons."""
    name = f"{PREFIX}{stage.id}"
    blocks = tuple(_blocks(g, stage))
    return Document(
        name=name,
        title=title(stage),
        subject=stage.summary,
        author=g.site.name,
        date=day(g),
        identifier=identifier(name, g, blocks),
        blocks=blocks,
        over=g.local.site.council if g.local else "",
        summary=stage.summary,
        foot=(f"{title(stage)}. {name_version(g)}", at(g, g.entries[stage.id].page)),
        notice=g.site.notice,
    )


def _blocks(g: Guidance, stage: Stage) -> Iterator[Block]:
    prose = Prose(g, on_site(g))
    page = at(g, g.entries[stage.id].page)
    linked = Run(page, link=page if g.site.address else "")
    where = (Run("The reasons, and what happened elsewhere: "), linked)
    yield Note("Before you write", ((Run(CAUTION),), (Run(ABOUT),), (Run(f"{name_version(g)}."),), where))
    blanks = (
        Blank("Project"),
        Blank("Organisation", value=g.local.site.council if g.local else ""),
        Blank("Office that fills this in"),
        Blank("Date"),
    )
    yield Form("About the project", blanks)
    yield Heading(1, "Stop here if …")
    yield Paragraph((Run("One of these is enough to stop and think again."),))
    yield Listing(tuple(prose.runs(sign.text) for sign in stage.stop))
    for number, practice in enumerate(stage.practices, 1):
        yield PageBreak()
        yield from _practice(prose, number, practice)
    yield Heading(1, "What we decided")
    yield Form("After this stage", (Blank("Go on, wait or stop, and why", lines=4), Blank("Office"), Blank("Date")))
    if (sources := credit.sources(g, _prose(stage))).items:
        yield Heading(1, "Sources")
        yield sources
    yield credit.ours(g, f"version {g.release.name}")


def _prose(stage: Stage) -> Iterator[str]:
    """Yield all that the checklist shows and that can cite a publication."""
    yield from (sign.text for sign in stage.stop)
    for practice in stage.practices:
        yield from (*(f"[[{name}]]" for name in practice.law), *practice.steps, *practice.evidence)


def _practice(prose: Prose, number: int, practice: Element) -> Iterator[Block]:
    yield Heading(1, f"{number}. {practice.title}")
    yield Paragraph(_force(prose, practice))
    yield Paragraph((Run("Do this:", bold=True),))
    yield Listing(tuple(prose.runs(step) for step in practice.steps), numbered=True)
    yield Paragraph((Run("Keep as evidence:", bold=True),))
    yield Listing(tuple(prose.runs(piece) for piece in practice.evidence))
    states = tuple(STATES[PRACTICE].values())
    row = ((Run("Mark one"),), *((Run(BOX),) for _ in states))
    yield Table(f"{number}. How far are you?", ("Your answer", *states), (row,), (20,) * 5)
    blanks = (
        Blank("What you did, or why not", lines=4),
        Blank("Where the evidence is", lines=2),
        Blank("Who does it", "An office, never a person’s name."),
        Blank("Date"),
    )
    yield Form(f"{number}. Notes", blanks)


def _force(prose: Prose, practice: Element) -> Runs:
    law = tuple(run for name in practice.law for run in (Run(" "), *prose.mark(name, "")))
    return (Run(f"{FORCE[practice.force]}: ", bold=True), Run(f"{REASON[practice.force]}."), *law)
