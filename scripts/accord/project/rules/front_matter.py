"""Every page says, at its top, its title, what it gives, for whom, and when it was last read whole."""

import re
from collections.abc import Iterator
from typing import Any

from accord.files.nodes import Mapping, Scalar, plain
from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs
from accord.project.page import Page
from accord.project.rules.fields import explained

TEXT = ("title", "summary", "audience", "description")
# These words stand in the head of the page, where the theme prints them as they are.
SIGNS = re.compile(r"[<>{}\"`]|\*\*|\[\[|\]\(|&#?\w+;")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the front-matter schema refuses, signs that are not plain words, and titles that two pages share."""
    titles: dict[str, str] = {}
    for page in inputs.project.pages:
        value: Any = plain(page.front)
        asked = page.front.get("render_macros") if isinstance(page.front, Mapping) else None
        if isinstance(asked, Scalar) and asked.value == "true":
            value["render_macros"] = True
            if not asked.plain:
                wrong, cure = "In quotes, true is a word, and the macros stay off.", "Write it without quotes."
                yield Problem(page.path, asked.line, "render_macros", wrong, cure)
        yield from _as_html(page)
        yield from explained(inputs.project.schemas, "front-matter", page.path, page.front, value)
        title = page.meta("title")
        if title and title in titles and isinstance(page.front, Mapping):
            wrong = f"The title {shown(title)} is that of {titles[title]} too."
            cure = "Give each page its own, so that a reader can tell tabs and search results apart."
            yield Problem(page.path, page.front.key_line("title"), "title", wrong, cure)
        titles.setdefault(title, page.path)


def _as_html(page: Page) -> Iterator[Problem]:
    """Yield signs that HTML, Markdown or the template language would read in a page's title or summary."""
    for key in TEXT:
        if (found := SIGNS.search(page.meta(key))) and isinstance(page.front, Mapping):
            wrong = f"The text holds “{found[0]}”, which a browser or the template language would read."
            cure = "Write plain words; quotation marks are “ and ”."
            yield Problem(page.path, page.front.key_line(key), key, wrong, cure)
