"""The search finds what readers type: other words for a thing, other forms of a word, and slips of the keys."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser
# What is typed, and a page that has to be among the first results.
WANTED = {
    "family": "families/",
    "families": "families/",
    "LAC": "glossary/#looked-after-child",
    "AI": "glossary/#artificial-intelligence",
    "predictive analytics": "glossary/#predictive-analytics",
    "algorithm": "glossary/#algorithm",
    "famlies": "families/",
    "safegaurding": "glossary/#safeguarding",
    "DPIA": "glossary/#dpia",
    "when should we stop": "toolkit/stop-signs/",
    "procurment": "toolkit/before-you-buy/",
    "looked after child": "glossary/#looked-after-child",
    "Respect 3": "commitment/#respect-3",
    "a person who can explain it will answer": "commitment/#respect-3",
    "punished for disagreeing": "commitment/#care-3",
}
FIRST = 10


def results(page: Page) -> list[str]:
    """Return the addresses of the results, below the site's root."""
    page.locator("[data-results] li").first.wait_for()
    links = page.locator("[data-results] a").evaluate_all("links => links.map(link => link.href)")
    root = page.evaluate("new URL('..', location.href.split('?')[0]).href")
    return [str(link).removeprefix(root).partition("?")[0] for link in links]


@pytest.mark.parametrize("typed", WANTED)
def test_it_finds(open_page: Open, typed: str) -> None:
    """The page is among the first results."""
    page, _ = open_page(f"search/?q={typed}")
    found = results(page)[:FIRST]
    assert any(address.startswith(WANTED[typed]) for address in found), found


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_from_the_header_by_keyboard(open_page: Open, size: dict[str, int]) -> None:
    """Type in the header of any page, press Enter, follow a result."""
    page, _ = open_page("lifecycle/modelling/", viewport=size)
    page.locator("header input[type=search]").focus()
    page.keyboard.type("false alarm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=false+alarm")
    assert results(page)
    status = page.locator("main [role=status]").inner_text()
    assert any(character.isdigit() for character in status), status


def test_nothing_found_says_what_to_try(open_page: Open) -> None:
    """No result is said aloud, with what to do next."""
    page, _ = open_page("search/?q=zzqqxx")
    expect(page.locator("main [role=status]")).not_to_be_empty()
    assert page.locator("[data-results] li").count() == 0
    assert "try" in page.locator("main").inner_text().lower()


@pytest.mark.parametrize(
    "typed", ["<img src=x onerror=alert(1)>", '" onfocus="alert(1)', "{{7*7}}", "(((", "family~1^9"]
)
def test_what_is_typed_never_runs(open_page: Open, typed: str) -> None:
    """Signs that mean something to HTML, templates or a query language are only words here."""
    page, watch = open_page("search/")
    dialogs: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.locator("main input[type=search]").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert dialogs == []
    assert watch.errors == []
    assert page.locator("main img").count() == 0
