"""What a value becomes on a page: the same words, and nothing that any reader on the way takes for a sign."""

import html
import re
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
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


@cache
def _markdown() -> Markdown:
    """Return Markdown with the extensions of mkdocs.yml and their options, MkDocs' own included, ours left out."""
    configured = yaml.safe_load((support.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in configured]
    found = {"fenced_code": {}} | {name: options or {} for entry in named for name, options in entry.items()}
    del found["accord_marks"]
    return Markdown(extensions=list(found), extension_configs=found)


def page_of(source: str) -> list[Element]:
    """Return the elements that Markdown makes, as a browser reads them."""
    page = _markdown().reset().convert(source)
    return list(html5lib.parseFragment(page, namespaceHTMLElements=False).iter())[1:]


@given(VALUES)
@example("".join(TOKENS))
def test_a_value_is_the_same_words_without_any_sign(value: str) -> None:
    """Read as HTML, the words are those typed, with white space as a browser shows it. Beside letters, digits and the
    marks of PLAIN there are decimal references only, and a template that takes the text for its own reads nothing.
    """
    written = str(encode(value))
    assert all(c.isalnum() or c in PLAIN for c in re.sub(r"&#[0-9]+;", "", written))
    assert html.unescape(written) == html.unescape(encode_all(value)) == _collapsed(value)
    assert jinja2.Environment(autoescape=True, keep_trailing_newline=True).from_string(written).render() == written


def test_harmless_marks_are_few() -> None:
    """PLAIN holds no sign that opens anything: a new one must be thought about."""
    assert not set(PLAIN) & set("<>&\"'`*_{}[]#+!|\\~=^$%@\n\t")


@given(VALUES)
@example("".join(TOKENS))
def test_a_value_makes_no_element(value: str) -> None:
    """In a paragraph and an attribute, Python-Markdown adds nothing and loses nothing. Written without any mark of
    punctuation, a value is safe in a heading and a table cell of Markdown too.
    """
    page = page_of(f"Before.\n\n<p>{encode(value)}</p>\n\nAfter.")
    assert [(each.tag, each.attrib) for each in page] == [("p", {})] * 3
    assert [_collapsed("".join(each.itertext())) for each in page] == ["Before.", _collapsed(value), "After."]
    (div,) = page_of(f'<div title="{encode(value)}">a</div>')
    assert (div.tag, div.attrib) == ("div", {"title": _collapsed(value)})
    page = page_of(f"## A {encode_all(value)}\n\n| a |\n| --- |\n| A {encode_all(value)} |\n")
    assert [each.tag for each in page] == ["h2", "table", "thead", "tr", "th", "tbody", "tr", "td"]
    assert {key for each in page for key in each.attrib} <= {"id"}


def test_markup_of_ours_is_left_and_nothing_prints_as_nothing() -> None:
    """A template's own markup is not encoded twice; None is no word."""
    assert [finalize(each) for each in (Markup("<b>"), None, "<b>", 3)] == ["<b>", "", "&#60;b&#62;", "3"]
