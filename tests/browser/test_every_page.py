"""Every page is opened once, on a small phone by day, and asked for all that holds of every page.

Then one page of each kind is looked at in the other views. `--every-view` (make prove) looks at every page in all four.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import (
    IN_EACH_VIEW,
    NOTHING,
    PHONE,
    STORED,
    UNFOLD,
    WIDE,
    Open,
    Watch,
    violations,
)
from tests.built.pages import framed, names

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 640}  # nothing of the styles changes between this and a common phone
PARTS = 6  # of a site's pages, so that every worker has some to do
ELEMENT = re.compile(r'<([a-z][a-z0-9]*)(?:[^>]*? class="([^"]*)")?')
# Runs outside the page's policy and before its own scripts: notes what the policy stopped.
TRAP = """window.stopped = [];
document.addEventListener("securitypolicyviolation", (event) => window.stopped.push(event.effectiveDirective));"""
# Puts the focus on everything that Tab reaches. What has no ring, no size, or lies beside the page is no good stop.
STOPS = """() => {
    const wrong = [];
    let stops = 0;
    for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")) {
        if (e.tabIndex > 0) wrong.push(`tabindex ${e.tabIndex}: ${e.outerHTML.slice(0, 120)}`);
        if (e.tabIndex < 0 || e.disabled || !e.checkVisibility({visibilityProperty: true})) continue;
        e.focus({focusVisible: true});
        if (document.activeElement !== e) continue;
        stops += 1;
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const there = box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth;
        if (!ring || !there) wrong.push(`ring ${ring}, there ${there}: ${e.outerHTML.slice(0, 120)}`);
    }
    return stops ? wrong : ["no stop"];
}"""
# What is opened of each site. A register changes the Commitment's pages; a copy's own words stand on these.
OWN = (
    "404.html", "accessibility/index.html", "commitment/1.0.0/index.html", "commitment/conformance/index.html",
    "commitment/index.html", "commitment/signatories/hartlepool/index.html", "contributing/index.html",
    "hosting/index.html", "index.html", "lifecycle/problem-formulation/index.html", "privacy/index.html",
    "projects/early-help/index.html", "projects/index.html", "projects/notes-tool/index.html",
    "toolkit/practices/index.html",
)  # fmt: skip
SITES: dict[str, Callable[[Path], list[str]]] = {
    "site": names,
    "demo": lambda site: [name for name in names(site) if name.startswith("commitment/")],
    "copy": lambda _: list(OWN),
}
IN_EACH_SITE = pytest.mark.parametrize("which", SITES)


@pytest.fixture
def address(which: str, request: pytest.FixtureRequest, serve: Callable[[Path], str]) -> str:
    return serve(request.getfixturevalue(which))


@pytest.fixture
def pages(which: str, request: pytest.FixtureRequest) -> list[str]:
    return SITES[which](request.getfixturevalue(which))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("part", range(PARTS))
@IN_EACH_SITE
def test_all_that_holds_of_every_page(browser: Browser, pages: list[str], address: str, which: str, part: int) -> None:
    """No violation, request elsewhere, error, stored thing or sideways scrolling; every stop of Tab is seen.

    WCAG 2.2: 1.4.10 at 320 pixels, folded parts open; 2.4.7, 2.4.11. The policy stops nothing of ours.
    """
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    context.add_init_script(TRAP)
    watch, page, wrong = Watch(context, address), context.new_page(), list[str]()
    assert len(pages) >= PARTS
    for name in pages[part::PARTS]:
        page.goto(f"{address}{name}")
        wrong += [f"{name}: {fault}" for fault in faults(page)]
        if which == "demo":
            assert "Sample data" in page.get_by_role("complementary", name="Notice").inner_text(), name
    stored = page.evaluate(STORED)
    kept = context.cookies()
    context.close()
    assert wrong == []
    assert (watch.away, watch.errors, stored, kept) == ([], [], NOTHING, [])


def faults(page: Page) -> list[str]:
    """Return what is wrong with the page that is open, at its width."""
    page.keyboard.press("Tab")  # from now on the browser shows where the focus is
    found: list[str] = page.evaluate(STOPS)
    page.evaluate(UNFOLD)
    found += ["scrolls sideways"] if page.evaluate(WIDE) else []
    return [*found, *page.evaluate("window.stopped"), *violations(page)]


def kinds(site: Path, pages: list[str], known: set[Any]) -> list[str]:
    """Return a few small pages on which every kind of element is to be seen that `known` lacks, and add those to it."""
    texts = {name: (site / name).read_text(encoding="utf-8") for name in pages}
    left = {name: set(ELEMENT.findall(text)) - known for name, text in texts.items()}
    chosen = []
    while wanted := set().union(*left.values()) - known:
        best = max(left, key=lambda name: len(left[name] & wanted) / len(texts[name]))
        known |= left[best]
        chosen.append(best)
    return chosen


def alike(pages: list[str]) -> list[str]:
    """Return the pages of which a kind is looked for: of the documents, which are all made alike, the first alone."""
    return [*framed(pages), *[name for name in pages if name not in framed(pages)][:1]]


@pytest.mark.timeout(900)
@IN_EACH_VIEW
@IN_EACH_SITE
def test_no_violation_in_any_view(
    request: pytest.FixtureRequest, open_page: Open, which: str, size: dict[str, int], scheme: str
) -> None:
    """One page of each kind on phone and desktop, by day and by night: no violation, and nothing scrolls sideways."""
    every = request.config.getoption("every_view")
    if (size, scheme) == (PHONE, "light") and not every:
        pytest.skip("every page is opened by day on a smaller phone")
    known: set[Any] = set()
    built, live = request.getfixturevalue(which), request.getfixturevalue("site")
    if which == "demo":  # what the live site has is seen there
        kinds(live, alike(names(live)), known)
    listed = SITES[which](built)
    page, _ = open_page(viewport=size, color_scheme=scheme)
    root, found = page.url, list[str]()
    for name in listed if every else kinds(built, alike(listed), known):
        page.goto(f"{root}{name}")
        page.evaluate(UNFOLD)
        found += [f"{name}: scrolls sideways"] if page.evaluate(WIDE) else []
        found += [f"{name}: {violation}" for violation in violations(page)]
    assert found == []


@pytest.mark.parametrize("which", ["site"])
def test_a_fault_would_be_seen(open_page: Open, which: str) -> None:
    """Each question of the sweep can be answered with no."""
    page, _ = open_page(viewport=NARROW)
    page.evaluate(TRAP)
    page.evaluate("""() => {
        document.querySelector("main").insertAdjacentHTML("beforeend", `<img src=x><button></button>
            <a id=ringless href="#x">x</a><a id=flat href="#x"></a><a tabindex=1 href="#x">x</a><i id=wide>x</i>`);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("#ringless { outline: none !important } #wide { display: block; width: 900px }");
        document.adoptedStyleSheets = [sheet];
        const script = document.createElement("script");
        script.textContent = "1";
        document.body.append(script);
    }""")
    page.wait_for_function("window.stopped.length > 0")
    said = "\n".join(faults(page))
    for word in ("image-alt", "button-name", "ring false", "there false", "tabindex 1", "sideways", "script-src-elem"):
        assert word in said, word


@pytest.mark.parametrize("which", ["site"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_without_scripts_words_and_ways_are_there(
    site: Path, open_page: Open, address: str, which: str, script: bool
) -> None:
    """One page of each kind has its main heading, a way to every section, and no dead control, on a phone."""
    page, _ = open_page(viewport=PHONE, java_script_enabled=script)
    for name in kinds(site, framed(names(site)), set()):
        page.goto(f"{address}{name}")
        assert page.locator("h1").is_visible(), name
        assert page.locator("header").get_by_role("link", name="Lifecycle").first.is_visible() != script, name
        assert page.get_by_role("button", name="Menu").is_visible() == script, name
