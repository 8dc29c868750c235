"""Files that somebody sent with a bad aim: refused with the sentence of the check, or shown as typed. Nothing runs."""

from __future__ import annotations

import base64
import json

import pytest

from tests import worksheet_agreement as agreement
from tests.browser.conftest import IN_TWO_VIEWS, PHONE, Open, violations
from tests.browser.worksheet_filler import Filler, opened, values

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>{{ 7*7 }}"


def test_refused_with_the_exact_sentence_and_nothing_changes(open_page: Open) -> None:
    """Each file that the program refuses is refused on the page, with its sentences; the answers there stay."""
    filler, watch = opened(open_page, "modelling")
    page = filler.page
    filler.state("modelling-1", "Done")
    before = filler.downloaded()
    page.on("dialog", lambda dialog: dialog.accept())
    cases = [case for case in (agreement.case(name, raw) for name, raw in agreement.written()) if case["said"]]
    assert len(cases) > 40
    for case in cases:
        filler.load(base64.b64decode(case["raw"]), f"{HOSTILE}.json")
        said = filler.said()
        assert "The file was not loaded" in said, case["name"]
        line, field, wrong, cure = case["said"][0]
        assert f"Line {line}: {field + ': ' if field else ''}{wrong} {cure}" in said, case["name"]
    assert page.title().startswith("Sheet: ")
    assert filler.downloaded() == before
    assert watch.errors == []


def test_hostile_words_are_shown_as_typed(open_page: Open) -> None:
    """In every place that a file's words come to: boxes, report, old words, the print, the comparison."""
    content = agreement.good()
    proof = [{"text": HOSTILE, "url": "https://example.org/?q=%3Cb%3E"}]
    content["project"] = dict.fromkeys(("name", "organisation", "purpose", "supplier", "office"), HOSTILE)
    content["decision"] = {"answer": "no", "reasons": HOSTILE, "conditions": HOSTILE, "office": HOSTILE}
    content["answers"]["care-q1"] |= {"notes": HOSTILE, "evidence": proof}
    filler, watch = opened(open_page, "should-we")
    page = filler.page
    filler.load(agreement.text(content).encode(), f"{HOSTILE}.json")
    assert page.locator("#care-q1-notes").input_value() == HOSTILE
    assert page.locator("#care-q1-evidence-1").input_value() == HOSTILE
    assert page.locator("#decision-reasons").input_value() == HOSTILE
    assert page.locator("[data-printed='name']").text_content() == HOSTILE
    assert HOSTILE in filler.said()
    assert page.locator("[data-report] img, [data-report] script, .worksheet img").count() == 0
    assert page.title().startswith("Sheet: ")
    assert values(filler.downloaded())["project"] == content["project"]
    assert watch.errors == []
    assert watch.away == []


def test_what_looks_personal_is_said_and_not_refused(open_page: Open) -> None:
    """An e-mail address, a telephone number, an NHS number: a sentence beside the box, heard when it is left."""
    filler, _ = opened(open_page, "modelling", viewport=PHONE)
    page = filler.page
    box = page.locator("#modelling-1-notes")
    for text, word in (
        ("ask a@example.org", "e-mail address"),
        ("943 476 5919", "NHS number"),
        ("07700 900123", "telephone"),
    ):
        filler.into(box, text)
        page.keyboard.press("Tab")
        said = page.locator("#modelling-1-notes-warning")
        assert word in said.inner_text()
        assert "about a person" in said.inner_text()
        assert said.get_attribute("role") == "status"
        assert "modelling-1-notes-warning" in str(box.get_attribute("aria-describedby"))
    filler.into(box, "Nothing personal")
    page.keyboard.press("Tab")
    assert not page.locator("#modelling-1-notes-warning").inner_text()
    assert values(filler.downloaded())["answers"]["modelling-1"]["notes"] == "Nothing personal"


def test_pasted_marks_that_nobody_sees_are_left_out(open_page: Open) -> None:
    """Word processors and web pages bring them along; a file with them would be refused."""
    filler, _ = opened(open_page, "modelling")
    filler.page.locator("#modelling-1-notes").fill("a\u200bb\u00adc\td\u202ee\ufeff")
    raw = filler.downloaded()
    assert values(raw)["answers"]["modelling-1"]["notes"] == "abc de"
    assert agreement.case("", raw)["said"] == []


@IN_TWO_VIEWS
def test_no_violation_in_any_state(open_page: Open, size: dict[str, int], scheme: str) -> None:
    """With a report, with a refusal, with faults, warnings and all parts open: axe finds nothing, nothing scrolls."""
    filler, _ = opened(open_page, "modelling", viewport=size, color_scheme=scheme)
    page = filler.page
    unfold = "document.querySelectorAll('details').forEach(each => { each.open = true; })"

    def look(filler: Filler) -> None:
        page.evaluate(unfold)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    content = agreement.good()
    content["answers"]["modelling-1"]["asked"] = "0" * 12
    filler.load(json.dumps(content).encode())
    look(filler)
    filler.load(b"{")
    look(filler)
    page.locator("#modelling-1-notes").fill("x" * 2001 + " 07700 900123")
    page.locator("#modelling-1-notes").blur()
    filler.press("Remember on this device")
    filler.press("Download my answers")
    page.locator(".faults #sheet-faults").wait_for()
    look(filler)
