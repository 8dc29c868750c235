"""The role cards on paper and on a phone: one side of A5 each, nothing under nine points, no scrolling sideways."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, WIDE, Open
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
ROLES = sorted(path.stem for path in (ROOT / "data" / "cards").glob("*.yml"))
A5 = (148, 210)  # millimetres, ISO 216
SMALLEST = 9.0  # points
SIZES = """() => [...document.querySelectorAll(".rolecard *")]
    .filter(e => e.innerText?.trim() && e.getClientRects().length)
    .map(e => parseFloat(getComputedStyle(e).fontSize) * 0.75)"""
OUTSIDE = """() => [...document.querySelectorAll("h1, h2, footer, header, nav, aside")]
    .filter(e => e.checkVisibility() && !e.closest(".rolecard")).map(e => e.innerText.trim())"""
CUT = "[...document.querySelectorAll('.rolecard *')].some(e => e.getBoundingClientRect().right > innerWidth)"
LONGER = "for (let n = 0; n < 12; n += 1) document.querySelector('.rolecard ol').append(document.createElement('li'))"


def sides(page: Page) -> list[tuple[float, ...]]:
    """Return the size of each printed page in millimetres. Chromium leaves the page objects of a PDF uncompressed."""
    found = re.findall(rb"/MediaBox \[([0-9. ]+)\]", page.pdf(prefer_css_page_size=True))
    return [tuple(float(side) * 25.4 / 72 for side in box.split()[2:]) for box in found]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_card_is_one_side_of_a5(open_page: Open, address: str, scripts: bool) -> None:
    """Printed as it is, large enough to read, with nothing else of the page; every other one without scripts.

    One that is too long would be seen, and another page is not A5.
    """
    page, _ = open_page("toolkit/cards/", viewport=PHONE, java_script_enabled=scripts)
    assert page.evaluate(OUTSIDE) != []
    assert sides(page)[0] != pytest.approx(A5, abs=0.5)
    for role in ROLES[scripts::2]:
        page.emulate_media(media="null")
        page.goto(f"{address}toolkit/cards/{role}/")
        assert (role, page.evaluate(WIDE), page.evaluate(CUT)) == (role, False, False)
        assert sides(page) == [pytest.approx(A5, abs=0.5)], role
        page.emulate_media(media="print")
        assert min(page.evaluate(SIZES)) >= SMALLEST, role
        assert page.locator(".rolecard h2").first.is_visible()
        assert page.evaluate(OUTSIDE) == [], role
    page.evaluate(LONGER)
    assert len(sides(page)) == 2


def test_from_a_door_to_a_card_by_keyboard(open_page: Open) -> None:
    page, _ = open_page("start/social-workers/", viewport=PHONE)
    page.locator("main a[href*='toolkit/cards/']").first.press("Enter")
    page.wait_for_url("**/toolkit/cards/*/")
    expect(page.locator(".rolecard ol li").nth(2)).to_be_visible()
