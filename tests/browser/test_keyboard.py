"""Everything can be reached and used by keyboard alone, in a sensible order (WCAG 2.2: 2.1.1, 2.4.3, 2.4.7)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.built.pages import names

pytestmark = pytest.mark.browser
STOP = """() => { const e = document.activeElement; if (e === document.body) return null;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return {name: (e.ariaLabel || e.innerText || e.labels?.[0]?.innerText || e.id || "").trim().split("\\n")[0],
            tag: e.tagName, width: box.width, height: box.height, left: box.left, right: box.right,
            ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2}; }"""


def tab(page: Page) -> dict[str, Any] | None:
    page.keyboard.press("Tab")
    stop: dict[str, Any] | None = page.evaluate(STOP)
    return stop


def test_first_stops_on_a_phone(open_page: Open) -> None:
    """Skip link, home, Menu, search: then the page."""
    page, _ = open_page("lifecycle/stopping/", viewport=PHONE)
    stops = [tab(page) for _ in range(4)]
    names_ = [stop["name"] for stop in stops if stop]
    assert names_[0] == "Skip to main content"
    assert "Menu" in names_[:3]
    assert any(stop and stop["tag"] == "INPUT" for stop in stops)


def test_the_skip_link_skips(open_page: Open) -> None:
    """After the skip link the next stop lies in the main part."""
    page, _ = open_page("lifecycle/stopping/")
    tab(page)
    page.keyboard.press("Enter")
    tab(page)
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_opens_and_closes(open_page: Open) -> None:
    """Enter opens it, the links are next, Escape closes it and gives the focus back."""
    page, _ = open_page(viewport=PHONE)
    button = page.get_by_role("button", name="Menu")
    assert button.get_attribute("aria-expanded") == "false"
    link = page.locator("header").get_by_role("link", name="Lifecycle")
    assert not link.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.textContent.includes('Menu')")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_stop_is_seen(site: Path, open_page: Open, address: str, size: dict[str, int]) -> None:
    """On every page, each of the first sixty stops has a focus ring, a size, and lies within the width."""
    page, _ = open_page(viewport=size)
    wrong: list[str] = []
    for name in names(site):
        page.goto(f"{address}{name}")
        for _ in range(60):
            stop = tab(page)
            if stop is None:
                break
            seen = stop["ring"] and stop["width"] > 1 and stop["height"] > 1 and stop["right"] > 0
            if not (seen and stop["left"] < size["width"]):
                wrong.append(f"{name}: {stop}")
    assert wrong == []


def test_nothing_traps_the_focus(open_page: Open) -> None:
    """Tabbing through a long page comes to its end."""
    page, _ = open_page("toolkit/practices/")
    for _ in range(600):
        if tab(page) is None:
            return
    pytest.fail("600 stops, and no end")


@pytest.mark.parametrize("name", ["", "lifecycle/modelling/", "toolkit/practices/", "search/?q=model", "law/"])
def test_targets_are_large_enough(open_page: Open, name: str) -> None:
    """Buttons, fields and links outside running text are at least 24 by 24 CSS pixels (WCAG 2.2, 2.5.8)."""
    page, _ = open_page(name, viewport=PHONE)
    small = page.evaluate("""() => [...document.querySelectorAll("button, input, select, summary, header a, footer a")]
        .filter(e => e.offsetParent && !e.classList.contains("skip"))
        .map(e => [e.innerText || e.id, e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 24 || box.width < 24).map(([words]) => words)""")
    assert small == []


def test_no_sideways_scrolling_at_320(site: Path, open_page: Open, address: str) -> None:
    """At 320 pixels no page scrolls sideways but within its own tables (WCAG 2.2, 1.4.10)."""
    page, _ = open_page(viewport={"width": 320, "height": 640})
    wide: list[str] = []
    for name in names(site):
        page.goto(f"{address}{name}")
        if page.evaluate("document.documentElement.scrollWidth > 320"):
            wide.append(name)
    assert wide == []
