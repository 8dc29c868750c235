"""Someone who has never seen the site can answer, from the home page, in three clicks."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser
# The question; the door that its asker takes; the page that answers it; words that need to be on that page.
JOURNEYS = [
    ("What must we do before we buy a model?", "for-leaders", "toolkit/before-you-buy/", "supplier"),
    ("What can I ask the council?", "for-families", "families/", "ask"),
    ("When should we stop?", "for-social-workers", "toolkit/stop-signs/", "Stop if"),
]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey[2] for journey in JOURNEYS])
def test_a_question_is_a_link_on_the_home_page(open_page: Open, size: dict[str, int], journey: tuple[str, ...]) -> None:
    """One click, by keyboard, on the question itself."""
    question, _, target, words = journey
    page, _ = open_page("", viewport=size)
    page.get_by_role("link", name=question).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}")
    assert words in page.locator("main").inner_text()


@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey[2] for journey in JOURNEYS])
def test_a_door_leads_there_too(open_page: Open, journey: tuple[str, ...]) -> None:
    """Two clicks: the door of one's own audience, then the step of its path."""
    _, door, target, words = journey
    page, _ = open_page("")
    page.locator(f"#{door} a").first.click()
    page.locator(f"ol.path a[href$='{target}']").click()
    page.wait_for_url(f"**/{target}")
    assert words in page.locator("main").inner_text()


def test_print_keeps_the_words(open_page: Open) -> None:
    """On paper: no navigation, the words of closed parts, the version and the review date."""
    page, _ = open_page("lifecycle/stopping/")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("header nav").first.is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator("time").first.is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_the_commitment_on_paper_is_the_signed_text(open_page: Open) -> None:
    """A committee gets the words, the version and the digest; a line says where our notes are."""
    page, _ = open_page("commitment/")
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()
    assert "Version 1.0.0, released on" in shown
    assert "without our notes" in shown
    assert "sha256:" in shown
    assert shown.index("without our notes") < shown.index("Respect 1.") < shown.index("How it changes")
    assert "Our explanation" not in shown
    assert "Three ways on" not in shown
