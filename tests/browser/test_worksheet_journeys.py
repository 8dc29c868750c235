"""A team fills in sheets by keyboard alone, saves, checks, loads again, goes on to another sheet: nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from accord.answers.answers import FIELDS
from accord.cli import main
from tests import answers_made as made
from tests.browser.conftest import NOTHING, PHONE, STORED, Open
from tests.browser.worksheet_filler import SHEETS, opened, values

pytestmark = pytest.mark.browser
NOTES = 'We met twice.\nThey said: "not yet" – and <b>why</b>. {{ 7*7 }}'
LINKED = FIELDS["project"][-4:]


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
    """From an empty sheet to a file that the command line accepts, with all that a file can hold, and back."""
    filler, watch = opened(open_page, "modelling", viewport=PHONE)
    page, item = filler.page, filler.item("modelling-1")
    filler.unfold(page.locator("[data-part=project]"))
    filler.write("Name of the project", "Early help flag")
    filler.write("The problem, in one sentence", "Families wait.\nToo long.")
    filler.into(page.get_by_label("Use of machine learning today"), "Pilot")
    for name in LINKED:
        filler.into(f"project-{name}", f"Of {name}")
    filler.state("modelling-1", "Partly done")
    filler.unfold(item.locator(".item__how"))
    filler.enter(page.locator("#modelling-1-step-2"), "Space")
    filler.into("modelling-1-notes", NOTES)
    filler.evidence("modelling-1", 1, "Minutes", "https://example.org/minutes")
    filler.evidence("modelling-1", 2, "Paper in the data team’s office")
    filler.into("modelling-1-role", "Data")
    page.locator("#modelling-1-by").fill("2027-03-31")
    for number, what in enumerate(("Ask the archive", "Count again"), 1):
        filler.enter(item.get_by_role("button", name="Add an action or a person"))
        filler.into(f"modelling-1-more-{number}-what", what)
    filler.into("modelling-1-more-2-who", "Finance; legal team")
    filler.enter(page.locator("#modelling-1-more-2-done"), "Space")
    filler.into("modelling-1-answered_by", "Data team")
    filler.into("modelling-1-approved_by", "Data protection officer")
    page.locator("#modelling-1-approved").fill("2026-11-20")
    filler.state("modelling-2", "Not yet")
    page.get_by_text("0 of 8 done, 1 partly done, 1 not yet.").wait_for()
    raw = filler.downloaded()
    assert "Still asked in the same words: 3." in _checked(raw, tmp_path, capsys)  # one of them is a twin
    file = values(raw)
    assert [file["project"][name] for name in LINKED] == [f"Of {name}" for name in LINKED]
    assert {**file["answers"]["modelling-1"], "asked": ""} == {
        "asked": "", "state": "partly", "notes": NOTES, "steps": ["2"],
        "evidence": [{"text": "Minutes", "url": "https://example.org/minutes"},
                     {"text": "Paper in the data team’s office"}],
        "role": "analyst", "by": "2027-03-31",
        "more": [{"what": "Ask the archive"}, {"what": "Count again", "who": "Finance; legal team", "done": "yes"}],
        "answered_by": "Data team", "approved_by": "Data protection officer", "approved": "2026-11-20",
    }  # fmt: skip
    filler.again()
    filler.holds("modelling-1-notes", "")
    filler.load(raw)
    assert page.evaluate("document.activeElement.innerText") == "Your answers are loaded"
    filler.holds("modelling-1-evidence-2-text", "Paper in the data team’s office")
    assert filler.downloaded() == raw
    assert (watch.away, watch.errors, page.evaluate(STORED)) == ([], [], NOTHING)


def test_one_file_goes_through_the_sheets(
    open_page: Open, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each sheet adds its own answers and leaves the others' alone; decisions are kept one after the other."""
    filler, _ = opened(open_page, "action-plan")
    page = filler.page
    filler.state("rec-3", "Under way")
    raw = filler.downloaded()
    for sheet, name, label in (
        ("supplier", "supplier-q1", "Said, and no evidence yet"),
        ("should-we", "care-q1", "Open: we do not know yet"),
    ):
        filler.go(f"{address}{SHEETS}{sheet}/")
        filler.load(raw)
        before = values(raw)["answers"]
        filler.ready()
        filler.state(name, label)
        raw = filler.downloaded()
        assert {**before, name: values(raw)["answers"][name]} == values(raw)["answers"]
    for year, answer in (("2026", "Not yet"), ("2027", "No")):
        filler.into("decision-about", f"Whether to go on in {year}")
        filler.pick(answer, "Should we be doing this?")
        filler.into("decision-reasons", f"Nobody has asked families in {year}.")
        page.locator("#decision-decided").fill(f"{year}-01-31")
        if year == "2026":
            filler.press("Keep this decision, and write a later one")
            filler.holds("earlier-1-about", "Whether to go on in 2026")
            filler.holds("decision-about", "")
    raw = filler.downloaded()
    _checked(raw, tmp_path, capsys)
    file = values(raw)
    assert [each["answer"] for each in (*file["earlier"], file["decision"])] == ["not-yet", "no"]
    assert file["earlier"][0]["reasons"] == "Nobody has asked families in 2026."
    filler.again()
    filler.load(raw)
    assert filler.downloaded() == raw


def test_what_two_sheets_ask_is_answered_once(open_page: Open, address: str) -> None:
    """Words and evidence go to the twin while nothing else is written there; each keeps its own tick."""
    filler, _ = opened(open_page, "should-we")
    filler.state("should-we-q1", "Answered")
    filler.into("should-we-q1-notes", "Families wait")
    raw = filler.downloaded()
    assert values(raw)["answers"]["problem-formulation-1"].keys() == {"asked", "notes"}
    filler.go(f"{address}{SHEETS}problem-formulation/")
    filler.load(raw)
    filler.ready()
    filler.holds("problem-formulation-1-notes", "Families wait")
    filler.page.locator("#problem-formulation-1-notes").press_sequentially(" long")
    both = values(filler.downloaded())["answers"]
    assert both["should-we-q1"]["notes"] == both["problem-formulation-1"]["notes"] == "Families wait long"
    both["should-we-q1"]["notes"] = "Other words"
    filler.load(made.text({**values(raw), "answers": both}).encode())
    filler.ready()
    filler.page.locator("#problem-formulation-1-notes").press_sequentially(" since May")
    assert values(filler.downloaded())["answers"]["should-we-q1"]["notes"] == "Other words"


def test_parts_say_how_far_they_are_and_lead_to_what_is_open(open_page: Open) -> None:
    """The first open part is unfolded; by keyboard to the next open question; what is settled can be left out."""
    filler, _ = opened(open_page, "should-we", viewport=PHONE)
    page = filler.page
    parts = page.locator("[data-fold]")
    page.evaluate("location.hash = 'care-q2'")
    page.reload()
    filler.ready(folded=True)
    expect(page.locator("[data-fold][open]")).to_have_count(1)
    expect(page.locator("#care-q2")).to_be_visible()
    page.evaluate("location.hash = ''")
    filler.load(b'{"format": "accord-answers-1", "guidance": "0.1.0", "saved": "2026-01-01"}')
    expect(parts.first).to_have_attribute("open", "")
    first = parts.first
    names = [each.get_attribute("id") for each in first.locator("[data-item]").all()]
    for name in names:
        filler.enter(page.get_by_role("button", name="Next open one"))
        expect(page.locator(f"#{name}-answered")).to_be_focused()
        page.keyboard.press("Space")
    expect(first.locator("[data-status]")).to_have_text(f"{len(names)} of {len(names)} answered.")
    page.keyboard.press("Tab")
    filler.enter(page.get_by_role("button", name="Next open one"))
    expect(parts.nth(1)).to_have_attribute("open", "")
    filler.enter(page.get_by_label("Show only what is open"), "Space")
    expect(first).to_be_hidden()
    expect(parts.nth(1)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(f"#{names[0]} > legend")).to_be_visible()


def test_rows_and_ticks_are_taken_back_and_all_is_emptied(open_page: Open) -> None:
    """By keyboard; the focus goes on to something, what is emptied leaves the file, and the page asks before all is."""
    filler, _ = opened(open_page, "supplier")
    page, name = filler.page, "supplier-q1"
    item = filler.item(name)
    filler.state(name, "Not shown")
    for number, text in enumerate(("one", "two", "three"), 1):
        filler.evidence(name, number, text)
    filler.enter(item.get_by_role("button", name="Remove evidence 2"))
    assert page.evaluate("document.activeElement.value") == "three"
    assert [each["text"] for each in values(filler.downloaded())["answers"][name]["evidence"]] == ["one", "three"]
    filler.enter(item.get_by_role("button", name="Remove evidence 2"))
    filler.into(f"{name}-evidence-1-text", "x")
    page.keyboard.press("Backspace")
    filler.enter(item.get_by_role("button", name="Untick"))
    assert page.evaluate("document.activeElement.type") == "radio"
    assert "answers" not in values(filler.downloaded())
    filler.state(name, "Not shown")
    answers = iter([False, True])
    page.on("dialog", lambda dialog: dialog.accept() if next(answers) else dialog.dismiss())
    filler.press("Start again")
    assert page.locator(f"#{name}-not-shown").is_checked()
    filler.press("Start again")
    expect(page.locator(f"#{name}-not-shown")).not_to_be_checked()
    assert "answers" not in values(filler.downloaded())


def test_what_can_t_be_saved_is_said_with_a_way_to_it(open_page: Open) -> None:
    """Too many words while they are typed; a summary takes the focus, its link leads to the box; mended, it is made."""
    filler, _ = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    filler.evidence("modelling-3", 1, "Minutes", "http://example.org")
    box, told = page.locator("#modelling-2-notes"), page.locator("#modelling-2-notes-warning")
    box.fill("y" * 2000)
    box.press("End")
    page.keyboard.type("yz")
    expect(told).to_have_text("The text has 2002 characters. Write up to 2,000 characters.")
    page.keyboard.press("Backspace")
    filler.press("Download my answers")
    expect(page.locator(".faults")).to_be_focused()
    assert page.title().startswith("Error: ")
    assert "The text has 2001 characters. Write up to 2,000 characters." in page.locator("[data-faults]").inner_text()
    page.evaluate("document.querySelectorAll('#modelling-3 details, [data-fold]').forEach((e) => { e.open = false; })")
    filler.enter(page.get_by_role("link", name="Write an address such as https://www.example.org/page"))
    assert page.evaluate("document.activeElement.id") == "modelling-3-evidence-1-url"
    assert page.locator("#modelling-3-evidence-1-url").get_attribute("aria-invalid") == "true"
    page.keyboard.press("Control+A")
    page.keyboard.type("https://example.org")
    filler.ready()
    box.fill("y" * 2000)
    expect(told).to_have_text("")
    assert values(filler.downloaded())["answers"]["modelling-2"]["notes"] == "y" * 2000
    assert not page.locator("[data-faults] li").count()
    assert not page.title().startswith("Error: ")


def test_leaving_is_asked_about_only_when_something_would_be_lost(open_page: Open, address: str) -> None:
    """Not on an empty sheet, and not after a download."""
    filler, _ = opened(open_page, "modelling")
    page, asked = filler.page, list[str]()

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    for typed, expected in (("", 0), ("Something", 1), ("More", 1)):
        filler.go(f"{address}{SHEETS}modelling/")
        if typed:
            filler.into("modelling-1-notes", typed)
        if typed == "More":
            filler.downloaded()
        page.goto(f"{address}privacy/")
        assert asked == ["beforeunload"] * expected
