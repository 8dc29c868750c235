"""Worksheets on paper and without scripts: ticks, whole texts, evidence; or boxes and lines to fill in by hand."""

from __future__ import annotations

import io
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.browser.conftest import PHONE, Open, settle
from tests.browser.worksheet_filler import SHEETS, opened

pytestmark = pytest.mark.browser
LONG = "First line.\n" + "many words " * 150 + "THE END"


def test_a_filled_sheet_prints_what_was_written(open_page: Open) -> None:
    """Folded as it is: ticks, steps, the whole of a long text, evidence, who and when, the project, day and address;
    page numbers and a line to sign; no empty line of a filled answer, no button.
    """
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.unfold(page.locator("[data-part=project]"))
    page.get_by_label("Name of the project").fill("Early help flag")
    page.locator("#modelling-1-done").check()
    page.locator("#modelling-1-notes").fill(LONG)
    page.evaluate("document.querySelectorAll('#modelling-1 details').forEach((each) => { each.open = true; })")
    page.locator("#modelling-1-step-2").check()
    page.locator("#modelling-1-evidence-1-text").fill("Minutes " * 30)
    page.locator("#modelling-1-by").fill("2027-03-31")
    page.evaluate("document.querySelectorAll('#modelling-1 .item__how, [data-fold]').forEach(e => { e.open = false; })")
    page.get_by_text("1 of 8 done.").wait_for()
    paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
    told = [" ".join(normalize("NFKC", each.extract_text()).split()) for each in paper.pages]
    for number, text in enumerate(told, 1):
        assert f"Page {number} of {len(told)}" in text
    whole = " ".join(told)
    for words in ("Early help flag", "Version 0.", "22 November 2026", f"/{SHEETS}modelling/", "THE END", "Signed:"):
        assert words in whole, words
    assert whole.count("Minutes") >= 30
    for gone in ("Download my answers", "Load answers", "Remember on this device", "Add evidence", "Next open one"):
        assert gone not in whole, gone
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    item = page.locator("#modelling-1")
    assert item.evaluate("(each) => getComputedStyle(each).breakInside") == "avoid"
    for there in ("legend", "#modelling-1-done", "#modelling-1-step-2", "#modelling-1-by"):
        assert item.locator(there).is_visible(), there
    for gone in ("#modelling-1-step-1", "label[for=modelling-1-evidence-1-url]", "label[for=modelling-1-answered_by]"):
        assert not item.locator(gone).is_visible(), gone


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_empty_sheet_prints_room_to_write(open_page: Open, scripts: bool) -> None:
    """Each question with its boxes, and a place of at least 10 mm for words by hand, also of parts that are folded;
    no question goes on overleaf, and the whole takes few sides.
    """
    page, _ = open_page(f"{SHEETS}should-we/", java_script_enabled=scripts)
    settle(page)
    page.emulate_media(media="print")
    items = page.locator("[data-item]")
    assert items.count() > 30
    for item in (items.first, items.last):
        assert item.locator("legend").is_visible()
        assert item.locator("input[type=radio]").count() == 3
        assert item.locator("input[type=radio]").first.is_visible()
        box = item.locator(".grow").first.bounding_box()
        assert box
        assert box["height"] > 37  # 10 mm at 96 pixels an inch
    assert page.get_by_text("Our reasons").first.is_visible()
    page.emulate_media()
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(paper.pages) <= (12 if scripts else 18)
    for told in (" ".join(each.extract_text().split()) for each in paper.pages):  # a question is on one side
        assert told.count("what is missing") == told.count("By when")


def test_without_scripts_the_sheet_can_be_filled_in_and_says_what_it_can_t(open_page: Open) -> None:
    """All parts are open, radios and boxes work, no button that would do nothing is there, and the page says why."""
    page, _ = open_page(f"{SHEETS}modelling/", java_script_enabled=False, viewport=PHONE)
    for item in page.locator("[data-item]").all():
        assert item.locator("input[type=radio]").first.is_visible()
    page.locator("#modelling-1-done").check()
    page.locator("#modelling-1-notes").fill("By hand")
    assert page.get_by_text("Without scripts you can fill in this sheet here and print it").is_visible()
    assert page.locator("main .worksheet button:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator("#modelling-1-notes").is_visible()
    page.emulate_media(media="screen")
    page.goto(page.url.replace("modelling/", ""))
    assert "With scripts switched on" in page.locator("main").inner_text()
    shown = page.locator(".sheets > li:visible > a:first-child")
    assert shown.count() == 10
    page.get_by_label("Do you want to buy a tool?").press("Space")
    assert shown.all_inner_texts() == [
        "Should we be doing this?", "What to ask a supplier", "Data extraction and acquisition",
    ]  # fmt: skip
