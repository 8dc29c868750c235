"""The whole guidance as one book: pages of the site as chapters (chapters.py), and what stands before them."""

from accord.guidance.about import day, identifier, name_version
from accord.guidance.credit import LICENCE, review
from accord.guidance.guidance import Guidance
from accord.paper.blocks import Contents, Document, Heading, Html, Note, Run, Runs
from accord.project.page import Page, parse
from accord.site import chapters
from accord.site.made_pages import made_pages
from accord.site.workspace import Workspace

NAME = "guidance"
TITLE = "The whole guidance as one book"
AUDIENCE = "Anyone who wants to read, search, print or quote the guidance away from this site."
ABOUT = (
    "These words are under Creative Commons Attribution 4.0. You can copy, change and sell them. "
    "Say where they came from, link to the licence and say what you changed."
)


def order(g: Guidance) -> tuple[str, ...]:
    """Return the addresses of the chapters, in their order. Each has the pages that are made under it as its parts."""
    stages = (f"lifecycle/{stage.id}/" for stage in g.stages)
    recommendations = (f"recommendations/{rec.order}/" for rec in g.recommendations)
    return (
        "should-we/",
        *(f"framework/{part}" for part in ("", "values/", "principles/", "virtues/", "roles/")),
        "lifecycle/", *stages,
        "recommendations/", *recommendations,
        "toolkit/before-you-buy/", "toolkit/stop-signs/", "toolkit/returns/",
        "evidence/", "law/", "generative-ai/", "generative-ai/other-tools/",
        "families/", "families/your-rights/", "families/not-happy/", "families/questions/", "young-people/",
        "glossary/", "sources/", "cite/",
    )  # fmt: skip


def document(workspace: Workspace) -> Document:
    """Return the guidance as one document."""
    g = workspace.guidance
    known = {page.address: page for page in workspace.project.pages}
    parts: dict[str, list[Page]] = {}
    for made in made_pages(workspace):
        page, _ = parse(f"docs/{made.place}", made.text)
        parts.setdefault(f"docs/{made.under}", []).extend([page] if page else [])
    own = [known[address] for address in order(g) if address in known]
    pages = [page for chapter in own for page in (chapter, *parts.get(chapter.path, ()))]
    heads = tuple(Heading(1, page.headings[0].words, chapters.anchor(page.address)) for page in own)
    blocks = (_front(g), Contents("Contents", heads), Html(chapters.html(workspace, pages)))
    return Document(
        name=NAME,
        title=g.site.name,
        subject=f"{g.site.description} {name_version(g)}.",
        author=g.site.name,
        date=day(g),
        identifier=identifier(NAME, g, blocks),
        blocks=blocks,
        over=g.local.site.council if g.local else "",
        summary=g.site.description,
        foot=(f"{g.site.name}. {name_version(g)}", g.site.address),
        notice=g.site.notice,
    )


def _front(g: Guidance) -> Note:
    cite = f"How to cite: the project’s contributors ({day(g)[:4]}). {g.site.name}: guidance and Commitment, "
    where = (Run(f"{cite}version {g.release.name}. "), Run(g.site.address, link=g.site.address))
    licence: Runs = (Run(f"{ABOUT} "), Run(LICENCE, link=LICENCE), *review(g))
    left = "Figures, forms and the register are on the site alone. The Commitment has a document of its own."
    return Note("About this book", ((Run(f"{name_version(g)}."),), where, licence, (Run(left),)))
