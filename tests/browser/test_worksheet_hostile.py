"""Files that somebody sent with a bad aim: refused with the sentence of the check, or shown as typed. Nothing runs."""

from __future__ import annotations

import copy
import json

import pytest

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
    assert BOOK.judged(*parse("answers.json", raw)).problems == ()


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

    content = copy.deepcopy(GOOD)
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
