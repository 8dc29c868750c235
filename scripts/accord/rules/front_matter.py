"""Every page says, at its top, its title, what it gives, for whom, and when it was last read whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.problem import Problem, shown
from accord.read.tree import Mapping, plain
from accord.rules.base import Inputs
from accord.rules.fields import against


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what the front-matter schema refuses, and titles that two pages share."""
    titles: dict[str, str] = {}
    for page in inputs.project.pages:
        value: Any = plain(page.front)
        if isinstance(value, dict) and value.get("render_macros") == "true":
            value["render_macros"] = True
        yield from against(inputs.project.schemas, "front-matter", page.path, page.front, value)
        title = page.meta("title")
        if title and title in titles and isinstance(page.front, Mapping):
            wrong = f"The title {shown(title)} is that of {titles[title]} too."
            cure = "Give each page its own, so that a reader can tell tabs and search results apart."
            yield Problem(page.path, page.front.key_line("title"), "title", wrong, cure)
        titles.setdefault(title, page.path)
