"""Used by keyboard alone, in a sensible order (WCAG 2.2: 2.1.1, 2.4.3); test_every_page.py looks at every stop."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Open, violations

pytestmark = pytest.mark.browser
STOP = """() => { const e = document.activeElement; if (e === document.body) return null;
    return {name: (e.ariaLabel || e.innerText || e.labels?.[0]?.innerText || e.id || "").trim().split("\\n")[0],
            tag: e.tagName, text: e.outerHTML}; }"""
REACHED = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0).map(e => e.outerHTML)"""


def tab(page: Page) -> dict[str, Any] | None:
    page.keyboard.press("Tab")
    stop: dict[str, Any] | None = page.evaluate(STOP)
    return stop


def test_first_stops_on_a_phone(open_page: Open) -> None:
    """Skip link, home, Menu, search: then the page; and the skip link skips."""
    page, _ = open_page("lifecycle/stopping/", viewport=PHONE)
    stops = [stop for _ in range(4) if (stop := tab(page))]
    assert stops[0]["name"] == "Skip to main content"
    assert "Menu" in [stop["name"] for stop in stops[:3]]
    assert any(stop["tag"] == "INPUT" for stop in stops)
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main-content")
    tab(page)
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_menu_opens_and_closes(open_page: Open, scheme: str) -> None:
    """Enter opens it, the links are next, no violation then; Escape closes it and gives the focus back."""
    page, _ = open_page(viewport=PHONE, color_scheme=scheme)
    button = page.get_by_role("button", name="Menu")
    assert button.get_attribute("aria-expanded") == "false"
    link = page.locator("header").get_by_role("link", name="Lifecycle")
    assert not link.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert link.is_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.textContent.includes('Menu')")


def test_tab_reaches_everything_in_order_and_comes_to_an_end(open_page: Open) -> None:
    """By real presses, through a long page: nothing traps the focus, and nothing is passed over."""
    page, _ = open_page("toolkit/practices/")
    wanted = page.evaluate(REACHED)
    assert len(wanted) > page.locator("main a").count() > 0
    assert [stop["text"] for _ in wanted if (stop := tab(page))] == wanted
    assert tab(page) is None
