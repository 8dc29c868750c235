"""A page that the rules let through becomes Markdown's own elements and no others, whatever was tried in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accord.files.disk import Disk
from accord.files.problem import Problem
from accord.files.schema import Schemas
from accord.project import page as markdown
from accord.project import reading as project
from accord.project.rules import raw_html
from accord.project.rules_all import Inputs
from accord.site.rules import macros
from tests.test_encode import page_of

TOKENS = (
    "<b>", "</b>", "<img src=x>", "<img", "\nsrc=x onerror=alert(1)>", "<script>", "<!--", "-->", "<?php", "<![CDATA[",
    "<", "&", "&amp;", "&#60;", "&lt", "`", "``", "```", "~~~", "\n```html\n", "\n```\n", "\n~~~\n",
    "``` { .x onclick=a }\n",
    "\n", "\n\n", " ", "  ", "    ", "\\", "a", "b ", "[x]", "(y)", "[x](y)", "![x](y)", "(javascript:a)", "(java",
    "script:a)",
    "[x]: ", "\n\n[x]: javascript:a\n", "data:text/html,a", "<javascript:a>", "<https://a.b>", "<a@b.c>", "http://",
    "{", "}", "{: onclick=a }", "{ onclick=a }", "{ #a }", "{ .a }", "{ #a onclick=b }", "{{ a }}", "on", "click=",
    "\n# ", "\n## h", "\n* ", "\n- ", "\n1. ", "\n> ", "|", "\n| a | b |\n|---|---|\n| ", "\n!!! note\n    ",
    "[^1]", "\n[^1]: ",
    "***", "_a_", "!", '"', "'", "=", "\n:   ", 'title="', "<div markdown>", "===", "\n---\n",
)  # fmt: skip
ELEMENTS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "code", "pre", "em", "strong",
    "blockquote",
    "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "a", "img", "div", "sup", "span",
}  # fmt: skip
ATTRIBUTES = {"id", "class", "href", "src", "alt", "title", "start", "align"}


def _page(text: str) -> tuple[markdown.Page | None, list[Problem]]:
    return markdown.parse("docs/x.md", f"---\na: b\n---\n{text}")


def _passes(text: str) -> bool:
    page, problems = _page(text)
    if page is None or problems:
        return False
    inputs = Inputs(project.Project(Disk(Path()), Schemas({}), pages=[page]), date(2026, 6, 1))
    return not [*raw_html.check(inputs), *macros.check(inputs)]


def _harmless(text: str) -> None:
    for element in page_of(text):
        assert element.tag in ELEMENTS
        for name, value in element.items():
            assert name in ATTRIBUTES
            address = "".join(value.lower().split())
            assert name not in {"href", "src"} or not address.startswith(("javascript:", "data:", "vbscript:"))


@given(st.lists(st.sampled_from(TOKENS), max_size=14).map("".join))
@example("`a\n` <img src=x onerror=a> `b`")
@example("- `<img src=x>\n- b` c")
@example("```\n```a\n```\n<img src=x>\n```")
@example("  ```\n<img src=x>\n  ```")
@example("```\n<img src=x>")
@example("[x](<javascript:a>)")
@example("``` { onclick=a }\na\n```")
def test_what_passes_is_harmless(text: str) -> None:
    """Either a rule refuses the text, or its HTML holds only what Markdown writes."""
    if _passes(text):
        _harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Words { #a-1 }",
        "Code `<b>` and `{ .a }` apart.",
        "```html\n<b onclick=a>\n```",
        "~~~\n```\n<b>\n~~~",
        "```\n```x\n<b>\n```",
        "A <https://example.org/a?b=c> link, 3 < 4, and R&D.",
        "Data: what we hold. The javascript we use is ours.",
        "| a | b |\n| --- | --- |\n| [x](y.md) | **z** |",
    ],
)
def test_plain_markdown_passes(text: str) -> None:
    assert _passes(text)
    _harmless(text)


def test_the_harmless_test_can_fail() -> None:
    for text in ("<img src=x onerror=a>", "<b>a</b>", "[x](javascript:a)", "## a { onclick=b }"):
        with pytest.raises(AssertionError):
            _harmless(text)
