"""Every built page is valid HTML, safe under a strict policy, and leads only to what is there."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import html5lib.html5parser
import pytest

from tests.built.pages import HTML, Built, pages, parsed, words

POLICY = "Content-Security-Policy"
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
LOADS = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src"), ("iframe", "src"), ("form", "action")}
LINKS = LOADS | {("a", "href")}


def tag_of(element: object) -> str:
    return str(getattr(element, "tag", "")).removeprefix(HTML)


def content_models(page: Built) -> Iterator[str]:
    """Lists hold items, definition lists terms, and what takes only words holds no block."""
    for element in page.tree.iter():
        tag = tag_of(element)
        inside = [tag_of(child) for child in element if isinstance(child.tag, str)]
        if tag in CHILDREN:
            yield from (f"<{child}> in <{tag}>" for child in inside if child not in CHILDREN[tag])
        if tag in PHRASING_ONLY and not (tag == "summary" and inside[:1] and inside[0].startswith("h")):
            yield from (f"<{child}> in <{tag}>" for child in inside if child in BLOCKS)


def ids(page: Built) -> Iterator[str]:
    """No id stands twice on a page, and every attribute that names an id names one on the page."""
    yield from (f"id {name} twice" for name, count in Counter(page.ids).items() if count > 1)
    known = set(page.ids)
    for tag, key, value in page.attributes():
        if key in POINTERS:
            yield from (f"<{tag} {key}> {name}" for name in value.split() if name not in known)


def headings(page: Built) -> Iterator[str]:
    """Each page is in British English, and has one main heading and headings that skip no level."""
    if [html.get("lang") for html in page.all("html")] != ["en-GB"] or len(page.all("h1")) != 1:
        yield "language, or number of main headings"
    level = 0
    for element in page.tree.iter():
        tag = tag_of(element)
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            if int(tag[1]) > level + 1:
                yield f"{tag} {words(element)}"
            level = int(tag[1])


def inline(page: Built) -> Iterator[str]:
    """No inline script, style, style attribute or handler: the Content-Security-Policy allows none."""
    yield from ("<style>" for _ in page.all("style"))
    yield from ("inline <script>" for script in page.all("script") if not script.get("src"))
    yield from (key for _, key, _ in page.attributes() if key == "style" or key.startswith("on"))


def policy(page: Built) -> Iterator[str]:
    """Every page carries the policy before anything that it could stop, without unsafe words."""
    policies = [meta.get("content", "") for meta in page.all("meta") if meta.get("http-equiv") == POLICY]
    if len(policies) != 1 or "default-src 'none'" not in policies[0] or "unsafe" in policies[0]:
        yield f"policy {policies}"
    head = list(page.all("head")[0])
    loads = [place for place, child in enumerate(head) if tag_of(child) in {"script", "link"}]
    if next(place for place, child in enumerate(head) if "http-equiv" in child.attrib) > min(loads):
        yield "the policy comes late"


def alternatives(page: Built) -> Iterator[str]:
    """Every image has an alternative, and every drawing is either hidden or named (WCAG 2.2, 1.1.1)."""
    yield from (f"no alt: {image.get('src')}" for image in page.all("img") if "alt" not in image.attrib)
    for drawing in page.tree.iter("{http://www.w3.org/2000/svg}svg"):
        if drawing.get("aria-hidden") != "true" and not drawing.get("aria-labelledby"):
            yield "a drawing without a name"


def away(page: Built) -> Iterator[str]:
    """Scripts, styles, images and forms stay on the site; links to publishers use https, and telephone numbers tel."""
    named = {link.get("href") for link in page.all("link") if link.get("rel") == "canonical"}  # named, and not loaded
    yield from (address for address in links(page, LOADS) if urlsplit(address).netloc and address not in named)
    yield from (
        address for address in links(page, {("a", "href")}) if urlsplit(address).scheme not in {"", "https", "tel"}
    )


def menus(page: Built) -> Iterator[str]:
    """No menu has so many lines that a tired reader stops reading them: nine, and the way back."""
    for menu in page.all("nav"):
        lines = sum(1 for _ in menu.iter(f"{HTML}li"))
        if {"section-nav", "site-nav"} & {*menu.get("class", "").split()} and lines > 10:
            yield f"a menu of {lines} lines, where 10 are the most: put the page under another"


CHECKS = (content_models, ids, headings, inline, policy, alternatives, away, menus)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_page_is_sound(each_site: Path, check: Callable[[Built], Iterator[str]]) -> None:
    """No page has a parse error, nor a fault that the check's first line tells of."""
    assert pages(each_site)
    assert [f"{page.name}: {fault}" for page in pages(each_site) for fault in check(page)] == []


def test_titles_tell_pages_apart(each_site: Path) -> None:
    titles = Counter(words(page.all("title")[0]) for page in pages(each_site))
    assert [title for title, count in titles.items() if count > 1] == []


FAULTY = (
    """<!doctype html><html lang="en"><head><title>x</title><script src="//a.example/x.js"></script><style></style>
<meta http-equiv="Content-Security-Policy" content="unsafe"></head><body id="a"><h2 id="a">x</h2><img src="x.png">
<p><ul><p>x</p></ul><label for="no">x</label><a href="http://a.example/">x</a><button onclick="x()">x</button>
<nav class="site-nav">"""
    + "<li>x</li>" * 11
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_fault_would_be_seen(check: Callable[[Built], Iterator[str]]) -> None:
    """Each check can fail."""
    tree = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree")).parse(FAULTY)
    assert list(check(Built("faulty.html", tree)))


def test_the_strict_parser_can_fail(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><html lang=en><title>x</title><p><div></p></div>")
    with pytest.raises(html5lib.html5parser.ParseError):
        parsed(tmp_path / "bad.html")


def links(page: Built, kinds: set[tuple[str, str]]) -> Iterator[str]:
    """Yield the addresses on a page of certain kinds."""
    return (value for tag, key, value in page.attributes() if (tag, key) in kinds)


def target(page: str, address: str) -> str:
    """Return the site's file that an address on a page leads to, as a browser follows it."""
    path = unquote(urlsplit(urljoin(f"https://site.example/{page}", address)).path).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def filled(fragment: str) -> set[str]:
    """Return the ids that a part after # needs: its own, or of the numbers' page the boxes such as `a.right=70`."""
    if "=" not in fragment:
        return {unquote(fragment)}
    return {
        f"numbers-{name.replace('.', '-')}" for name, _ in parse_qsl(fragment, keep_blank_values=True) if name != "know"
    }


def test_every_link_and_anchor_exists(each_site: Path) -> None:
    """Follow each relative link to a file, and its part after # to an id there, or to the boxes that it fills."""
    built = {page.name: set(page.ids) for page in pages(each_site)}
    files = {path.relative_to(each_site).as_posix() for path in each_site.rglob("*") if path.is_file()}
    broken: list[str] = []
    for page in pages(each_site):
        for address in set(links(page, LINKS)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            name = target(page.name, address)
            if name not in files:
                broken.append(f"{page.name}: {address} → {name}")
            elif parts.fragment and name in built and not filled(parts.fragment) <= built[name]:
                broken.append(f"{page.name}: {address}: no such anchor")
    assert broken == []
    # What the theme ships and no page loads is not published.
    assert not [name for name in files if name.endswith(".map") or name.startswith("assets/javascripts/")]
