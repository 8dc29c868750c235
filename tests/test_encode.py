"""What a value becomes on a page: the same words, and nothing that any reader on the way takes for a sign."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Any

import jinja2
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup

from accord.pages.encode import PLAIN, encode, encode_all, finalize
from tests import support
from tests.test_characters import shown_characters

TOKENS = (
    "<b>", "</p>", "<script>", "<!--", "-->", "&amp;", "&#60;", "{{ 7*7 }}", "{% raw %}", "{#", "{: .x }", "{ #x }",
    "[a](b)", "![a](b)",
    "[[recall]]", "[^1]", "[^1]: b", "**a**", "_a_", "`a`", "```\n", "~~~\n", "    a", "\n\n", "# a", "- a", "1. a",
    "| a | b |", "|---|", "!!! note",
    "a\n:   b", "http://a.b", "<http://a.b>", "javascript:", "[TOC]", "*[a]: b", "\\", "é", "😀", "²", " ", "\u00a0",
)  # fmt: skip
# The values that the strict reader lets through: no hidden characters.
TEXT = st.text(shown_characters | st.sampled_from("\n "), max_size=40)
VALUES = TEXT | st.lists(st.sampled_from(TOKENS) | TEXT, max_size=12).map("".join)


def _collapsed(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()


def _extensions() -> dict[str, dict[str, Any]]:
    """Return the extensions of mkdocs.yml with their options, MkDocs' own included, ours left out."""
    configured = yaml.safe_load((support.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in configured]
    found = {"fenced_code": {}} | {name: options or {} for entry in named for name, options in entry.items()}
    return {name: options for name, options in found.items() if name != "accord_marks"}


class _Reader(HTMLParser):
    """Collects the elements with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("!--", [(data, None)]))


def page_of(source: str) -> _Reader:
    extensions = _extensions()
    reader = _Reader()
    reader.feed(Markdown(extensions=list(extensions), extension_configs=extensions).convert(source))
    reader.close()
    return reader


@given(VALUES)
@example("".join(TOKENS))
def test_no_sign_is_left(value: str) -> None:
    """Beside letters, digits and the marks of PLAIN there are decimal references only."""
    rest = re.sub(r"&#[0-9]+;", "", encode(value))
    assert all(c.isalnum() or c in PLAIN for c in rest)


def test_harmless_marks_are_few() -> None:
    """PLAIN holds no sign that opens anything: a new one must be thought about."""
    assert not set(PLAIN) & set("<>&\"'`*_{}[]#+!|\\~=^$%@\n\t")


@given(VALUES)
def test_a_browser_reads_the_same_words(value: str) -> None:
    """Read as HTML, the words are those typed, with white space as a browser shows it."""
    assert html.unescape(encode(value)) == _collapsed(value)
    assert html.unescape(encode_all(value)) == _collapsed(value)


@given(VALUES)
def test_a_paragraph_gets_no_element(value: str) -> None:
    """In a paragraph on a page, Python-Markdown with our extensions adds nothing and loses nothing."""
    page = page_of(f"Before.\n\n<p>{encode(value)}</p>\n\nAfter.")
    assert page.elements == [("p", [])] * 3
    assert _collapsed(page.text) == _collapsed(f"Before. {value} After.")


@given(VALUES)
def test_an_attribute_keeps_its_value(value: str) -> None:
    """In an attribute in double quotes the value stays one value."""
    page = page_of(f'<div title="{encode(value)}">a</div>')
    assert page.elements == [("div", [("title", _collapsed(value))])]


@given(VALUES)
def test_a_heading_and_a_cell_get_no_element(value: str) -> None:
    """Written without any mark of punctuation, a value is safe in a heading and a table cell of Markdown."""
    page = page_of(f"## A {encode_all(value)}\n\n| a |\n| --- |\n| A {encode_all(value)} |\n")
    assert [tag for tag, _ in page.elements] == ["h2", "table", "thead", "tr", "th", "tbody", "tr", "td"]
    assert all(name == "id" for _, attributes in page.elements for name, _ in attributes)


@given(VALUES)
def test_the_template_language_reads_nothing(value: str) -> None:
    """Rendered as a template by mistake, the text comes out as it went in."""
    written = str(encode(value))
    assert jinja2.Environment(autoescape=True, keep_trailing_newline=True).from_string(written).render() == written


def test_markup_of_ours_is_left_and_nothing_prints_as_nothing() -> None:
    """A template's own markup is not encoded twice; None is no word."""
    assert finalize(Markup("<b>")) == "<b>"
    assert finalize(None) == ""
    assert finalize("<b>") == "&#60;b&#62;"
    assert finalize(3) == "3"
