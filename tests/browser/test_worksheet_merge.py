"""Two people's files become one in the browser: what one of them alone holds is kept, and conflicts are chosen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from accord.answers import reading
from accord.answers.answers import Answer, Answers, Proof, encoded
from tests import answers_made as made
from tests.browser.conftest import PHONE, Open, violations
from tests.browser.worksheet_filler import SHEETS
from tests.support import ROOT

pytestmark = pytest.mark.browser
BOOK = made.book(ROOT)
IDS = ("care-q1", "care-q2", "care-q3", "care-q4", "modelling-1")


def _file(name: str, **answers: dict[str, Any]) -> Answers:
    given = {
        key.replace("_", "-"): Answer(BOOK.known.asked[key.replace("_", "-")].digest, **each)
        for key, each in answers.items()
    }
    purpose = {"purpose": f"The problem, as {name} sees it.", "supplier": name}
    return Answers(BOOK.known.release.version, "2026-11-22", {"name": "The oven", **purpose}, {}, given)


MINE = _file(
    "Ann",
    care_q1={"notes": "Mine alone."},
    care_q2={"state": "answered", "notes": "Half of it.", "evidence": (Proof("A minute"),)},
    care_q3={"state": "answered", "notes": "Yes."},
    modelling_1={"notes": "The same."},
)
YOURS = _file(
    "Bo",
    care_q2={"state": "answered", "notes": "The other half.", "evidence": (Proof("A letter"),)},
    care_q3={"state": "open", "notes": "No."},
    care_q4={"notes": "Yours alone."},
    modelling_1={"notes": "The same."},
)


def _compared(page: Page, folder: Path, *files: Answers) -> None:
    page.locator("[data-compare-body]").wait_for()
    for which, file in zip(("old", "new"), files, strict=True):
        path = folder / f"{which}.json"
        path.write_bytes(encoded(file))
        page.locator(f"#compare-{which}").set_input_files(path)
    page.get_by_role("button", name="Save both as one file").wait_for()


def _joined(page: Page) -> Answers:
    with page.expect_download() as caught:
        page.get_by_role("button", name="Save both as one file").click()
    file = BOOK.judged(*reading.parse("joined.json", Path(caught.value.path()).read_bytes())).answers
    assert file
    return file


@pytest.mark.parametrize("turned", [False, True], ids=["one order", "the other"])
def test_nothing_is_lost_in_either_order(open_page: Open, tmp_path: Path, turned: bool) -> None:
    """What one holds alone, what both hold alike, and words and evidence of both where nothing clashes."""
    page, watch = open_page(SHEETS)
    _compared(page, tmp_path, *((YOURS, MINE) if turned else (MINE, YOURS)))
    file = _joined(page)
    assert tuple(file.answers) == IDS
    assert {file.answers[name].notes for name in ("care-q1", "care-q4")} == {"Mine alone.", "Yours alone."}
    assert file.answers["modelling-1"].notes == "The same."
    both = file.answers["care-q2"]
    assert set(both.notes.split("\n\n")) == {"Half of it.", "The other half."}
    assert {proof.text for proof in both.evidence} == {"A minute", "A letter"}
    assert set(file.project["purpose"].split("\n\n")) == {MINE.project["purpose"], YOURS.project["purpose"]}
    assert watch.errors == []


def test_what_clashes_is_chosen(open_page: Open, tmp_path: Path) -> None:
    """Two states, two suppliers: the second stands until somebody chooses the first, from the keyboard."""
    page, _ = open_page(SHEETS, viewport=PHONE)
    _compared(page, tmp_path, MINE, YOURS)
    clash = page.get_by_role("group", name="Which to keep: What happens to a child that the model misses?")
    assert page.get_by_text("the question was reworded").count() == 0
    assert clash.get_by_role("radio").count() == 2
    assert clash.get_by_label("The second").is_checked()
    assert violations(page) == []
    assert _joined(page).answers["care-q3"].notes == "No."
    clash.get_by_label("The second").focus()
    page.keyboard.press("ArrowUp")
    file = _joined(page)
    assert (file.answers["care-q3"].state, file.answers["care-q3"].notes) == ("answered", "Yes.")
    assert file.project["supplier"] == "Bo"


def test_what_would_be_too_long_together_is_chosen_and_other_words_asked_are_told(
    open_page: Open, tmp_path: Path
) -> None:
    long = replace(MINE, answers={"care-q1": Answer(BOOK.known.asked["care-q1"].digest, notes="a" * 1500)})
    other = replace(long, answers={"care-q1": Answer("0" * 12, notes="b" * 1500)})
    page, _ = open_page(SHEETS)
    _compared(page, tmp_path, long, other)
    assert page.get_by_text("the question was reworded").is_visible()
    assert page.locator("[data-differences] input[type=radio]").count() == 2
    assert _joined(page).answers["care-q1"].notes == "b" * 1500


def test_hostile_words_stay_words(open_page: Open, tmp_path: Path) -> None:
    hostile = replace(MINE, project={**MINE.project, "purpose": "<img src=x onerror=alert(1)>"})
    page, watch = open_page(SHEETS)
    _compared(page, tmp_path, hostile, YOURS)
    assert page.locator("[data-differences] img").count() == 0
    assert "<img" in json.dumps(dict(_joined(page).project))
    assert watch.errors == []
