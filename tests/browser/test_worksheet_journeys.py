"""A team fills in a sheet by keyboard alone, saves, checks, loads again, goes on to another sheet: nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog

from accord.cli import main
from tests.browser.conftest import NOTHING, PHONE, STORED, Open
from tests.browser.worksheet_filler import SHEETS, opened, values

pytestmark = pytest.mark.browser
NOTES = 'We met twice.\nThey said: "not yet" – and <b>why</b>. {{ 7*7 }}'


def _checked(raw: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what `accord answers check` says of a file, which has to be without problems, and is written the same."""
    path = folder / "answers.json"
    path.write_bytes(raw)
    assert main(["answers", "check", str(path)]) == 0
    said = capsys.readouterr().out
    assert main(["answers", "migrate", str(path), "--out", "-"]) == 0
    assert capsys.readouterr().out.encode() == raw
    return said


def test_fill_save_check_and_load_again(open_page: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From an empty sheet to a file that the command line accepts, and back onto the page."""
    filler, watch = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    filler.unfold(page.locator("[data-project]"))
    filler.write("Name of the project", "Early help flag")
    filler.write("The problem, in one sentence", "Families wait.\nToo long.")
    filler.into(page.get_by_label("Use of machine learning today"), "Pilot")
    filler.state("modelling-1", "Partly done")
    filler.into(page.locator("#modelling-1-notes"), NOTES)
    filler.evidence("modelling-1", 1, "Minutes", "https://example.org/minutes")
    filler.evidence("modelling-1", 2, "Paper in the data team’s office")
    filler.into(page.locator("#modelling-1-role"), "Data")
    page.locator("#modelling-1-by").fill("2027-03-31")
    filler.state("modelling-2", "Not yet")
    page.get_by_text("0 of 8 done, 1 partly done, 1 not yet.").wait_for()
    raw = filler.downloaded()
    said = _checked(raw, tmp_path, capsys)
    assert "Still asked in the same words: 2." in said
    answer = values(raw)["answers"]["modelling-1"]
    assert answer["notes"] == NOTES
    assert answer["evidence"] == [
        {"text": "Minutes", "url": "https://example.org/minutes"},
        {"text": "Paper in the data team’s office"},
    ]
    assert (answer["role"], answer["by"]) == ("analyst", "2027-03-31")
    page.reload()
    filler.ready()
    assert page.locator("#modelling-1-notes").input_value() == ""
    filler.load(raw)
    assert page.evaluate("document.activeElement.innerText") == "Your answers are loaded"
    assert page.locator("#modelling-1-notes").input_value() == NOTES
    assert page.locator("#modelling-1-evidence-2").input_value() == "Paper in the data team’s office"
    assert filler.downloaded() == raw
    assert watch.away == []
    assert watch.errors == []
    assert page.evaluate(STORED) == NOTHING


def test_another_sheet_keeps_what_it_does_not_ask(
    open_page: Open, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file goes through four sheets; each adds its own answers and leaves the others' alone."""
    filler, _ = opened(open_page, "modelling")
    filler.state("modelling-1", "Done")
    filler.into(filler.page.locator("#modelling-1-notes"), NOTES)
    raw = filler.downloaded()
    asked = [
        ("should-we", "care-q1", "Open: we do not know yet"),
        ("supplier", "supplier-q1", "Said, and no evidence yet"),
        ("action-plan", "rec-3", "Under way"),
    ]
    for sheet, name, label in asked:
        filler.go(f"{address}{SHEETS}{sheet}/")
        filler.load(raw)
        before = values(raw)["answers"]
        filler.state(name, label)
        if sheet == "should-we":
            filler.pick("Not yet", "Should we be doing this?")
            filler.write("Our reasons", "Nobody has asked families.")
            filler.page.get_by_label("Day on which we look again").fill("2027-11-22")
        raw = filler.downloaded()
        after = values(raw)["answers"]
        assert {each: after[each] for each in before} == before
        assert set(after) - set(before) == {name}
    _checked(raw, tmp_path, capsys)
    assert values(raw)["decision"] == {
        "answer": "not-yet",
        "reasons": "Nobody has asked families.",
        "look_again": "2027-11-22",
    }
    filler.go(f"{address}{SHEETS}modelling/")
    filler.load(raw)
    assert filler.downloaded() == raw


def test_evidence_is_removed_and_a_tick_taken_back(open_page: Open) -> None:
    """By keyboard; the focus goes on to something, and an answer that is emptied leaves the file."""
    filler, _ = opened(open_page, "supplier")
    page = filler.page
    name = "supplier-q1"
    filler.state(name, "Not shown")
    for number, text in enumerate(("one", "two", "three"), 1):
        filler.evidence(name, number, text)
    filler.reach(filler.item(name).get_by_role("button", name="Remove evidence 2"))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == "three"
    assert [each["text"] for each in values(filler.downloaded())["answers"][name]["evidence"]] == ["one", "three"]
    for _ in range(2):
        filler.into(page.locator(f"#{name}-evidence-1"), "x")
        page.keyboard.press("Backspace")
        remove = filler.item(name).get_by_role("button", name="Remove evidence 1")
        if remove.is_visible():
            filler.reach(remove)
            page.keyboard.press("Enter")
    filler.reach(filler.item(name).get_by_role("button", name="Untick"))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.type") == "radio"
    assert "answers" not in values(filler.downloaded())


def test_what_can_t_be_saved_is_said_with_a_way_to_it(open_page: Open) -> None:
    """A summary takes the focus, its link leads to the box, the box has the words; mended, the file is made."""
    filler, _ = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    filler.evidence("modelling-3", 1, "Minutes", "http://example.org")
    filler.into(page.locator("#modelling-2-notes"), "x")
    page.locator("#modelling-2-notes").fill("y" * 2001)
    filler.press("Download my answers")
    page.locator(".faults").wait_for()
    assert "There is a problem" in page.evaluate("document.activeElement.innerText")
    assert page.title().startswith("Error: ")
    assert "The text has 2001 characters. Write up to 2,000 characters." in page.locator("[data-faults]").inner_text()
    page.locator("#modelling-3 [data-extra]").evaluate("each => { each.open = false; }")
    filler.reach(page.get_by_role("link", name="Write an address such as https://www.example.org/page"))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "modelling-3-address-1"
    assert page.locator("#modelling-3-address-1").get_attribute("aria-invalid") == "true"
    page.keyboard.press("Control+A")
    page.keyboard.type("https://example.org")
    page.locator("#modelling-2-notes").fill("y" * 2000)
    assert values(filler.downloaded())["answers"]["modelling-2"]["notes"] == "y" * 2000
    assert not page.locator("[data-faults] li").count()
    assert not page.title().startswith("Error: ")


def test_leaving_is_asked_about_only_when_something_would_be_lost(open_page: Open, address: str) -> None:
    """Not on an empty sheet, and not after a download."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    for typed, expected in (("", []), ("Something", ["beforeunload"])):
        filler.go(f"{address}{SHEETS}modelling/")
        if typed:
            filler.into(page.locator("#modelling-1-notes"), typed)
        page.goto(f"{address}privacy/")
        assert asked == expected
    filler.go(f"{address}{SHEETS}modelling/")
    filler.into(page.locator("#modelling-1-notes"), "Something")
    filler.downloaded()
    page.goto(f"{address}privacy/")
    assert asked == ["beforeunload"]


def test_start_again_asks_first_and_empties(open_page: Open) -> None:
    """A question that is not agreed to changes nothing."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.state("modelling-1", "Done")
    answers = iter([False, True])
    page.on("dialog", lambda dialog: dialog.accept() if next(answers) else dialog.dismiss())
    filler.press("Start again")
    assert page.locator("#modelling-1-done").is_checked()
    filler.press("Start again")
    assert not page.locator("#modelling-1-done").is_checked()
    assert "answers" not in values(filler.downloaded())


def test_too_many_words_are_told_while_they_are_typed(open_page: Open) -> None:
    """As soon as a box holds more than a file takes, and no more once it does not."""
    filler, _ = opened(open_page, "modelling")
    box = filler.page.locator("#modelling-1-notes")
    box.fill("x" * 2000)
    told = filler.page.locator("#modelling-1-notes-warning")
    assert not told.count() or told.inner_text() == ""
    box.press("End")
    filler.page.keyboard.type("yz")
    assert told.inner_text() == "The text has 2002 characters. Write up to 2,000 characters."
    filler.page.keyboard.press("Backspace")
    filler.page.keyboard.press("Backspace")
    assert told.inner_text() == ""
