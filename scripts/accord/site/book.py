"""The whole guidance as one book: pages of docs/ as chapters, with what they call for, and links that stay within."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from accord.guidance.about import at, day, identifier, version
from accord.guidance.credit import LICENCE, review
from accord.guidance.guidance import Guidance
from accord.paper.blocks import Block, Contents, Document, Heading, Note, PageBreak, Run, Runs
from accord.paper.page import Reader
from accord.paper.prose import Link, Prose, on_site
from accord.project.page import Page, address_of
from accord.site.book_parts import LEFT_OUT, PARTS
from accord.site.chapters import in_chapters

NAME = "guidance"
TITLE = "The whole guidance as one book"
AUDIENCE = "Anyone who wants to read, search, print or quote the guidance away from this site."
ABOUT = (
    "These words are under Creative Commons Attribution 4.0. You can copy, change and sell them. "
    "Say where they came from, link to the licence and say what you changed."
)


def order(g: Guidance) -> tuple[str, ...]:
    """Return the addresses of the chapters, in their order."""
    stages = (f"lifecycle/{stage.id}/" for stage in g.stages)
    recommendations = (f"recommendations/{rec.order}/" for rec in g.recommendations)
    return (
        "should-we/",
        *(f"framework/{part}" for part in ("", "values/", "principles/", "virtues/", "roles/")),
        "lifecycle/", *stages,
        "recommendations/", *recommendations,
        "toolkit/before-you-buy/", "toolkit/stop-signs/",
        "evidence/", "law/", "generative-ai/", "families/", "glossary/", "sources/", "cite/",
    )  # fmt: skip


def document(g: Guidance, pages: Iterable[Page]) -> Document:
    """Return the guidance as one document."""
    known = {page.address: page for page in pages}
    chapters = [known[address] for address in order(g) if address in known]
    inner = tuple(_chapters(g, chapters))
    heads = tuple(block for block in inner if isinstance(block, Heading) and block.level == 1)
    blocks = (_front(g), Contents("Contents", heads), *inner)
    return Document(
        name=NAME,
        title=g.site.name,
        subject=f"{g.site.description} {version(g)}.",
        author=g.site.name,
        date=day(g),
        identifier=identifier(NAME, g, blocks),
        blocks=blocks,
        over=g.local.site.council if g.local else "",
        summary=g.site.description,
        foot=(f"{g.site.name}. {version(g)}", g.site.address),
        notice=g.site.notice,
    )


def anchor(address: str) -> str:
    """Return the anchor of a chapter within the book: `page-law` of `law/`."""
    return f"page-{address.strip('/').replace('/', '-')}"


def _front(g: Guidance) -> Note:
    cite = f"How to cite: the project’s contributors ({day(g)[:4]}). {g.site.name}: guidance and Commitment, "
    where = (Run(f"{cite}version {g.release.name}. "), Run(g.site.address, link=g.site.address))
    licence: Runs = (Run(f"{ABOUT} "), Run(LICENCE, link=LICENCE), *review(g))
    left = "Figures, forms and the register are on the site alone. The Commitment has a document of its own."
    return Note("About this book", ((Run(f"{version(g)}."),), where, licence, (Run(left),)))


def _chapters(g: Guidance, chapters: list[Page]) -> Iterator[Block]:
    addresses = {page.address for page in chapters}
    prose = Prose(g, _within(g, addresses))

    def macro(name: str, target: str) -> Iterator[Block]:
        return PARTS[name](g, prose, target)

    for page in chapters:
        yield PageBreak()
        reader = Reader(prose, macro, _away(g, page, addresses), LEFT_OUT)
        for block in reader.blocks(page, anchor(page.address)):
            # A source's "page" is its publisher's.
            yield block if page.address == "sources/" else in_chapters(block)


def _within(g: Guidance, addresses: set[str]) -> Link:
    """Return the way from an id to its place in the book, to its chapter, or to the site."""
    outside = on_site(g)
    elements = (*g.tiers, *g.values, *g.principles, *g.virtues, *g.contexts)
    heads = {*(element.id for element in elements), *g.practices, *g.source_by_id}
    heads |= {role.id for role in g.roles} | {term.id for term in g.terms}
    for stage in g.stages:
        heads |= {pitfall.id for pitfall in stage.pitfalls} | {case.id for case in stage.cases}

    def link(name: str) -> str:
        page = g.entries[name].page
        if page not in addresses:
            return outside(name)
        return f"#{name}" if name in heads else f"#{anchor(page)}"

    return link


def _away(g: Guidance, page: Page, addresses: set[str]) -> Link:
    """Return the way from a link as written on a page to a chapter, to the site, or as it stands."""

    def link(href: str) -> str:
        if href.startswith("https://"):
            return href
        path, _, part = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        address = address_of(target)
        if address in addresses:
            return f"#{anchor(address)}"
        return f"{at(g, address)}{f'#{part}' if part else ''}" if g.site.address else ""

    return link
