"""Files that somebody sent with a bad aim: refused with the sentence of the check, or shown as typed. Nothing runs."""

from __future__ import annotations

import copy
import json

import pytest
from playwright.sync_api import expect

from accord.answers.reading import parse
from tests import answers_made as made
from tests.browser.conftest import IN_TWO_VIEWS, PHONE, Open, violations
from tests.browser.worksheet_filler import Filler, opened, values
from tests.support import ROOT

pytestmark = pytest.mark.browser
BOOK = made.book(ROOT)
GOOD = made.good(BOOK.known)
HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>{{ 7*7 }}"


REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{", "The file is not one that a worksheet saved: a part of it is missing or was changed."),
    (b"[" * 100_000, "The file is not one that a worksheet saved"),
    (b" " * (1024 * 1024 + 1), "The file is larger than 1,024 KiB."),
    (b'{"format": "accord-answers-1"}', 'The field "guidance" is missing. Add it: The version of the guidance'),
    (made.text({**GOOD, "saved": None}).encode(), "saved: The value has the wrong form. Write text."),
    (made.text({**GOOD, "saved": "2026-02-30"}).encode(), 'saved: "2026-02-30" is no day of the calendar.'),
    (made.text({**GOOD, "decision": {"reasons": "\u202e"}}).encode(),
     "decision/reasons: The text holds a character that shows nothing. Delete it"),
    (made.text({**GOOD, "answers": {"__proto__": {"asked": "0" * 12}}}).encode(),
     'answers/__proto__: No worksheet asks "__proto__", and none did.'),
    (made.text({**GOOD, "answers": {"constructor": {"asked": "0" * 12}}}).encode(),
     'answers/constructor: No worksheet asks "constructor", and none did.'),
    (made.text({**GOOD, "answers": {"rec-1": {"asked": "0" * 12, "state": "toString"}}}).encode(),
     'answers/rec-1/state: "toString" is not one of the choices.'),
    (made.text({**GOOD, "answers": {"rec-1": {"asked": "0" * 12, "state": "answered"}}}).encode(),
     'answers/rec-1/state: "answered" is no state of a recommendation. Write planned, doing, done or not-ours.'),
    (made.text({**GOOD, "answers": {"rec-1": {"asked": "0" * 12, "role": "constructor"}}}).encode(),
     'answers/rec-1/role: There is no role "constructor".'),
    (made.text({**GOOD, "guidance": "9.0.0"}).encode(), "guidance: The file is of version 9.0.0 of the guidance"),
)  # fmt: skip


def test_a_file_is_refused_with_a_cure_and_nothing_changes(open_page: Open) -> None:
    """What the page says, in the words of the check; the answers on the page stay as they are."""
    filler, watch = opened(open_page, "modelling")
    filler.state("modelling-1", "Done")
    before = filler.downloaded()
    for raw, said in REFUSED:
        filler.load(raw, f"{HOSTILE}.json")
        assert "The file was not loaded" in filler.said(), said
        assert said in filler.said()
        assert filler.page.title().startswith("Sheet: ")
    assert filler.downloaded() == before
    assert watch.errors == []


def test_a_file_that_is_half_right_is_not_loaded_in_part(open_page: Open) -> None:
    """And what is kept of an unfinished text is refused where it would break the page."""
    filler, _ = opened(open_page, "modelling")
    page = filler.page
    filler.press("Remember on this device")
    store = "localStorage.setItem('accord-answers:/', JSON.stringify({ since: '2026-11-22', text: %s }))"
    content = {**GOOD, "project": {"url": "http://x"}, "answers": {"zzz": {"asked": "0" * 12}}}
    page.evaluate(store % json.dumps(made.text(content)))
    page.reload()
    page.get_by_text("answers/zzz: No worksheet asks").wait_for()
    filler.ready()
    assert "zzz" in page.evaluate("localStorage.getItem('accord-answers:/')")


def test_hostile_words_are_shown_as_typed(open_page: Open) -> None:
    """In every place that a file's words come to: boxes, report, old words, the print, the comparison."""
    content = copy.deepcopy(GOOD)
    proof = [{"text": HOSTILE, "url": "https://example.org/?q=%3Cb%3E"}]
    content["project"] = dict.fromkeys(("name", "organisation", "purpose", "supplier", "office"), HOSTILE)
    content["decision"] = {"answer": "no", "reasons": HOSTILE, "conditions": HOSTILE, "office": HOSTILE}
    content["answers"]["care-q1"] |= {"notes": HOSTILE, "evidence": proof}
    filler, watch = opened(open_page, "should-we")
    page = filler.page
    filler.load(made.text(content).encode(), f"{HOSTILE}.json")
    assert page.locator("#care-q1-notes").input_value() == HOSTILE
    assert page.locator("#care-q1-evidence-1-text").input_value() == HOSTILE
    assert page.locator("#decision-reasons").input_value() == HOSTILE
    assert page.locator("[data-printed='name']").text_content() == HOSTILE
    assert HOSTILE in filler.said()
    assert page.locator("[data-report] img, [data-report] script, .worksheet img").count() == 0
    assert page.title().startswith("Sheet: ")
    assert values(filler.downloaded())["project"] == content["project"]
    assert watch.errors == []
    assert watch.away == []


def test_what_looks_personal_is_said_and_what_nobody_sees_is_left_out(open_page: Open) -> None:
    """A sentence beside the box for an address, a number, a birth; marks that word processors bring along go."""
    filler, _ = opened(open_page, "modelling", viewport=PHONE)
    page, box = filler.page, filler.page.locator("#modelling-4-notes")
    said = page.locator("#modelling-4-notes-warning")
    for text, word in (
        ("ask a@example.org", "e-mail address"), ("943 476 5919", "NHS number"), ("07700 900123", "telephone"),
        ("DOB 03/04/2012", "date of birth"), ("at WE1 2AB", "postcode"), ("AB 12 34 56 C", "National Insurance"),
        ("Mosaic ID 1234567", "case number"),
    ):  # fmt: skip
        filler.into(box, text)
        page.keyboard.press("Tab")
        expect(said).to_contain_text(word)
    assert "about a person" in said.inner_text()
    assert said.get_attribute("role") == "status"
    assert "modelling-4-notes-warning" in str(box.get_attribute("aria-describedby"))
    box.fill("a\u200bb\u00adc\td\u000be\u2028f\u202ee\ufeff")
    page.keyboard.press("Tab")
    expect(said).to_have_text("")
    raw = filler.downloaded()
    assert values(raw)["answers"]["modelling-4"]["notes"] == "abc d e fe"
    assert BOOK.judged(*parse("answers.json", raw)).problems == ()


@IN_TWO_VIEWS
def test_no_violation_in_any_state(open_page: Open, size: dict[str, int], scheme: str) -> None:
    """With a report, then with a refusal, faults, warnings and all parts open: axe finds nothing, nothing scrolls."""
    filler, _ = opened(open_page, "modelling", viewport=size, color_scheme=scheme)
    page = filler.page
    unfold = "document.querySelectorAll('details').forEach(each => { each.open = true; })"

    def look(filler: Filler) -> None:
        page.evaluate(unfold)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    content = copy.deepcopy(GOOD)
    content["answers"]["modelling-1"]["asked"] = "0" * 12
    filler.load(json.dumps(content).encode())
    look(filler)
    filler.load(b"{")
    page.evaluate(unfold)
    page.locator("#modelling-1-notes").fill("x" * 2001 + " 07700 900123")
    page.locator("#modelling-1-notes").blur()
    filler.press("Remember on this device")
    filler.press("Download my answers")
    page.locator(".faults #sheet-faults").wait_for()
    look(filler)
