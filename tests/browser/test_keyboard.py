"""Used by keyboard alone, in a sensible order (WCAG 2.2: 2.1.1, 2.4.3); test_every_page.py looks at every stop."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

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


def test_skip_link_and_menu_on_a_phone(open_page: Open) -> None:
    """Skip link, home, Menu, search: then the page. Enter opens the menu, Escape closes it and gives the focus back."""
    page, _ = open_page("lifecycle/stopping/", viewport=PHONE)
    stops = [stop for _ in range(4) if (stop := tab(page))]
    assert stops[0]["name"] == "Skip to main content"
    assert "Menu" in [stop["name"] for stop in stops[:3]]
    assert any(stop["tag"] == "INPUT" for stop in stops)
    button, link = page.get_by_role("button", name="Menu"), page.locator("header").get_by_role("link", name="Lifecycle")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(link).to_be_hidden()
        button.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(link).to_be_visible()
        assert violations(page) == []
        page.keyboard.press("Tab")  # to a link in it
        page.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
    page.locator("a.skip").press("Enter")
    page.wait_for_url("**/#main-content")
    tab(page)
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_tab_reaches_everything_in_order_and_comes_to_an_end(open_page: Open) -> None:
    """By real presses, through a long page: nothing traps the focus, and nothing is passed over."""
    page, _ = open_page("toolkit/practices/")
    wanted = page.evaluate(REACHED)
    assert len(wanted) > page.locator("main a").count() > 0
    assert [stop["text"] for _ in wanted if (stop := tab(page))] == wanted
    assert tab(page) is None
