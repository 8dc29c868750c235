"""The built pages are valid HTML, safe under a strict policy, and named so that a reader can tell them apart."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import html5lib.html5parser
import pytest

from tests.built.pages import HTML, pages, parsed, words

POINTERS = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "aria-owns")
# Where an element's content may hold only certain others (HTML standard, content models).
CHILDREN = {
    "ul": {"li", "script", "template"},
    "ol": {"li", "script", "template"},
    "dl": {"dt", "dd", "div", "script", "template"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup", "hr"},
}
BLOCKS = {"div", "p", "ul", "ol", "dl", "table", "section", "article", "h1", "h2", "h3", "h4", "form", "figure"}
PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "span", "strong", "em", "label", "button", "summary", "dt"}


@pytest.fixture(params=["live", "demo"])
def site(request: pytest.FixtureRequest, site: Path, demo: Path) -> Path:
    """Return the live site, and then the one with the sample register."""
    return {"live": site, "demo": demo}[str(request.param)]


def test_every_page_parses_strictly(site: Path) -> None:
    """No page has a parse error."""
    assert len(pages(site)) > 45


def test_the_strict_parser_can_fail(tmp_path: Path) -> None:
    """The parser that the tests rely on refuses a wrong page."""
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><title>x</title><p><div></p></div>")
    with pytest.raises(html5lib.html5parser.ParseError):
        parsed(bad)


def test_content_models(site: Path) -> None:
    """Lists hold items, definition lists terms, and what takes only words holds no block."""
    wrong: list[str] = []
    for page in pages(site):
        for element in page.tree.iter():
            tag = str(element.tag).removeprefix(HTML)
            inside = [str(child.tag).removeprefix(HTML) for child in element if isinstance(child.tag, str)]
            if tag in CHILDREN:
                wrong += [f"{page.name}: <{child}> in <{tag}>" for child in inside if child not in CHILDREN[tag]]
            if tag in PHRASING_ONLY and not (tag == "summary" and inside[:1] and inside[0].startswith("h")):
                wrong += [f"{page.name}: <{child}> in <{tag}>" for child in inside if child in BLOCKS]
    assert wrong == []


def test_ids_are_unique_and_pointed_at(site: Path) -> None:
    """No id stands twice on a page, and every attribute that names an id names one on the page."""
    wrong: list[str] = []
    for page in pages(site):
        wrong += [f"{page.name}: id {name} twice" for name, count in Counter(page.ids).items() if count > 1]
        for tag, key, value in page.attributes():
            if key in POINTERS:
                wrong += [f"{page.name}: <{tag} {key}> {name}" for name in value.split() if name not in page.ids]
    assert wrong == []


def test_titles_headings_and_language(site: Path) -> None:
    """Each page has one main heading, a title of its own, British English, and headings that skip no level."""
    titles: Counter[str] = Counter()
    for page in pages(site):
        (html,) = page.all("html")
        assert html.get("lang") == "en-GB", page.name
        assert len(page.all("h1")) == 1, page.name
        titles[words(page.all("title")[0])] += 1
        level = 0
        for element in page.tree.iter():
            tag = str(element.tag).removeprefix(HTML)
            if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                assert int(tag[1]) <= level + 1, f"{page.name}: {tag} {words(element)}"
                level = int(tag[1])
    assert [title for title, count in titles.items() if count > 1] == []


def test_nothing_inline_runs(site: Path) -> None:
    """No inline script, style, style attribute or handler: the Content-Security-Policy allows none."""
    wrong: list[str] = []
    for page in pages(site):
        wrong += [f"{page.name}: <style>" for _ in page.all("style")]
        wrong += [f"{page.name}: inline <script>" for script in page.all("script") if not script.get("src")]
        wrong += [f"{page.name}: {key}" for _, key, _ in page.attributes() if key == "style" or key.startswith("on")]
    assert wrong == []


def test_the_policy_is_strict_and_first(site: Path) -> None:
    """Every page carries the policy before anything that it could stop, without unsafe words."""
    for page in pages(site):
        policies = [meta.get("content", "") for meta in page.all("meta") if "http-equiv" in meta.attrib]
        assert len(policies) == 1, page.name
        assert "default-src 'none'" in policies[0]
        assert "unsafe" not in policies[0]
        head = page.all("head")[0]
        tags = [str(child.tag).removeprefix(HTML) for child in head]
        loads = [place for place, tag in enumerate(tags) if tag in {"script", "link"}]
        policy = next(place for place, child in enumerate(head) if "http-equiv" in child.attrib)
        assert policy < min(loads), page.name


def test_images_have_words(site: Path) -> None:
    """Every image has an alternative, and every drawing is either hidden or named (WCAG 2.2, 1.1.1)."""
    for page in pages(site):
        assert all("alt" in image.attrib for image in page.all("img")), page.name
        for drawing in page.tree.iter("{http://www.w3.org/2000/svg}svg"):
            assert drawing.get("aria-hidden") == "true" or drawing.get("aria-labelledby"), page.name
