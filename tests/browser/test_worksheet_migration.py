"""A file of today meets a later guidance: nothing is dropped, and the page says what to look at, as the check does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from accord.cli import main
from accord.files.atomic import write_new
from tests import answers_made as made
from tests.browser.conftest import PHONE, Open
from tests.browser.worksheet_filler import opened, values
from tests.support import ROOT
from tests.worksheet_later import GONE, HEIR, HEIR_WORDS, NEW_TITLE, OLD_TITLE, REWORDED, VERSION

pytestmark = [pytest.mark.browser, pytest.mark.of("later_site")]


@pytest.fixture
def project(later: Path) -> Path:
    return later / "project"


@pytest.fixture
def old() -> bytes:
    """Return a file of today that answers what is reworded and what is retired."""
    known = made.book(ROOT).known
    content = made.good(known)
    asked = {name: item.digest for name, item in known.asked.items()}
    content["answers"] = {
        "care-q1": {"asked": asked["care-q1"], "state": "answered"},
        GONE: {"asked": asked[GONE], "state": "open", "notes": "Nobody knows.", "evidence": [{"text": "A letter"}]},
        REWORDED: {"asked": asked[REWORDED], "state": "done", "notes": "Agreed in May."},
    }
    return made.text(content).encode()


def test_the_report_is_the_program_s(
    open_page: Open, project: Path, old: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same counts in the same sentences; old words beside new; what is gone with its old words and its answer."""
    write_new(tmp_path / "old.json", old)
    assert main(["answers", "check", "--root", str(project), str(tmp_path / "old.json")]) == 0
    told = capsys.readouterr().out
    filler, _ = opened(open_page, "should-we", viewport=PHONE)
    filler.load(old, "old.json")
    filler.page.evaluate("document.querySelectorAll('[data-report] details').forEach(each => { each.open = true; })")
    said = filler.said()
    for line in said.split("\n"):
        if line.startswith(("The file was last saved", "Still asked")):
            assert line in told
    assert "Still asked in the same words: 1. Reworded, to confirm: 1. No longer asked: 1." in said
    for words in (OLD_TITLE, NEW_TITLE, HEIR_WORDS, "Nobody knows.", "A letter", f"In its place stands {HEIR}."):
        assert words in said, words
    link = filler.page.get_by_role("link", name=NEW_TITLE)
    assert link.get_attribute("href").endswith(f"/toolkit/worksheets/modelling/#{REWORDED}")  # type: ignore[union-attr]


def test_an_answer_keeps_its_old_words_until_somebody_confirms_it(
    open_page: Open, project: Path, old: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Saved unconfirmed it stays to be confirmed; "Still right", by keyboard, makes it today's. Nothing is dropped."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.load(old)
    before = values(old)["answers"]
    unconfirmed = values(filler.downloaded())
    assert unconfirmed["guidance"] == VERSION
    assert unconfirmed["answers"] == before
    changed = filler.item(REWORDED).locator(".item__changed")
    expect(changed).to_contain_text(OLD_TITLE)
    filler.reach(changed.get_by_role("button", name="Still right"))
    page.keyboard.press("Enter")
    expect(changed).to_have_count(0)
    assert page.evaluate("document.activeElement.name") == f"{REWORDED}-state"
    raw = filler.downloaded()
    after = values(raw)["answers"]
    assert after[GONE] == before[GONE]
    assert after[REWORDED] == {**before[REWORDED], "asked": after[REWORDED]["asked"]}
    assert after[REWORDED]["asked"] != before[REWORDED]["asked"]
    write_new(tmp_path / "old.json", old)
    options = ["--root", str(project), "--as-of", "2026-11-22", "--out", "-", "--confirm", REWORDED]
    assert main(["answers", "migrate", str(tmp_path / "old.json"), *options]) == 0
    assert capsys.readouterr().out.encode() == raw


def test_a_changed_answer_is_to_today_s_words_and_a_later_guidance_is_not_opened(open_page: Open, old: bytes) -> None:
    """Whoever changes an answer has read what is asked now. A later guidance could ask what this site does not know."""
    filler, _ = opened(open_page, "modelling")
    filler.load(old)
    filler.state(REWORDED, "Partly done")
    expect(filler.item(REWORDED).locator(".item__changed")).to_have_count(0)
    answer = values(filler.downloaded())["answers"][REWORDED]
    assert answer["state"] == "partly"
    assert answer["asked"] != values(old)["answers"][REWORDED]["asked"]
    filler.page.on("dialog", lambda dialog: dialog.accept())
    today = made.book(ROOT).known.release.version
    filler.load(old.replace(f'"guidance": "{today}"'.encode(), b'"guidance": "100.0.0"'))
    assert "The file was not loaded" in filler.said()
    assert f"The file is of version 100.0.0 of the guidance, and this is {VERSION}." in filler.said()
