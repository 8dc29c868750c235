"""A version of the Commitment as blocks and as a document: its words to the letter, in their order."""

from collections.abc import Iterator
from itertools import groupby
from typing import cast

from accord.commitment.pages.text import MARKS
from accord.commitment.text import Text, Version
from accord.files.days import day
from accord.guidance import credit
from accord.paper.blocks import Block, Document, Heading, Level, Listing, Note, Paragraph, Run, Runs
from accord.register.pages.words import AMENDMENT
from accord.register.published import Published

LISTS = {"bullet": False, "number": True}


def blocks(text: Text, below: int) -> Iterator[Block]:
    """Yield the text's blocks. Its title is a heading of the level `below`."""
    for kind, group in groupby(text.blocks, key=lambda block: block.kind):
        if kind in LISTS:
            yield Listing(tuple(inline(block.words) for block in group), LISTS[kind])
            continue
        for block in group:
            if kind == "paragraph":
                yield Paragraph(inline(block.words), "clause" if block.clause else "body")
            else:
                yield Heading(cast(Level, min(block.level - 1 + below, 3)), block.words)


def inline(words: str) -> Runs:
    """Return a block's words, with bold and italic as written."""
    runs: list[Run] = []
    end = 0
    for mark in MARKS.finditer(words):
        runs += [
            Run(words[end : mark.start()]),
            Run(mark[mark.lastgroup or 0], mark.lastgroup == "strong", mark.lastgroup == "em"),
        ]
        end = mark.end()
    runs.append(Run(words[end:]))
    return tuple(run for run in runs if run.text)


def document(g: Published, version: Version) -> Document:
    """Return a version as a document of its own."""
    address = g.site.address.rstrip("/")
    place = f"{address}/commitment/{version.number}/" if address else ""
    facts = (
        (Run(f"Version {version.number}, released on {day(version.released)} ({AMENDMENT[version.amendment]})."),),
        (Run("Digest of the text: "), Run(version.digest, code=True)),
        (Run("From its title on, what follows is the text itself, and nothing else."),),
        *(((Run(place, link=place),),) if place else ()),
    )
    end = Paragraph((Run(f"Here the text of version {version.number} ends."),), "small")
    return Document(
        name=f"commitment-{version.number}",
        title=f"The Commitment, version {version.number}",
        subject=f"The exact words of version {version.number}, released on {day(version.released)}. {version.digest}",
        author=g.site.name,
        date=version.released.isoformat(),
        identifier=f"urn:{version.digest}",
        blocks=(
            Note("What this is", facts),
            *blocks(version.text, 1),
            end,
            credit.ours(g, f"Commitment {version.number}"),
        ),
        foot=(f"{version.text.title}, version {version.number}", version.digest),
        notice=g.site.notice,
    )
