"""Worksheets on paper and without scripts: ticks, whole texts, evidence; or boxes and lines to fill in by hand."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Open
from tests.browser.worksheet_filler import SHEETS, opened

pytestmark = pytest.mark.browser
LONG = "First line.\n" + "many words " * 150 + "THE END"
COPY = "(id) => { const style = getComputedStyle(document.getElementById(id).parentElement, '::after');" \
       " return [style.content, style.display, style.visibility, style.height]; }"  # fmt: skip


def test_a_filled_sheet_prints_what_was_written(open_page: Open) -> None:
    """Ticks, the whole of a long text, evidence, who and when, the project, version, day and address."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.unfold(page.locator("[data-project]"))
    page.get_by_label("Name of the project").fill("Early help flag")
    page.locator("#modelling-1-done").check()
    page.locator("#modelling-1-notes").fill(LONG)
    page.locator("#modelling-1 summary").last.click()
    page.locator("#modelling-1-evidence-1").fill("Minutes " * 30)
    page.locator("#modelling-1-by").fill("2027-03-31")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#modelling-1-done").is_visible()
    content, display, visibility, height = page.evaluate(COPY, "modelling-1-notes")
    assert content.endswith('THE END"')
    assert (display, visibility) == ("block", "visible")
    assert float(height.removesuffix("px")) > 200
    assert page.evaluate(COPY, "modelling-1-evidence-1")[0].count("Minutes") == 30
    assert page.locator("#modelling-1-by").is_visible()
    head = page.locator(".worksheet__printed").inner_text()
    for words in ("Early help flag", "Version 0.", "22 November 2026", f"/{SHEETS}modelling/"):
        assert words in head
    for gone in ("Download my answers", "Load answers", "Remember on this device", "Add evidence"):
        assert not page.get_by_text(gone, exact=True).first.is_visible(), gone
    assert not page.locator("#modelling-1 .item__how").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_empty_sheet_prints_room_to_write(open_page: Open, scripts: bool) -> None:
    """Each question with its boxes, and a place of at least 10 mm for words by hand."""
    page, _ = open_page(f"{SHEETS}should-we/", java_script_enabled=scripts)
    if scripts:
        page.locator("[data-ready]").wait_for()
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
    assert page.get_by_text("Our reasons").is_visible()


def test_without_scripts_the_sheet_can_be_filled_in_and_says_what_it_can_t(open_page: Open) -> None:
    """Radios and boxes work, the buttons that would do nothing are not there, and the page says why."""
    page, _ = open_page(f"{SHEETS}modelling/", java_script_enabled=False, viewport=PHONE)
    page.locator("#modelling-1-done").check()
    page.locator("#modelling-1-notes").fill("By hand")
    assert page.get_by_text("Without scripts you can fill in this sheet here and print it").is_visible()
    assert page.locator("main .worksheet button:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator("#modelling-1-notes").is_visible()
    page.emulate_media(media="screen")
    page.goto(page.url.replace("modelling/", ""))
    assert "accord answers compare" in page.locator("main").inner_text()
