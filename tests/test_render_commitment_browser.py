"""The register in a real browser: filters in the address, and the search over more signatories than one page holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accord.register.pages.pages import generated
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.browser.conftest import served
from tests.support import ROOT

pytestmark = pytest.mark.browser
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><script src="ROOTassets/site.js"></script>'


def framed(base: str) -> str:
    """Return a frame with the site's scripts and its policy."""
    return made.shell(base).replace("<head>", f'<head><meta charset="utf-8">{HEAD.replace("ROOT", base)}')


def write(folder: Path, count: int) -> None:
    """Write a site whose register has the sample and `count` more, and the first page of the register."""
    body = [made.signed("2026-04-01", f"Body <b>{n}</b>", kind="supplier") for n in range(count)]
    more = [record for n, signing in enumerate(body) for record in made.records(f"body-{n}", signing)]
    g = made.guidance([*made.sample(), *more])
    first = framed("../../").replace("@@accord-body@@", MACROS["register"](g, "../../", ""))
    for name, text in [*generated(g, framed), ("commitment/signatories/index.html", first)]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("register")
    write(folder / "short", 0)
    write(folder / "long", 700)
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that may fail at nothing and log no error."""
    errors: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    yield page
    context.close()
    assert [error for error in errors if "Failed to load resource" not in error] == []  # the icon, and a test's own


def said(page: Page) -> str:
    return page.locator("[data-count]").inner_text()


def test_a_short_register_is_filtered_in_place(page: Page, address: str) -> None:
    """The choice is in the address and comes back from it; tables without a row are hidden."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}short/commitment/signatories/?standing=to-sign-again")
    page.get_by_text("Showing 2 of 10 signatories.").wait_for()
    assert page.locator("[data-part]:visible").count() == 1
    page.locator("#filter-name").fill("  BRACK ")
    page.get_by_text("Showing 1 of 10 signatories.").wait_for()
    assert "name=BRACK&standing=to-sign-again" in page.url
    page.locator("#filter-name").fill("nobody here")
    page.get_by_text("No signatory matches").wait_for()
    page.get_by_role("button", name="Show all").click()
    assert said(page) == "Showing 10 of 10 signatories."
    page.locator("#filter-region").select_option("North East")
    assert said(page).startswith("Showing 2 of 10")
    assert not [url for url in asked if "signatories.json" in url]


def test_a_long_register_is_searched_whole(page: Page, address: str) -> None:
    """The data comes on first use; a name is shown as typed; `Show all` brings the page's own tables back."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}long/commitment/signatories/")
    page.get_by_text("Showing 500 of 710 signatories.").wait_for()
    assert not [url for url in asked if "signatories.json" in url]
    page.locator("#filter-name").fill("body 69")
    page.get_by_text("17 of 710 signatories.").wait_for()
    assert page.locator("table.register tbody tr:visible").count() == 17
    assert page.locator("table.register b").count() == 0
    page.get_by_role("link", name="Body <b>69</b>", exact=True).click()
    page.wait_for_url("**/long/commitment/signatories/body-69/")
    page.go_back()
    page.get_by_text("17 of 710 signatories.").wait_for()
    page.get_by_role("button", name="Show all").click()
    page.get_by_text("Showing 500 of 710 signatories.").wait_for()
    assert page.locator("[data-pager]:visible").count() == 2
    page.locator("#filter-kind").select_option("supplier")
    page.get_by_text("701 of 710 signatories. These are the first 500").wait_for()


def test_data_that_does_not_come_is_said(page: Page, address: str) -> None:
    page.route("**/signatories.json", lambda route: route.fulfill(status=500))
    page.goto(f"{address}long/commitment/signatories/?kind=supplier")
    page.get_by_text("could not be fetched").wait_for()
    assert page.locator("[data-part]:visible").count() >= 1


@pytest.mark.parametrize("slug", ["ambleford", "farholt", "brackwater"])
def test_a_badge_holds_its_words(page: Page, address: str, slug: str) -> None:
    """Each row of a badge ends before the badge does, in the fonts of this machine."""
    page.goto(f"{address}short/badges/{slug}.svg")
    widest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('text')].map(t => t.getBBox().x + t.getBBox().width))"
    )
    assert widest < 312
