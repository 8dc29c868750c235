"""The role cards on paper and on a phone: one side of A5 each, nothing under nine points, no scrolling sideways."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Open
from tests.test_cards import ROLES

pytestmark = pytest.mark.browser
A5 = (148, 210)  # millimetres, ISO 216
SMALLEST = 9.0  # points
SIZES = """() => [...document.querySelectorAll(".rolecard *")]
    .filter(e => e.innerText?.trim() && e.getClientRects().length)
    .map(e => parseFloat(getComputedStyle(e).fontSize) * 0.75)"""
SEEN = """() => [...document.querySelectorAll("h1, h2, footer, header, nav, aside")].filter(e => e.checkVisibility())
    .map(e => e.innerText.trim())"""


def boxes(pdf: bytes) -> list[tuple[float, ...]]:
    """Return the size of each page in millimetres. Chromium leaves the page objects of a PDF uncompressed."""
    found = re.findall(rb"/MediaBox \[([0-9. ]+)\]", pdf)
    return [tuple(float(side) * 25.4 / 72 for side in box.split()[2:]) for box in found]


def printed(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
@pytest.mark.parametrize("role", ROLES)
def test_a_card_is_one_side_of_a5(open_page: Open, role: str, script: bool) -> None:
    """Printed as it stands, the card is one page of A5, and nothing else of the page comes out."""
    page, _ = open_page(f"toolkit/cards/{role}/", java_script_enabled=script)
    sides = boxes(printed(page))
    assert len(sides) == 1
    assert sides[0] == pytest.approx(A5, abs=0.5)


@pytest.mark.parametrize("role", ROLES)
def test_the_card_is_large_enough_to_read_and_stands_alone(open_page: Open, role: str) -> None:
    page, _ = open_page(f"toolkit/cards/{role}/")
    page.emulate_media(media="print")
    assert min(page.evaluate(SIZES)) >= SMALLEST
    assert page.evaluate(SEEN) == ["Before you rely on this score"]


def test_a_card_that_is_too_long_would_be_seen(open_page: Open) -> None:
    """The count of pages can fail, and other pages are not A5."""
    page, _ = open_page("toolkit/cards/analyst/", bypass_csp=True)
    page.evaluate(
        "for (let n = 0; n < 12; n += 1) document.querySelector('.rolecard ol').append(document.createElement('li'))"
    )
    assert len(boxes(printed(page))) == 2
    page, _ = open_page("toolkit/cards/")
    assert boxes(printed(page))[0] != pytest.approx(A5, abs=0.5)


@pytest.mark.parametrize("role", ROLES)
def test_a_phone_shows_it_without_scrolling_sideways(open_page: Open, role: str) -> None:
    page, _ = open_page(f"toolkit/cards/{role}/", viewport=PHONE)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not page.evaluate(
        "[...document.querySelectorAll('.rolecard *')].some(e => e.getBoundingClientRect().right > innerWidth)"
    )


def test_from_a_door_to_a_card_by_keyboard(open_page: Open) -> None:
    page, _ = open_page("start/social-workers/", viewport=PHONE)
    page.get_by_role("link", name="Practice supervisor").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/toolkit/cards/supervisor/")
    assert "What would we have decided without it?" in page.locator("main").inner_text()
