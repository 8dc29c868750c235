"""The pages of the Commitment with a register in them: as typed, and found by a parent."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
CUT = """() => [...document.querySelectorAll("table.register :is(th, td)")].flatMap((cell) => {
  const found = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), part = document.createRange();
  for (let text; (text = walk.nextNode()); ) for (const word of text.data.matchAll(/[^\\s-]+/g)) {
    part.setStart(text, word.index);
    part.setEnd(text, word.index + word[0].length);
    if (new Set([...part.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word[0]);
  }
  return found;
})"""


def test_no_word_of_the_register_is_cut(open_page: Open) -> None:
    """Neither where the columns are many for the page, nor on paper (A4 within its margins has 673 pixels)."""
    page, _ = open_page("commitment/signatories/")
    for width in (390, 640, 768, 1024, 1280, 673):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="print" if width == 673 else "screen")
        assert (width, page.evaluate(CUT)) == (width, [])


def test_from_a_claim_to_what_can_be_asked(open_page: Open, address: str) -> None:
    """Walk from the Commitment to a signatory and to its words, as a parent would; what it wrote is shown as typed."""
    page, _ = open_page("commitment/", viewport=PHONE)
    page.locator("main").get_by_role("link", name="Who has signed").first.click()
    page.get_by_role("link", name="Inglewater").click()
    for words in ("Lead Member for Children", "has no right to test", "What can I ask?"):
        expect(page.locator("main")).to_contain_text(words)
    page.goto(f"{address}commitment/signatories/tallow-systems/")
    expect(page.locator("main")).to_contain_text("Prices: <ask us> & see {{ nothing }}.")


def test_the_promises_are_read_in_three_ways_without_a_script(open_page: Open) -> None:
    """The address says which reading is shown, so that it can be sent on; a promise's place shows the signed text."""
    page, _ = open_page("commitment/", java_script_enabled=False, viewport=PHONE)

    def shows(wanted: str) -> None:
        for name in (".pledge", "#plain", "#young"):
            expect(page.locator(name)).to_be_visible(visible=name == wanted)

    shows(".pledge")
    for link, reading in (("In plain words", "#plain"), ("For young people", "#young"), ("As signed", ".pledge")):
        page.locator(".switch").get_by_role("link", name=link).click()
        shows(reading)
    for place, reading in (("#young", "#young"), ("#respect-1", ".pledge")):
        page.goto(f"{page.url.partition('#')[0]}{place}")
        shows(reading)
