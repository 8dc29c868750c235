"""Pages that no file of docs/ stands for, as Markdown for MkDocs: one for each context, practice and promise."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from accord.project.page import Page
from accord.site.workspace import Workspace

GUIDANCE = "data/guidance.yml"


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
    for moved in (each for each in g.release.moved if "#" not in each.old):
        to = "../" * moved.old.count("/") + moved.new
        title = f"This page has moved: {moved.old}"  # so that tabs and lists tell two of them apart
        yield _page(pages[""], moved.old, GUIDANCE, title, f"# {title}", searched=False, moved=to)
    for stage in g.stages:
        under = pages[g.entries[stage.id].page]
        for practice in stage.practices:
            address = g.entries[practice.id].address
            yield _page(under, address, stage.path, g.plain(practice.title), f'{{{{ practice("{practice.id}") }}}}')
    for each in g.crosswalks:
        address, call = g.entries[each.id].address, f'{{{{ crosswalk("{each.id}") }}}}'
        yield _page(pages["toolkit/crosswalks/"], address, each.path, each.label, call)
    for name in g.promises:
        if words := g.clause_words.get(name):
            call = f'{{{{ promise("{name}") }}}}'
            yield _page(pages["commitment/"], g.entries[name].address, words.path, words.label, call, searched=False)


def _page(
    under: Page, address: str, source: str, title: str, call: str, searched: bool = True, moved: str = ""
) -> MadePage:
    """Return a page that one macro fills, reviewed when the page above it was.

    One that is not `searched` is left out of the theme's index: search/clauses.json has each promise by itself.
    """
    dates = {name: under.meta(name) for name in ("last_reviewed", "review_due")}
    title = title.replace("{", "(").replace("}", ")")  # the plug-in for macros runs a title that holds braces
    front = {"title": title, **dates, **({"moved": moved} if moved else {"render_macros": True})}
    front |= {} if searched else {"search": {"exclude": True}}
    rows = ("---", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()), "---", call)
    return MadePage(f"{address.removesuffix('/')}.md", source, under.path.removeprefix("docs/"), "\n".join(rows) + "\n")
