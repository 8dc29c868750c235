"""Two people's files become one in the browser: what one of them alone holds is kept, and conflicts are chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accord.answers import reading
from accord.answers.answers import Answer, Answers, More, Proof, encoded
from tests import answers_made as made
from tests.browser.conftest import PHONE, Open, violations
from tests.browser.worksheet_filler import SHEETS
from tests.support import ROOT

pytestmark = pytest.mark.browser
BOOK = made.book(ROOT)
SAVE = "Save both as one file"
HOSTILE = "<img src=x onerror=alert(1)>"


def _file(decided: str, answers: dict[str, dict[str, Any]], **project: str) -> Answers:
    given = {key: Answer(BOOK.known.asked[key].digest, **each) for key, each in answers.items()}
    decision = {"about": f"At {decided}", "answer": "not-yet", "decided": decided}
    return Answers(BOOK.known.release.version, "2026-11-22", {"name": "The oven", **project}, decision, (), given)


MINE = _file("2026-01-31", {
    "care-q1": {"notes": "Mine alone."},
    "care-q2": {"state": "answered", "notes": "Half.", "evidence": (Proof("A minute"),), "steps": ("1",),
                "more": (More("Ask Ann’s team"),), "role": "analyst"},
    "modelling-1": {"notes": "The same."},
}, purpose="As Ann sees it.")  # fmt: skip
YOURS = _file("2027-01-31", {
    "care-q2": {"state": "answered", "notes": "The other half.", "evidence": (Proof("A letter"),), "steps": ("2",),
                "more": (More("Ask Bo’s team"),), "role": "director"},
    "care-q4": {"notes": "Yours alone."},
    "modelling-1": {"notes": "The same."},
}, purpose="As Bo sees it.", dpia="IG-14")  # fmt: skip


def _compared(page: Page, folder: Path, *files: Answers) -> None:
    page.locator("[data-compare-body]").wait_for()
    for which, file in zip(("old", "new"), files, strict=True):
        path = folder / f"{which}.json"
        path.write_bytes(encoded(file))
        page.locator(f"#compare-{which}").set_input_files(path)
    page.get_by_role("button", name=SAVE).wait_for()


def _joined(page: Page) -> Answers:
    with page.expect_download() as caught:
        page.get_by_role("button", name=SAVE).click()
    file = BOOK.judged(*reading.parse("joined.json", Path(caught.value.path()).read_bytes())).answers
    assert file
    return file


@pytest.mark.parametrize("turned", [False, True], ids=["one order", "the other"])
def test_nothing_is_lost_in_either_order(open_page: Open, tmp_path: Path, turned: bool) -> None:
    """What one holds alone, what both hold alike, and words, evidence, actions, people and decisions of both."""
    page, watch = open_page(SHEETS)
    _compared(page, tmp_path, *((YOURS, MINE) if turned else (MINE, YOURS)))
    counts = (
        "Added: 1. Changed: 3. Removed: 2. The same: 2." if turned else "Added: 2. Changed: 3. Removed: 1. The same: 2."
    )
    expect(page.locator("[data-compare] [data-says]")).to_have_text(counts)
    file = _joined(page)
    assert {name: each.notes for name, each in file.answers.items() if name != "care-q2"} == {
        "care-q1": "Mine alone.", "care-q4": "Yours alone.", "modelling-1": "The same.",
    }  # fmt: skip
    both = file.answers["care-q2"]
    assert set(both.notes.split("\n\n")) == {"Half.", "The other half."}
    assert {proof.text for proof in both.evidence} == {"A minute", "A letter"}
    assert both.steps == ("1", "2")
    people = {BOOK.known.roles[both.role], *(each.who for each in both.more if each.who)}
    assert people == {BOOK.known.roles["analyst"], BOOK.known.roles["director"]}
    assert {"Ask Ann’s team", "Ask Bo’s team"} < {each.what for each in both.more}
    assert set(file.project["purpose"].split("\n\n")) == {MINE.project["purpose"], YOURS.project["purpose"]}
    assert file.project["dpia"] == "IG-14"
    assert (file.earlier, file.decision) == ((MINE.decision,), YOURS.decision)
    assert watch.errors == []


def test_what_clashes_has_to_be_chosen(open_page: Open, tmp_path: Path) -> None:
    """Two names, two states, too many words for one answer, other words asked: nothing is saved before each is."""
    asked = BOOK.known.asked
    one = replace(MINE, project={"supplier": HOSTILE}, answers={
        "care-q3": Answer(asked["care-q3"].digest, "answered", "Yes."),
        "care-q1": Answer(asked["care-q1"].digest, notes="a" * 1500)})  # fmt: skip
    other = replace(MINE, project={"supplier": "Bo"}, answers={
        "care-q3": Answer("0" * 12, "open", "No."),
        "care-q1": Answer(asked["care-q1"].digest, notes="b" * 1500)})  # fmt: skip
    page, watch = open_page(SHEETS, viewport=PHONE)
    _compared(page, tmp_path, one, other)
    assert page.get_by_text("the question was reworded").is_visible()
    assert violations(page) == []
    page.get_by_role("button", name=SAVE).click()
    page.get_by_text("Choose what to keep: 3 places are left. Nothing is saved yet.").wait_for()
    first = page.get_by_role("group", name="Which to keep: Who supplies the model")
    expect(first.get_by_label("The first")).to_be_focused()
    page.keyboard.press("Space")
    page.locator("#keep-care-q1-now").check()
    assert page.locator("#keep-care-q1-both").count() == 0
    page.get_by_label("Both, with the tick and approval of the second").check()
    file = _joined(page)
    assert file.project["supplier"] == HOSTILE
    assert file.answers["care-q1"].notes == "b" * 1500
    assert file.answers["care-q3"] == Answer("0" * 12, "open", "Yes.\n\nNo.")
    assert page.locator("[data-differences] img").count() == 0
    assert watch.errors == []
