"""A paper of data/documents/ as a document, filled in for one version, one day and, in a copy, one council."""

import hashlib
import itertools
from collections.abc import Iterator

from accord.commitment.text import Version
from accord.files.days import day
from accord.guidance.elements import Named
from accord.paper.blocks import Blank, Block, Document, Form, Heading, Listing, Note, PageBreak, Paragraph, Run, Table
from accord.paper.words import Filler
from accord.project.element import Element
from accord.register.pages.inserts import INSERTS
from accord.register.published import Published

WIDTHS = {2: (38, 62), 3: (35, 25, 40)}  # per cent, by the number of columns


def document(g: Published, paper: Named, version: Version) -> Document:
    """Return a paper filled in. What we do not know stands in brackets."""
    filler = Filler(g, fills(g, version))
    numbers = itertools.count(1)
    blocks = tuple(
        block
        for section in paper.sections
        for block in _section(filler, paper, section, version, f"{next(numbers)}." if section.numbered else "")
    )
    title = filler.plain(paper.title)
    as_of = g.as_of.isoformat()
    key = hashlib.sha256(f"{paper.name} {version.digest} {as_of} {g.site.name}".encode()).hexdigest()
    return Document(
        name=paper.name,
        title=title,
        subject=filler.plain(paper.summary),
        author=g.site.name,
        date=as_of,
        identifier=f"urn:sha256:{key}",
        blocks=blocks,
        over=g.local.site.council if g.local else "",
        summary=filler.plain(paper.summary),
        foot=(filler.plain(paper.foot), version.digest),
        notice=g.site.notice,
    )


def fills(g: Published, version: Version) -> dict[str, str]:
    """Return the words of each of words.FILLS."""
    site = g.local.site if g.local else None
    return {
        "address": f"{g.site.address.rstrip('/')}/" if g.site.address else "[the site’s address]/",
        "as-of": day(g.as_of),
        "contact": site.contact if site else "",
        "council": site.council if site else "[name of the organisation]",
        "digest": version.digest,
        "released": day(version.released),
        "version": version.number,
    }


def _section(
    filler: Filler[Published], paper: Named, section: Element, version: Version, number: str
) -> Iterator[Block]:
    """Yield a section. Where it has a number such as "2.", so have its paragraphs, such as "2.1"."""
    if section.new_page:
        yield PageBreak()
    yield Heading(1, f"{number} {filler.plain(section.heading)}".strip())
    count = itertools.count(1)
    for part in section.parts:
        if part.insert:
            yield from INSERTS[part.insert](filler, paper, version)
        for text in part.text:
            yield Paragraph((*([Run(f"{number}{next(count)} ")] if number else []), *filler.runs(text)))
        yield from _part(filler, part)


def _part(filler: Filler[Published], part: Element) -> Iterator[Block]:
    """Yield the one piece that a part is, other than text."""
    if part.subheading:
        yield Heading(2, filler.plain(part.subheading))
    if part.bullets:
        yield Listing(tuple(filler.runs(text) for text in part.bullets))
    if part.numbers:
        yield Listing(tuple(filler.runs(text) for text in part.numbers), numbered=True)
    if part.note:
        yield Note(filler.plain(part.note.title), tuple(filler.runs(text) for text in part.note.text))
    if part.table:
        yield _table(filler, part.table)
    if part.form:
        yield Form(filler.plain(part.form.caption), tuple(_blank(filler, field) for field in part.form.fields))


def _table(filler: Filler[Published], words: Element) -> Table:
    rows = tuple(tuple(filler.runs(cell) for cell in row) for row in words.rows)
    return Table(filler.plain(words.caption), words.head, rows, WIDTHS[len(words.head)], tall=2)


def _blank(filler: Filler[Published], field: Element) -> Blank:
    known = filler.fills[field.fill] if field.fill else ""
    return Blank(field.label, field.hint, int(field.lines or 1), "" if known.startswith("[") else known)
