"""Pages that no file of docs/ stands for, as Markdown for MkDocs: one for each context and each practice."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from accord.project.page import Page
from accord.site.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page's place below docs/, the file that its words are in, the page that it belongs under, and its Markdown."""

    place: str
    source: str
    under: str
    text: str


def made_pages(workspace: Workspace) -> Iterator[MadePage]:
    """Yield every page that is made of the data, each after the page that it belongs under."""
    pages = {page.address: page for page in workspace.project.pages}
    g = workspace.guidance
    for context in g.contexts:
        address, call = g.entries[context.id].address, f'{{{{ context("{context.id}") }}}}'
        yield _page(pages["should-we/"], address, context.path, g.plain(context.label), call)
    for stage in g.stages:
        under = pages[g.entries[stage.id].page]
        for practice in stage.practices:
            address = g.entries[practice.id].address
            yield _page(under, address, stage.path, g.plain(practice.title), f'{{{{ practice("{practice.id}") }}}}')


def _page(under: Page, address: str, source: str, title: str, call: str) -> MadePage:
    """Return a page that one macro fills. It was reviewed when the page above it was."""
    dates = {name: under.meta(name) for name in ("last_reviewed", "review_due")}
    front = {"title": title, **dates, "render_macros": True}
    rows = ("---", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()), "---", call)
    return MadePage(f"{address.removesuffix('/')}.md", source, under.path.removeprefix("docs/"), "\n".join(rows) + "\n")
