"""A Python-Markdown extension: `[[id]]` and `[[id|words]]` on a page become links and citations.

It also folds sections and labels tables. An extension and not a MkDocs hook, because the theme's successor runs
extensions and ignores hooks.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from accord.pages.encode import encode_all
from accord.pages.links import Entry
from accord.pages.view import DOUBT
from accord.project.ids import MARK
from accord.site import page_parts
from accord.site.workspace import Workspace, kept

# After code spans (190) and escapes (180), before Markdown's own links (160).
PRIORITY = 170


class MarksExtension(Extension):
    """Takes one option, `root`: the project's folder. `find` gives another workspace than the one kept for it."""

    def __init__(self, find: Callable[[], Workspace] | None = None, **options: Any) -> None:
        self.config = {"root": [".", "the project's folder"]}
        self.find = find or (lambda: kept(Path(self.getConfig("root")).resolve()))
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the library's name
        md.inlinePatterns.register(_Marks(MARK.pattern, md, self.find), "accord_marks", PRIORITY)
        page_parts.extend(md)


class _Marks(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, find: Callable[[], Workspace]) -> None:
        super().__init__(pattern, md)
        self.find = find

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # noqa: N802  the library's name
        workspace = self.find()
        entry = workspace.guidance.entries[m[1]]
        if entry.page not in {page.address for page in workspace.project.pages}:
            return self._beside(entry, m[2] or entry.label), m.start(0), m.end(0)
        link = Element("a", href=_target(workspace, entry.address))
        link.text = m[2] or entry.label
        source = workspace.guidance.source_by_id.get(m[1])
        if source is None or m[2]:
            return link, m.start(0), m.end(0)
        cite = Element("span", {"class": "cite"})
        cite.text = "("
        cite.append(link)
        link.tail = f"{DOUBT.get(source.strength, '')})"
        link.text = entry.label
        return cite, m.start(0), m.end(0)

    def _beside(self, entry: Entry, words: str) -> str:
        """Return a link to a generated page, such as a version's for a retired clause: MkDocs knows only its own."""
        mkdocs = "relpath" in self.md.treeprocessors
        base = "../" * self.md.treeprocessors["relpath"].file.url.count("/") if mkdocs else "/"
        return str(self.md.htmlStash.store(f'<a href="{base}{entry.address}">{encode_all(words)}</a>'))


def _target(workspace: Workspace, address: str) -> str:
    """Return an address as a link to the Markdown file behind it, so that MkDocs checks it."""
    page, _, anchor = address.partition("#")
    files = {p.address: p.path.removeprefix("docs/") for p in workspace.project.pages}
    return f"/{files[page]}#{anchor}"
