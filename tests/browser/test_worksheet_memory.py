"""What a device remembers: nothing until it is asked to, all of it then, and nothing again once it is cleared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from tests.browser.conftest import NOTHING, PHONE, STORED, Open, served
from tests.browser.worksheet_filler import CLEAR, REMEMBER, SHEETS, STORE, Filler, opened, values
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
FRESH = ROOT / "docs" / "assets" / "worksheet" / "fresh.js"
MOMENT = int(FRESH.read_text(encoding="utf-8").partition("const MOMENT = ")[2].partition(";")[0])  # milliseconds
# Follows a link of the page to an address below the site's root.
FOLLOW = """address => {
    const links = [...document.querySelectorAll("a[href]")];
    links.find((link) => link.pathname === `/${address}` && !link.hash).click();
}"""


def _sheet(page: Page, address: str, name: str) -> Filler:
    page.goto(f"{address}{SHEETS}{name}/")
    return Filler(page)


def _holds(filler: Filler, *names: str) -> None:
    """Wait until a tab holds the answers of these names and no others: another tab's are on their way."""
    for wait in range(8):  # and a browser without a head refuses the eleventh download
        if (found := sorted(values(filler.downloaded())["answers"])) == list(names):
            return
        filler.page.wait_for_timeout(2**wait * 100)
    pytest.fail(f"there are {found}")


def _asked(page: Page, *agrees: bool) -> list[str]:
    """Return a list of what the page asks from now on; each is agreed to, or as `agrees` says in turn."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        if [*agrees, *[True] * len(asked)][len(asked) - 1]:
            dialog.accept()
        else:
            dialog.dismiss()

    page.on("dialog", answer)
    return asked


def test_nothing_is_stored_until_asked_and_nothing_after_clear(
    open_page: Open, address: str, site: Path, tmp_path: Path
) -> None:
    """Filling in, downloading and loading store nothing. The button does, for all sheets of this copy alone, unfinished
    as words may be; Clear beside it takes it away.
    """
    filler, watch = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    filler.state("modelling-4", "Done")
    filler.load(filler.downloaded())
    filler.ready()
    assert page.evaluate(STORED) == NOTHING
    expect(page.get_by_role("button", name=CLEAR)).to_be_hidden()
    filler.press(REMEMBER)
    expect(page.get_by_role("button", name=CLEAR)).to_be_focused()
    assert page.evaluate(STORED) == {**NOTHING, "local": 1}
    expect(page.locator("#remember-hint")).to_contain_text("since 22 November 2026")
    filler.evidence("modelling-4", 1, "Minutes", "http://not-yet-right")
    filler.stored("not-yet-right")
    filler = _sheet(page, address, "should-we")
    filler.state("care-q1", "Answered")
    filler.stored("care-q1")
    (tmp_path / "b").symlink_to(site)
    with served(tmp_path) as host:
        other = _sheet(page.context.new_page(), f"{host}b/", "modelling")
        other.holds("modelling-4-evidence-1-text", "")
        other.press(REMEMBER)
        other.press(CLEAR)
    filler = _sheet(page, address, "modelling")
    assert page.locator("#modelling-4-done").is_checked()
    filler.holds("modelling-4-evidence-1-url", "http://not-yet-right")
    page.locator("#modelling-4-evidence-1-url").fill("https://example.org")
    assert sorted(values(filler.downloaded())["answers"]) == ["care-q1", "modelling-4"]
    filler.press(CLEAR)
    filler.state("modelling-2", "Done")
    assert page.evaluate(STORED) == NOTHING
    assert page.locator("#modelling-4-done").is_checked()
    assert page.context.cookies() == []
    assert watch.errors == []


def test_two_tabs_do_not_lose_each_other_s_answers(open_page: Open, address: str) -> None:
    """What is typed in one tab comes to the other, also while what reads it is still on its way on a slow network."""
    filler, _ = opened(open_page, "modelling")
    page, waiting = filler.page, list[Route]()

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/worksheet/reader.js", hold)
    filler.press(REMEMBER)
    other = _sheet(page.context.new_page(), address, "action-plan")
    with page.expect_request("**/worksheet/reader.js"):
        other.page.locator("#rec-1-notes").fill("One")
        page.locator("#modelling-4-notes").fill("Two")
    page.locator("#modelling-2-notes").fill("Three")
    while not waiting:
        page.wait_for_timeout(10)
    waiting[0].continue_()
    other.page.locator("#rec-2-notes").fill("Four")
    filler.stored("One", "Two", "Three", "Four")
    filler.holds("modelling-2-notes", "Three")
    for each in (filler, other):
        _holds(each, "modelling-2", "modelling-4", "rec-1", "rec-2")


def test_an_answer_is_not_written_over_one_that_no_event_has_told_of(open_page: Open) -> None:
    """Another tab's answer lies in the store, and this page has not heard of it when the next key is pressed."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.press(REMEMBER)
    page.locator("#modelling-4-notes").fill("One")
    filler.stored("One")
    page.evaluate("key => localStorage.setItem(key, localStorage.getItem(key).replace('One', 'Other words'))", STORE)
    page.clock.fast_forward(MOMENT + 500)  # what is typed here is no longer fresh
    page.locator("#modelling-2-notes").fill("Two")
    filler.stored("Two", "Other words")
    filler.holds("modelling-4-notes", "Other words")


def test_two_projects_in_two_tabs_are_not_mixed(open_page: Open, address: str) -> None:
    """One tab holds answers that nobody asked to remember. Another begins to remember: both stay as they are."""
    filler, _ = opened(open_page, "modelling")
    filler.page.locator("#modelling-4-notes").fill("The first project")
    other = _sheet(filler.page.context.new_page(), address, "modelling")
    other.page.locator("#modelling-4-notes").fill("The second project")
    other.press(REMEMBER)
    filler.page.get_by_text("What you see here is not remembered. Download it.").wait_for()
    filler.page.locator("#modelling-2-notes").fill("More")
    filler.holds("modelling-4-notes", "The first project")
    assert sorted(values(filler.downloaded())["answers"]) == ["modelling-2", "modelling-4"]
    filler.stored("The second project")
    assert "More" not in other.page.evaluate("key => localStorage.getItem(key)", STORE)


STRANGE = {"since": "2026-01-01", "text": '{"a": 1}'}


@pytest.mark.parametrize("stored", ["nonsense", "{}", json.dumps(STRANGE), json.dumps({"since": "<b>", "text": 1})])
def test_what_can_t_be_read_is_left_alone_and_can_be_cleared(open_page: Open, stored: str) -> None:
    """The page works, writes nothing over it, and Clear removes it. A browser without a store leads to the file."""
    filler, watch = opened(open_page, "modelling")
    page = filler.page
    page.evaluate("([key, stored]) => localStorage.setItem(key, stored)", [STORE, stored])
    filler.again()
    filler.state("modelling-1", "Done")
    assert page.evaluate("key => localStorage.getItem(key)", STORE) == stored
    filler.press(CLEAR)
    assert page.evaluate(STORED) == NOTHING
    assert page.locator("#modelling-1-done").is_checked()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }")
    filler.press(REMEMBER)
    page.get_by_text("This browser does not allow it. Download the file instead.").wait_for()
    assert page.evaluate(STORED) == NOTHING
    assert watch.errors == []


def test_answers_go_along_from_sheet_to_sheet_and_stay_nowhere(open_page: Open, address: str) -> None:
    """By a link, in the tab: nothing is asked, nothing is lost, nothing lies in a store once the sheet is open, and a
    link to elsewhere takes nothing along.
    """
    filler, watch = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    asked = _asked(page)
    filler.into("modelling-4-notes", "Before")
    stops = {"implementing": "implementing-1", "should-we": "care-q1", "supplier": "supplier-q1"}
    for name, item in stops.items():
        if name == "should-we":  # which only the list leads to
            page.evaluate(FOLLOW, SHEETS)
            page.get_by_text("Your answers are with you").wait_for()
            assert page.evaluate(STORED) == NOTHING
        page.evaluate(FOLLOW, f"{SHEETS}{name}/")
        page.wait_for_url(f"**/{SHEETS}{name}/")
        filler.ready()
        expect(page.locator("main [data-says]").last).to_contain_text("came with you")
        page.locator(f"#{item}-notes").fill("More")
        assert page.evaluate(STORED) == NOTHING
    assert asked == []
    assert sorted(values(filler.downloaded())["answers"]) == sorted(["modelling-4", *stops.values()])
    page.locator("#supplier-q1-notes").fill("Not downloaded")
    filler.again()
    filler.holds("supplier-q1-notes", "")
    page.locator("#supplier-q1-notes").fill("Not downloaded")
    page.evaluate(FOLLOW, "privacy/")
    page.wait_for_url("**/privacy/")
    assert asked == ["beforeunload"] * 2
    assert page.evaluate(STORED) == NOTHING
    expect(_sheet(page, address, "should-we").page.locator("[data-report]")).to_be_hidden()
    assert watch.errors == []


def test_another_project_is_loaded_only_once_what_was_there_is_saved(open_page: Open, tmp_path: Path) -> None:
    """Remembered or only typed: the page asks, and both projects are kept."""
    filler, _ = opened(open_page, "modelling")
    page, other = filler.page, tmp_path / "other.json"
    filler.into("modelling-4-notes", "Of the other")
    other.write_bytes(filler.downloaded())
    filler.into("modelling-4-notes", "Of the first")
    filler.press(REMEMBER)
    asked = _asked(page, False, True)
    page.get_by_label("Load answers").set_input_files(other)
    filler.holds("modelling-4-notes", "Of the first")
    with page.expect_download() as caught:
        page.get_by_label("Load answers").set_input_files(other)
    assert values(Path(caught.value.path()).read_bytes())["answers"]["modelling-4"]["notes"] == "Of the first"
    filler.holds("modelling-4-notes", "Of the other")
    filler.stored("Of the other")
    assert asked == ["confirm"] * 2
