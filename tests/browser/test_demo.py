"""The pages of the Commitment with a register in them: as typed, and found by a parent."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
REGISTER = "commitment/signatories/"


def test_a_statement_is_shown_as_typed(open_page: Open) -> None:
    """Angle brackets, ampersands and braces in a record are words."""
    page, _ = open_page(f"{REGISTER}tallow-systems/")
    assert "Prices: <ask us> & see {{ nothing }}." in page.locator("main").inner_text()


CUT = """() => [...document.querySelectorAll("table.register :is(th, td)")].flatMap((cell) => {
  const found = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), part = document.createRange();
  for (let text; (text = walk.nextNode()); ) for (const word of text.data.matchAll(/[^\\s-]+/g)) {
    part.setStart(text, word.index);
    part.setEnd(text, word.index + word[0].length);
    if (new Set([...part.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word[0]);
  }
  return found;
})"""


@pytest.mark.parametrize("width", [390, 640, 768, 1024, 1280, 673])
def test_no_word_of_the_register_is_cut(open_page: Open, width: int) -> None:
    """Neither where the columns are many for the page, nor on paper (A4 within its margins has 673 pixels)."""
    page, _ = open_page(REGISTER)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print" if width == 673 else "screen")
    assert page.evaluate(CUT) == []


def test_from_a_claim_to_what_can_be_asked(open_page: Open) -> None:
    """Walk from the Commitment to a signatory and to its words, as a parent would."""
    page, _ = open_page("commitment/", viewport=PHONE)
    page.locator("main").get_by_role("link", name="Who has signed").first.click()
    page.get_by_role("link", name="Inglewater").click()
    for words in ("Lead Member for Children", "has no right to test"):
        expect(page.locator("main")).to_contain_text(words)
    expect(page.get_by_role("heading", name="What can I ask?")).to_be_visible()


def test_the_promises_are_read_in_three_ways_without_a_script(open_page: Open) -> None:
    """The address says which reading is shown, so that it can be sent on; a promise's place shows the signed text."""
    page, _ = open_page("commitment/", java_script_enabled=False, viewport=PHONE)
    readings = {name: page.locator(name) for name in (".pledge", "#plain", "#young")}

    def shows(wanted: str) -> None:
        for name, reading in readings.items():
            expect(reading).to_be_visible(visible=name == wanted)

    shows(".pledge")
    for link, reading in (("In plain words", "#plain"), ("For young people", "#young"), ("As signed", ".pledge")):
        page.locator(".switch").get_by_role("link", name=link).click()
        shows(reading)
    for place, reading in (("#young", "#young"), ("#respect-1", ".pledge")):
        page.goto(f"{page.url.partition('#')[0]}{place}")
        shows(reading)
