"""What a device remembers: nothing until it is asked to, all of it then, and nothing again once it is cleared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Route

from tests.browser.conftest import NOTHING, PHONE, STORED, Open, served
from tests.browser.worksheet_filler import SHEETS, Filler, opened, values
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
FRESH = ROOT / "docs" / "assets" / "worksheet" / "fresh.js"
MOMENT = int(FRESH.read_text(encoding="utf-8").partition("const MOMENT = ")[2].partition(";")[0])  # milliseconds
# Follows a link of the page to an address below the site's root.
FOLLOW = """address => {
    const links = [...document.querySelectorAll("a[href]")];
    links.find((link) => link.pathname === `/${address}` && !link.hash).click();
}"""
REMEMBER, CLEAR = "Remember on this device", "Clear"


def _sheet(page: Page, address: str, name: str) -> Filler:
    page.goto(f"{address}{SHEETS}{name}/")
    return Filler(page)


def _stored(page: Page, *words: str) -> None:
    """Wait until all words are in what the device remembers."""
    page.wait_for_function("words => words.every(word => localStorage.getItem('accord-answers:/').includes(word))",
                           arg=list(words))  # fmt: skip


def _holds(filler: Filler, *names: str) -> None:
    """Wait until a tab holds the answers of these names and no others: another tab's are on their way."""
    for wait in range(8):  # and a browser without a head refuses the eleventh download
        if (found := sorted(values(filler.downloaded())["answers"])) == list(names):
            return
        filler.page.wait_for_timeout(2**wait * 100)
    pytest.fail(f"there are {found}")


def test_nothing_is_stored_until_asked_and_nothing_after_clear(open_page: Open) -> None:
    """Filling in, downloading and loading store nothing. The button does; Clear beside it takes it away."""
    filler, _ = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    filler.state("modelling-1", "Done")
    filler.load(filler.downloaded())
    assert page.evaluate(STORED) == NOTHING
    assert not page.get_by_role("button", name=CLEAR).is_visible()
    filler.press(REMEMBER)
    assert page.evaluate("document.activeElement.innerText") == CLEAR
    assert page.evaluate(STORED) == {**NOTHING, "local": 1}
    assert "since 22 November 2026" in page.locator("#remember-hint").inner_text()
    filler.press(CLEAR)
    assert page.evaluate(STORED) == NOTHING
    assert page.locator("#modelling-1-done").is_checked()
    filler.state("modelling-2", "Done")
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []


def test_two_copies_on_one_host_keep_apart(open_page: Open, site: Path, tmp_path: Path) -> None:
    """What one copy remembers is not shown, changed or cleared by another at a path beside it."""
    for name in ("a", "b"):
        (tmp_path / name).symlink_to(site)
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    with served(tmp_path) as host:
        one = _sheet(page, f"{host}a/", "modelling")
        one.into(page.locator("#modelling-1-notes"), "Of the first copy")
        one.press(REMEMBER)
        other = _sheet(page, f"{host}b/", "modelling")
        assert page.locator("#modelling-1-notes").input_value() == ""
        assert not page.get_by_role("button", name=CLEAR).is_visible()
        other.press(REMEMBER)
        other.press(CLEAR)
        _sheet(page, f"{host}a/", "modelling")
        assert page.locator("#modelling-1-notes").input_value() == "Of the first copy"


def test_what_is_remembered_comes_back_on_every_sheet(open_page: Open, address: str) -> None:
    """What is typed later is remembered too, unfinished as it may be, and leaving asks nothing."""
    filler, watch = opened(open_page, "modelling")
    page = filler.page
    filler.press(REMEMBER)
    filler.state("modelling-1", "Done")
    filler.evidence("modelling-1", 1, "Minutes", "http://not-yet-right")
    filler.into(page.locator("#modelling-2-notes"), "Two")
    filler = _sheet(page, address, "should-we")
    filler.state("care-q1", "Answered")
    filler = _sheet(page, address, "modelling")
    assert page.locator("#modelling-1-done").is_checked()
    assert page.locator("#modelling-1-address-1").input_value() == "http://not-yet-right"
    assert page.locator("#modelling-2-notes").input_value() == "Two"
    page.locator("#modelling-1-address-1").fill("https://example.org")
    assert sorted(values(filler.downloaded())["answers"]) == ["care-q1", "modelling-1", "modelling-2"]
    assert watch.away == []


def test_two_tabs_do_not_lose_each_other_s_answers(open_page: Open, address: str) -> None:
    """What is typed in one tab comes to the other."""
    filler, _ = opened(open_page, "modelling")
    filler.press(REMEMBER)
    other = _sheet(filler.page.context.new_page(), address, "action-plan")
    other.page.locator("#rec-1-notes").fill("One")
    filler.page.locator("#modelling-1-notes").fill("Two")
    other.page.locator("#rec-2-notes").fill("Three")
    _stored(other.page, "One", "Two", "Three")
    for each in (filler, other):
        _holds(each, "modelling-1", "rec-1", "rec-2")


def test_what_is_typed_while_another_tab_s_answers_are_fetched_is_kept(open_page: Open, address: str) -> None:
    """A slow network: what reads the other tab's answers is still on its way, and the reader types on."""
    filler, _ = opened(open_page, "modelling")
    page, waiting = filler.page, list[Route]()

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/worksheet/reader.js", hold)
    filler.press(REMEMBER)
    other = _sheet(page.context.new_page(), address, "action-plan")
    with page.expect_request("**/worksheet/reader.js"):
        other.page.locator("#rec-1-notes").fill("One")
        page.locator("#modelling-1-notes").fill("Two")
    page.locator("#modelling-2-notes").fill("Three")
    while not waiting:
        page.wait_for_timeout(10)
    waiting[0].continue_()
    _stored(page, "One", "Two", "Three")
    assert page.locator("#modelling-2-notes").input_value() == "Three"
    for each in (filler, other):
        _holds(each, "modelling-1", "modelling-2", "rec-1")


def test_an_answer_is_not_written_over_one_that_no_event_has_told_of(open_page: Open) -> None:
    """Another tab's answer lies in the store, and this page has not heard of it when the next key is pressed."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.press(REMEMBER)
    page.locator("#modelling-1-notes").fill("One")
    kept = page.evaluate("localStorage.getItem('accord-answers:/')")
    page.evaluate("kept => localStorage.setItem('accord-answers:/', kept)", kept.replace("One", "Other words"))
    page.clock.fast_forward(MOMENT + 500)  # what is typed here is no longer fresh
    page.locator("#modelling-2-notes").fill("Two")
    _stored(page, "Two", "Other words")
    assert page.locator("#modelling-1-notes").input_value() == "Other words"


def test_two_projects_in_two_tabs_are_not_mixed(open_page: Open, address: str) -> None:
    """One tab holds answers that nobody asked to remember. Another begins to remember: both stay as they are."""
    filler, _ = opened(open_page, "modelling")
    filler.page.locator("#modelling-1-notes").fill("The first project")
    other = _sheet(filler.page.context.new_page(), address, "modelling")
    other.page.locator("#modelling-1-notes").fill("The second project")
    other.press(REMEMBER)
    filler.page.get_by_text("What you see here is not remembered. Download it.").wait_for()
    filler.page.locator("#modelling-2-notes").fill("More")
    assert filler.page.locator("#modelling-1-notes").input_value() == "The first project"
    assert sorted(values(filler.downloaded())["answers"]) == ["modelling-1", "modelling-2"]
    stored = other.page.evaluate("localStorage.getItem('accord-answers:/')")
    assert "The second project" in stored
    assert "More" not in stored


@pytest.mark.parametrize(
    "stored",
    [
        "nonsense",
        "{}",
        json.dumps({"since": "2026-01-01", "text": '{"a": 1}'}),
        json.dumps({"since": "<b>", "text": 1}),
    ],
)
def test_what_can_t_be_read_is_left_alone_and_can_be_cleared(open_page: Open, stored: str) -> None:
    """The page works, writes nothing over it, and Clear removes it."""
    filler, watch = opened(open_page, "modelling")
    page = filler.page
    page.evaluate("stored => localStorage.setItem('accord-answers:/', stored)", stored)
    page.reload()
    filler.ready()
    filler.state("modelling-1", "Done")
    assert page.evaluate("localStorage.getItem('accord-answers:/')") == stored
    filler.press(CLEAR)
    assert page.evaluate(STORED) == NOTHING
    assert page.locator("#modelling-1-done").is_checked()
    assert watch.errors == []


def test_a_browser_without_a_store_says_so(open_page: Open) -> None:
    """The button then leads to the file instead."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }")
    filler.press(REMEMBER)
    page.get_by_text("This browser does not allow it. Download the file instead.").wait_for()
    assert page.evaluate(STORED) == NOTHING


def _asked(page: Page) -> list[str]:
    """Return a list of what the page asks from now on, each agreed to."""
    asked: list[str] = []

    def agree(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", agree)
    return asked


def test_answers_go_along_from_sheet_to_sheet_and_stay_nowhere(open_page: Open) -> None:
    """By a link, in the tab: nothing is asked, nothing is lost, and nothing lies in a store once the sheet is open."""
    filler, watch = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    asked = _asked(page)
    filler.into(page.locator("#modelling-1-notes"), "Before")
    stops = {"implementing": "implementing-1", "should-we": "care-q1", "supplier": "supplier-q1"}
    for name, item in stops.items():
        if name == "should-we":  # which only the list leads to
            page.evaluate(FOLLOW, SHEETS)
            page.get_by_text("Your answers are with you").wait_for()
            assert page.evaluate(STORED) == NOTHING
        page.evaluate(FOLLOW, f"{SHEETS}{name}/")
        page.wait_for_url(f"**/{SHEETS}{name}/")
        filler.ready()
        assert "came with you" in page.locator("main [data-says]").last.inner_text()
        page.locator(f"#{item}-notes").fill("More")
        assert page.evaluate(STORED) == NOTHING
    assert asked == []
    assert sorted(values(filler.downloaded())["answers"]) == sorted(["modelling-1", *stops.values()])
    page.locator("#supplier-q1-notes").fill("Not downloaded")
    page.reload()
    filler.ready()
    assert asked == ["beforeunload"]
    assert page.locator("#supplier-q1-notes").input_value() == ""
    assert watch.errors == []


def test_a_link_away_from_the_sheets_takes_nothing_along(open_page: Open, address: str) -> None:
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    asked = _asked(page)
    filler.into(page.locator("#modelling-1-notes"), "Before")
    page.evaluate(FOLLOW, "privacy/")
    page.wait_for_url("**/privacy/")
    assert asked == ["beforeunload"]
    assert page.evaluate(STORED) == NOTHING
    assert _sheet(page, address, "should-we").page.locator("[data-report]").is_hidden()


def test_another_project_is_loaded_only_once_what_was_there_is_saved(open_page: Open, tmp_path: Path) -> None:
    """Remembered or only typed: the page asks, and both projects are kept."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    other = tmp_path / "other.json"
    filler.into(page.locator("#modelling-1-notes"), "Of the other")
    other.write_bytes(filler.downloaded())
    filler.into(page.locator("#modelling-1-notes"), "Of the first")
    filler.press(REMEMBER)
    answers = iter([False, True])
    page.on("dialog", lambda dialog: dialog.accept() if next(answers) else dialog.dismiss())
    page.get_by_label("Load answers").set_input_files(other)
    assert page.locator("#modelling-1-notes").input_value() == "Of the first"
    with page.expect_download() as caught:
        page.get_by_label("Load answers").set_input_files(other)
    assert values(Path(caught.value.path()).read_bytes())["answers"]["modelling-1"]["notes"] == "Of the first"
    page.get_by_role("heading", name="Your answers are loaded").wait_for()
    assert page.locator("#modelling-1-notes").input_value() == "Of the other"
    _stored(page, "Of the other")
