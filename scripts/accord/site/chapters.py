"""Pages of the site as chapters of one document: the same HTML, without what only a screen can do.

The pages' Markdown goes through the same extensions, and their macros through the same templates, as on the site. What
is left of it is words: no script, form, button, picture, menu or link to edit them.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from markdown import Markdown

from accord.paper.blocks import typed
from accord.project.page import CALL, Page, address_of
from accord.site import held
from accord.site.macros import MACROS
from accord.site.marks import MarksExtension
from accord.site.page_parts import HEADED
from accord.site.workspace import Workspace

EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "tables", "toc")  # as in mkdocs.yml; a test compares
# Macros that draw, or offer what a reader of the document holds already: a section that calls one is left out.
LEFT_OUT = frozenset({"documents"})
NOT_ON_PAPER = {"button", "figure", "form", "img", "input", "nav", "script", "select", "style", "svg", "template"}
KEPT = {
    "a", "blockquote", "br", "caption", "code", "dd", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
    "ol", "p", "pre", "q", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
LOWEST = 3  # the level of heading that the smallest part has, and the last that our documents have a style for
ID = re.compile(r'"([a-z0-9-]+)"')
# On paper a page is a sheet, so that a page of the site is a chapter.
THIS_PAGE = re.compile(r"\b([Oo])n this page\b|\b([Tt]his) page\b")


def anchor(address: str) -> str:
    """Return the anchor of a chapter: `page-law` of `law/`."""
    return f"page-{address.strip('/').replace('/', '-')}"


def belongs_under(page: Page) -> bool:
    """Say whether a page is a part of the chapter before it: it is made of data, and a macro gives it its heading."""
    return not page.headings


def html(workspace: Workspace, pages: Sequence[Page]) -> str:
    """Return pages as one piece of HTML. Links between them stay within it; others lead to the site."""
    markdown = Markdown(extensions=[*EXTENSIONS, MarksExtension(find=lambda: workspace)], extension_configs=CONFIGS)
    chapters = {page.address for page in pages}
    return "\n".join(_chapter(workspace, markdown, page, chapters) for page in pages)


CONFIGS = {"tables": {"use_align_attribute": True}, "toc": {"permalink": False}}


def _chapter(workspace: Workspace, markdown: Markdown, page: Page, chapters: set[str]) -> str:
    base = "../" * page.address.count("/")

    def row(text: str) -> str:
        call = CALL.match(text)
        if not call:
            return text
        name = ID.search(text)
        return held.hold(MACROS[call[1]](workspace.guidance, base, name[1] if name else ""))

    rows = [row(text) for section in _sections(page) for text in section]
    made, _ = held.release(markdown.reset().convert("\n".join(rows)))
    words = _Words(page, _links(workspace, page, chapters), lower=belongs_under(page))
    words.feed(held.release_rest(made))
    words.close()
    return "".join(words.out)


def _sections(page: Page) -> Iterator[list[str]]:
    """Yield the lines of each section but those that call for what is left out. A heading of level 2 begins one."""
    sections: list[list[str]] = [[]]
    for _, row in sorted((*page.lines, *page.code)):
        if row.startswith("## "):
            sections.append([])
        sections[-1].append(row)
    for section in sections:
        if not any((call := CALL.match(row)) and call[1] in LEFT_OUT for row in section):
            yield section


def _links(workspace: Workspace, page: Page, chapters: set[str]) -> Callable[[str], str]:
    """Return the way from a link on a page to a chapter or to the site; empty where the site has no address yet."""
    root = workspace.guidance.site.address.rstrip("/")

    def link(href: str) -> str:
        if urlsplit(href).scheme:
            return href if href.startswith("https://") else ""
        path, _, place = href.partition("#")
        if path.endswith(".md"):
            near = posixpath.join(posixpath.dirname(page.path), path)
            address = address_of(f"docs{path}" if path.startswith("/") else posixpath.normpath(near))
        else:
            joined = posixpath.normpath(posixpath.join(f"/{page.address}", path)) if path else page.address
            address = f"{joined.strip('/')}/".removeprefix("/")
        if address in chapters:
            return f"#{anchor(address)}--{place}" if place else f"#{anchor(address)}"
        return f"{root}/{address}{f'#{place}' if place else ''}" if root else ""

    return link


class _Words(HTMLParser):
    """Copies the words of a page and the elements of KEPT. Every id begins with the chapter's anchor.

    What a screen folds is open, and its summary is a heading. `lower` moves every heading down by one level.
    """

    def __init__(self, page: Page, link: Callable[[str], str], lower: bool) -> None:
        super().__init__()
        self.lower = lower
        self.anchor = anchor(page.address)
        self.link = link
        self.sources = page.address == "sources/"  # there "page" is a publisher's
        self.out: list[str] = []
        self.open: list[str] = []  # what closes each element that is open, or an empty string
        self.skipped = 0  # elements that are open within one that is left out, and that one
        self.ids: list[str] = []  # of elements that are not copied, or cannot carry one: they go to the next words

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Copy an element, open it without a trace, or begin to leave out."""
        given = {name: value or "" for name, value in attrs}
        if self.skipped or tag in NOT_ON_PAPER or "data-search-exclude" in given:
            self.skipped += tag not in VOID
            return
        name, close = given.get("id", ""), ""
        tag = self._lowered("div" if given.get("class") == HEADED else tag)
        if tag == ("h2" if self.lower else "h1") and not self.out:
            self.out.append(f'<{tag} id="{self.anchor}">')
            close = f"</{tag}>"
        elif tag in KEPT:
            close = self._copy(tag, given)
        elif given.get("class") == "aliases":
            self.out.append("(")
            close = ")"
        elif "admonition" in given.get("class", "").split():
            self.out.append('<div class="admonition">')
            close = "</div>"
        if name and not (tag.startswith("h") and tag != "hr"):
            self.ids.append(name)
        if tag not in VOID:
            self.open.append(close)

    def _lowered(self, tag: str) -> str:
        tag = "h3" if tag == "summary" else tag
        return f"h{min(int(tag[1]) + 1, LOWEST)}" if self.lower and re.fullmatch("h[1-5]", tag) else tag

    def _copy(self, tag: str, given: dict[str, str]) -> str:
        """Write the start of an element, and return its end."""
        marks = ""
        if tag == "a":
            if not (href := self.link(given.get("href", ""))):
                return ""
            marks = f' href="{escape(href)}"'
            if self.sources and not href.startswith("#"):  # paper has no links
                self.out.append(f"<a{marks}>")
                return f"</a> ({escape(href)})"
        elif tag.startswith("h") and (name := self.ids.pop() if self.ids else given.get("id")):
            marks = f' id="{self.anchor}--{name}"'
        self.out.append(f"<{tag}{marks}>")
        return f"</{tag}>"

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if self.skipped:
            self.skipped -= tag not in VOID
        elif tag not in VOID:
            self.out.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        """Copy words, after the places that begin with them."""
        if self.skipped:
            return
        if data.strip():
            self.out += [f'<span id="{self.anchor}--{name}"></span>' for name in self.ids]
            self.ids.clear()
        words = THIS_PAGE.sub(_chapter_word, data) if not self.sources else data
        self.out.append(escape("\n".join(map(typed, words.split("\n"))), quote=False))


def _chapter_word(found: re.Match[str]) -> str:
    return f"{found[2]} chapter" if found[2] else f"{'I' if found[1] == 'O' else 'i'}n this chapter"
