"""One page of each kind is opened once, on a small phone by day and a desktop by night, and asked for all that holds.

Pages that are made alike have the same kinds of elements, and colours differ by day and night as widths do by device.
`--every-view` (make prove) looks at every page, and in the other two views too.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, NOTHING, PHONE, STORED, TRAP, UNFOLD, WIDE, Open, Watch, settle, violations
from tests.built.pages import framed, names
from tests.measure.pages import HEAVY, visits

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 640}  # nothing of the styles changes between this and a common phone
VIEWS = [(NARROW, "light"), (DESKTOP, "dark"), (NARROW, "dark"), (DESKTOP, "light")]
PARTS = 4  # of a site's pages, so that every worker has some to do
ELEMENT = re.compile(r'<([a-z][a-z0-9]*)(?:[^>]*? class="([^"]*)")?')
# Puts the focus on everything that Tab reaches. What has no ring, no size, or lies beside the page is no good stop;
# outside running text it is 24 by 24 CSS pixels at least. Of a box to tick, its label is pressed.
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
        const excused = e.matches("main a, nav nav a, .skip, [type=radio], [type=checkbox]");
        if (Math.min(box.width, box.height) < 24 && !excused) wrong.push(`small: ${e.outerHTML.slice(0, 120)}`);
        if (!ring || !there) wrong.push(`ring ${ring}, there ${there}: ${e.outerHTML.slice(0, 120)}`);
    }
    return stops ? wrong : ["no stop"];
}"""

# A reader's own spacing (WCAG 2.2, 1.4.12), for as long as it is asked what it does.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    const before = [...document.adoptedStyleSheets];
    document.adoptedStyleSheets = [...before, sheet];
    const wide = document.documentElement.scrollWidth > innerWidth;
    document.adoptedStyleSheets = before;
    return wide;
}"""


# Letters twice as large, on a desktop: browsers can enlarge the text alone.
LARGE = """() => {
    const { style } = document.documentElement;
    style.fontSize = "200%";
    const wide = innerWidth > 1000 && document.documentElement.scrollWidth > innerWidth;
    style.fontSize = "";
    return wide;
}"""


@cache
def tokens(page: Path) -> set[tuple[str, str]]:
    """Return the kinds of elements on a page: each tag with each of its classes."""
    found = ELEMENT.findall(page.read_text(encoding="utf-8"))
    return {(tag, name) for tag, classes in found for name in classes.split() or [""]}


@cache
def kinds(*sites: Path) -> list[str]:
    """Return a few small pages of the last site on which every kind of element is to be seen that the others lack."""
    *before, site = sites
    known = {kind for earlier in before for name in names(earlier) for kind in tokens(earlier / name)}
    pages = framed(names(site)) + [name for name in names(site) if name not in framed(names(site))][:1]  # one document
    left = {name: tokens(site / name) - known for name in pages}
    chosen = []
    while any(left.values()):
        best = max(left, key=lambda name: len(left[name]) / (site / name).stat().st_size)
        left = {name: found - left[best] for name, found in left.items()}
        chosen.append(best)
    return chosen


SITES = ("site", "demo", "copy")  # each is opened for what those before it do not have
IN_EACH_SITE = pytest.mark.parametrize("which", SITES)


@pytest.fixture
def address(which: str, request: pytest.FixtureRequest, serve: Callable[[Path], str]) -> str:
    return serve(request.getfixturevalue(which))


@pytest.fixture
def pages(which: str, request: pytest.FixtureRequest) -> list[str]:
    """Return the pages of a site that are looked at: of each kind one, or all that no site before it has."""
    *before, site = (request.getfixturevalue(name) for name in SITES[: SITES.index(which) + 1])
    chosen = kinds(*before, site)
    if not request.config.getoption("every_view"):
        return chosen
    known = {name for earlier in before for name in names(earlier) if not name.startswith("commitment/")}
    return sorted({*chosen, *names(site)} - (known - set(chosen)))


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", range(PARTS))
@IN_EACH_SITE
def test_all_that_holds_of_every_page(
    request: pytest.FixtureRequest, browser: Browser, pages: list[str], address: str, part: int
) -> None:
    """No violation, request elsewhere, error, stored thing or sideways scrolling; every stop of Tab is seen.

    WCAG 2.2: 1.4.10 at 320 pixels, 1.4.12, folded parts open; 2.4.7, 2.4.11, 2.5.8. The policy stops nothing of ours.
    """
    every = request.config.getoption("every_view")
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(TRAP)
    watch, page, wrong = Watch(context), context.new_page(), list[str]()
    assert pages
    for name in pages[part::PARTS] or pages[:1]:
        page.goto(f"{address}{name}")
        settle(page)
        for size, scheme in VIEWS if every else VIEWS[:2]:
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            wrong += [f"{name} ({size['width']}, {scheme}): {fault}" for fault in faults(page, every)]
    stored = page.evaluate(STORED)
    kept = context.cookies()
    context.close()
    assert wrong == []
    assert (watch.away, watch.errors, stored, kept) == ([], [], NOTHING, [])


def faults(page: Page, every: bool = False) -> list[str]:
    """Return what is wrong with the page that is open, as it is seen now."""
    page.keyboard.press("Tab")  # from now on the browser shows where the focus is
    found: list[str] = page.evaluate(STOPS)
    page.evaluate(UNFOLD)
    found += ["scrolls sideways"] if page.evaluate(WIDE) else []
    found += ["scrolls sideways when spaced"] if page.evaluate(SPACED) else []
    found += ["scrolls sideways with large letters"] if page.evaluate(LARGE) else []
    return [*found, *page.evaluate("window.stopped"), *violations(page, every)]


@pytest.mark.parametrize("which", ["site"])
def test_a_fault_would_be_seen(open_page: Open, which: str) -> None:
    """Each question of the sweep can be answered with no."""
    page, watch = open_page(viewport=NARROW)
    page.evaluate(TRAP)
    page.evaluate("""() => {
        document.querySelector("main").insertAdjacentHTML("beforeend", `<img src=x><button id=small></button>
            <a id=ringless href="#x">x</a><a id=flat href="#x"></a><a tabindex=1 href="#x">x</a><i id=wide>x</i>
            <ul>${"<li><a href='#x'>word</a></li>".repeat(3)}</ul><ul class=pale><li><a href="#x">word</a></li></ul>`);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`#ringless { outline: none !important } #small { all: initial }
            #wide { display: block; width: 900px } .pale a { color: #eee !important; background: #fff !important }`);
        document.adoptedStyleSheets = [sheet];
        const script = document.createElement("script");
        script.textContent = "1";
        document.body.append(script);
    }""")
    page.wait_for_function("window.stopped.length > 0")
    said = "\n".join(faults(page))
    watch.errors.clear()  # of the script that the policy stopped
    for word in ("image-alt", "button-name", "ring false", "there false", "small", "tabindex 1", "sideways",
                 "when spaced", "script-src-elem", "color-contrast"):  # fmt: skip
        assert word in said, word


@pytest.mark.parametrize("which", ["site"])
def test_without_scripts_words_and_ways_are_there(open_page: Open, pages: list[str], address: str, which: str) -> None:
    """One page of each kind has its main heading, a way to every section, and no dead control, on a phone."""
    page, _ = open_page(viewport=PHONE, java_script_enabled=False)
    for name in framed(pages):
        page.goto(f"{address}{name}")
        assert page.locator("h1").is_visible(), name
        assert all(link.is_visible() for link in page.locator("header nav a").all()), name
        assert not page.get_by_role("button", name="Menu").is_visible(), name


# The heaviest kinds of page, and what comes after the questions, what reads files, and what makes documents.
HEAVIEST = ("index.html", "commitment/sign/index.html", "toolkit/worksheets/should-we/index.html",
         "toolkit/numbers/results/index.html")  # fmt: skip
LATE = ("sign/hand-in.js", "signatories.json", "vendor/", "worksheet/judge.js", "assets/paper/made.js", "exports.json",
        "records.sha256", "search/", "assets/search")  # fmt: skip


def test_first_visits_are_light_and_load_nothing_before_its_time(browser: Browser, site: Path) -> None:
    """HTML, styles, scripts and data together, in a browser that has seen nothing of the site."""
    found = {visit.page: visit for visit in visits(browser, site, HEAVIEST)}
    assert set(found) == set(HEAVIEST)
    assert {page: visit.whole for page, visit in found.items() if visit.whole > HEAVY} == {}
    assert all({Path(name).suffix for name in visit.sizes} >= {".css", ".js"} for visit in found.values())
    assert [name for visit in found.values() for name in visit.sizes for each in LATE if each in name] == []
    assert [page for page, visit in found.items() if any("assets/worksheet/" in name for name in visit.sizes)] == [
        HEAVIEST[2]
    ]
