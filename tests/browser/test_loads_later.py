"""What a page loads only once somebody presses: it comes then, and where it fails the page says so and tries again."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import STORED, Open
from tests.browser.sign_officer import CHECK, SIGN, answered
from tests.browser.worksheet_filler import opened

pytestmark = pytest.mark.browser
NEXT = "What comes next could not be fetched. Your answers are still here. Press the button again."
UNCHECKED = "The file was not made: what checks it could not be fetched."
UNMADE = "The document was not made: what writes it could not be fetched."


def fails(missing: str) -> Any:
    """Return what keeps a file from coming, for the time being."""
    return lambda page: page.route(missing, lambda route: route.abort())


@pytest.mark.parametrize("missing", ["**/sign/hand-in.js", "**/vendor/lean-qr.js", "**/api/signatories.json"])
def test_the_steps_after_the_questions(open_page: Open, missing: str) -> None:
    """Without them the answers stay, and the next press leads on; nobody gets two checks for two presses."""
    page, _ = open_page(SIGN, fails(missing))
    answered(page)
    go = page.get_by_role("button", name="Continue")
    go.click()
    page.get_by_text(NEXT).wait_for()
    expect(page.get_by_label("Name of the organisation")).to_have_value("Wicker & Reed")
    page.unroute(missing)
    before: int = page.evaluate("history.length")
    go.evaluate("button => { button.click(); button.click(); }")
    page.get_by_role("heading", name=CHECK).wait_for()
    assert page.evaluate("history.length") == before + 1


@pytest.mark.parametrize(
    ("place", "missing"),
    [
        ("toolkit/worksheets/should-we/", "worksheet/sheet.js"),
        ("toolkit/worksheets/should-we/", "worksheet/store.js"),
        ("search/?q=score", "search.js"),
        ("search/?q=score", "site.js"),
        ("toolkit/worksheets/should-we/", "site.js"),
        ("toolkit/practices/", "filter.js"),
        ("families/letter/", "letter.js"),
        ("toolkit/numbers/", "numbers/page.js"),
    ],
)
def test_a_page_whose_script_does_not_come_says_so(open_page: Open, place: str, missing: str) -> None:
    """Nobody fills in what can't be saved, or waits for results that will not come."""
    page, _ = open_page(place, fails(f"**/assets/{missing}"))
    if missing == "site.js":  # which all others come by
        page.get_by_text(re.compile("JavaScript, which is off or did not load|Without scripts you can")).wait_for()
    else:
        expect(page.get_by_role("alert")).to_contain_text("Part of this page did not load")


def test_the_steps_come_with_the_first_answer_and_who_waits_is_told(open_page: Open) -> None:
    """After a second, and no more once they are there. Who began to answer needs no network from then on."""
    held: list[Any] = []
    page, watch = open_page(SIGN, lambda page: page.route("**/sign/hand-in.js", lambda route: held.append(route)))  # noqa: PLW0108  Playwright marks the function, and a method it can not
    assert not [url for url in watch.asked if "hand-in" in url or "signatories.json" in url]
    answered(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Loading …").wait_for()
    held[0].continue_()
    page.get_by_role("heading", name=CHECK).wait_for()
    page.context.set_offline(True)
    page.get_by_role("button", name="Change the answers").click()
    expect(page.get_by_text("Loading …")).to_have_count(0)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name=CHECK).wait_for()


def test_what_reads_a_file(open_page: Open) -> None:
    """A file that is chosen changes nothing where it can't be read, and is read when it is chosen again."""
    filler, _ = opened(open_page, "modelling")
    filler.state("modelling-1", "Done")
    raw = filler.downloaded()
    filler.page.route("**/worksheet/judge.js", lambda route: route.abort())
    filler.page.reload()
    filler.ready()
    filler.load(raw)
    assert "What reads the file could not be fetched. Choose the file again." in filler.said()
    expect(filler.page.get_by_role("heading", name="The file was not loaded")).to_be_focused()
    expect(filler.page.locator("#modelling-1-done")).not_to_be_checked()
    filler.page.unroute("**/worksheet/judge.js")
    filler.load(raw)
    assert "Your answers are loaded" in filler.said()
    expect(filler.page.locator("#modelling-1-done")).to_be_checked()


def test_what_a_device_remembers_is_left_alone_where_it_can_t_be_read(open_page: Open) -> None:
    """It is not written over, and is there again once the page can read it."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.press("Remember on this device")
    filler.state("modelling-1", "Done")
    page.wait_for_function("localStorage.getItem('accord-answers:/').includes('done')")
    kept = page.evaluate("localStorage.getItem('accord-answers:/')")
    page.route("**/worksheet/judge.js", lambda route: route.abort())
    page.reload()
    filler.ready()
    page.get_by_text("could not be shown, and is left as it is").wait_for()
    filler.state("modelling-2", "Done")
    assert page.evaluate("localStorage.getItem('accord-answers:/')") == kept
    page.on("dialog", lambda dialog: dialog.accept())
    page.unroute("**/worksheet/judge.js")
    page.reload()
    filler.ready()
    assert page.locator("#modelling-1-done").is_checked()
    assert page.evaluate(STORED)["local"] == 1


DOWNLOAD, PRINT, WORD = "Download my answers", "Save as a web page to print", "Save for Word"


@pytest.mark.parametrize(
    ("missing", "button", "failed"),
    [
        ("**/worksheet/reader.js", DOWNLOAD, UNCHECKED), ("**/answers.schema.json", DOWNLOAD, UNCHECKED),
        ("**/guidance/wordings.json", DOWNLOAD, UNCHECKED), ("**/paper/writer.js", PRINT, UNMADE),
        ("**/api/exports.json", PRINT, UNMADE), ("**/documents/document.css", PRINT, UNMADE),
        ("**/paper/word.js", WORD, UNMADE), ("**/vendor/docx.js", WORD, UNMADE),
    ],
)  # fmt: skip
def test_what_makes_a_file(open_page: Open, missing: str, button: str, failed: str) -> None:
    """The list of documents is there at once; a file says that it was not made, and comes at the next press."""
    filler, watch = opened(open_page, "modelling")
    page = filler.page
    hint = page.locator("#document-hint").inner_text()
    page.get_by_label("Make a document from these answers").select_option(index=1)
    expect(page.locator("#document-hint")).not_to_have_text(hint)
    assert not [url for url in watch.asked if "exports.json" in url]
    filler.state("modelling-1", "Done")
    page.route(missing, lambda route: route.abort())
    filler.press(button)
    page.get_by_text(failed).wait_for()
    page.unroute(missing)
    with page.expect_download() as download:
        filler.press(button)
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith((b"<!doctype", b"<!DOCTYPE", b"PK")) or b'"modelling-1"' in raw
    page.get_by_text(re.compile("Saved as|Downloaded as")).wait_for()
