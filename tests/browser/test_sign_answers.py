"""What people paste, type and keep on the signing page: understood, or told in words that name the question."""

# ruff: noqa: F811  (fixtures that are shared come by import)

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests import support
from tests.browser.conftest import Open
from tests.browser.sign_officer import DAY, Opened, answered, go_on, refused, saved, sign_page  # noqa: F401  (a fixture)

FOUND = """async (typed) => {
    const { find } = await import(new URL("../../assets/sign/who.js", location).href);
    const get = async (name) => (await fetch(`../../api/${name}.json`)).json();
    const [rules, { authorities, as_of: day }] = [await get("record-rules"), await get("authorities")];
    return typed.map((each) => find(rules, authorities, each, day).map(({ slug }) => slug));
}"""
pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
INGLEWATER = "?event={}&signatory=inglewater"


def test_pasted_text_just_works_and_a_sign_that_no_record_can_hold_is_shown(sign_page: Opened) -> None:
    """From a word processor, a chat or a PDF: odd spaces, hidden signs, ligatures, letters in two parts.

    A fault names the question, leads to it, marks it, and shows the sign, where it is, and what to write for it.
    """
    page = sign_page()
    answered(page, "We are glad 👨\u200d👩 to sign.", "A\u00a0B")
    refused(page, "There is a problem")
    fault = page.locator(".faults a")
    assert re.match(r"Statement: .*“👨” \(U\+1F468\).* It is sign 13, in “We are glad 👨👩 to sign", fault.inner_text())
    page.get_by_text("In your own words").click()  # which folds it
    fault.click()
    statement = page.get_by_label("Statement", exact=True)
    expect(statement).to_be_focused()
    expect(statement).to_have_attribute("aria-invalid", "true")
    statement.fill("One\u00a0two\u202fthree\tfour\r\nfive\u00ad\u200b \ufb01rst\u2011rate cafe\u0301\u2028end ")
    for typed, told in (("https://example.org/o'x", "“'” (U+0027)"), ("https://example.org/é", "Write %C3%A9 for it.")):
        page.get_by_label("Your page about it").fill(typed)
        refused(page, told)
    page.get_by_label("Your page about it").fill("")
    go_on(page)
    raw = saved(page).decode()
    assert 'role: "A B"\n' in raw
    assert 'statement: "One two three four five first-rate café end"\n' in raw


def test_a_date_that_is_typed_whole(sign_page: Opened) -> None:
    """Into the box for the day, it is understood, and the boxes show it; what can't be is told as people write it."""
    page = sign_page(INGLEWATER.format("withdrawn"))
    page.get_by_text("Use another day").click()
    day = page.get_by_role("textbox", name="Day")
    for typed, told in (
        ("soon", "“soon 11 2026” is not a day."),
        ("31/2/2026", "“31 2 2026” is not a day. Write it like 30 11 2026."),
        ("3/12/2028", "The day 3 December 2028 has not come: today is 22 November 2026."),
    ):
        day.fill(typed)
        day.press("Tab")
        refused(page, told)
    page.get_by_label("Reason").fill("x")
    boxes = [page.get_by_role("textbox", name=name) for name in ("Day", "Month", "Year")]
    for number, typed in enumerate(
        ("1/11/2026", "2 November 2026", "2026-11-03", "4.11.26", "5th November 2026", "Nov 6 2026", "November 7, 2026",
         "Sun 8 Nov. 2026", "9 Nov", "10th of November", "11-Nov-2026", "2026/11/12"), 1):  # fmt: skip
        day.fill(typed)
        day.press("Tab")
        assert [box.input_value()[-2:] for box in boxes][::2] == [str(number), "26"], typed
    for typed, meant in (("21/11/2026", "2026-11-21"), ("Nov 20, 2026", "2026-11-20")):
        day.fill(typed)
        go_on(page)
        assert f'date: "{meant}"'.encode() in saved(page, f"Save inglewater-{meant}-withdrawn.yml")
        page.get_by_role("button", name="Back").click()
        page.get_by_role("button", name="Change the answers").click()


def _named(told: Any) -> None:
    more: dict[int, dict[str, Any]] = {
        0: {"name": "Kingston upon Hull", "slug": "kingston-upon-hull", "common_names": ["Hull City Council"]},
        1: {"name": "City of London", "common_names": ["City of London Corporation"]},
        2: {"name": "Bournemouth, Christchurch and Poole", "common_names": ["BCP Council"]},
        3: {"name": "County Durham"},
        4: {"name": "St. Helens"},
        5: {"name": "Surrey", "until": "2026-11-01", "successors": ["kestrelby", "juniper-vale"]},
        8: {"name": "East Surrey", "from": "2027-04-01"},
        11: {"name": "Old Surrey"},
    }
    for place, changed in more.items():
        told["authorities"][place] |= changed


def test_a_council_is_found_by_the_words_that_people_use(sign_page: Opened) -> None:
    """And what stands in the way is told at once."""
    page = sign_page(authorities=_named)
    page.get_by_label("A council with").check()
    council = page.get_by_label("Which council?")
    for typed, told in (
        ("Hull City Council", "Kingston upon Hull ("),
        ("hull", "Kingston upon Hull ("),
        ("BCP", "Bournemouth, Christchurch and Poole ("),
        ("City of London Corporation", "City of London ("),
        ("Durham County Council", "County Durham ("),
        ("St Helen's", "St. Helens ("),
        ("Surrey", "Surrey ended on 1 November 2026. Its duties went to Juniper Vale and Kestrelby."),
        ("East Surrey", "East Surrey begins on 1 April 2027."),
        ("surr", "Old Surrey ("),
        ("k", "“k” can be Kingston upon Hull or Kestrelby."),
        ("Leeds", "“Leeds” is not on the list."),
        ("Bournmouth", "“Bournmouth” can be Bournemouth, Christchurch and Poole. Write which."),
    ):
        council.fill(typed)
        council.press("Tab")
        page.locator("[data-note]", has_text=told).wait_for()


@pytest.mark.of("site")
def test_the_page_and_the_commands_find_the_same(open_page: Open) -> None:
    """What people type for councils; tests/test_authorities.py tries it on the commands."""
    page, _ = open_page("commitment/sign/")
    wanted = support.table("authorities")["typed"]
    found = page.evaluate(FOUND, list(wanted))
    assert [(typed, {*each}) for typed, each in zip(wanted, found, strict=True)] == [
        (k, {*v}) for k, v in wanted.items()
    ]


@pytest.mark.parametrize(
    ("query", "label", "name"),
    [
        ("", "Which office signs?", "record-{}-signed"),
        ("?event=reviewed&signatory=alderwick", "Respect 1: why", "alderwick-{}-reviewed"),
        (INGLEWATER.format("corrected"), "Reason", "inglewater-{}-corrected"),
        (INGLEWATER.format("withdrawn"), "Reason", "inglewater-{}-withdrawn"),
        ("?event=succeeded&signatory=lantern-advice", "Reason", "lantern-advice-{}-succeeded"),
    ],
)
def test_what_is_not_finished_is_kept(sign_page: Opened, tmp_path: Path, query: str, label: str, name: str) -> None:
    """It goes on where it stopped; another file is told by words."""
    page = sign_page(query)
    page.get_by_label(label).fill("Half of it.")
    kept = tmp_path / "kept.yml"
    kept.write_bytes(saved(page, "Save what I have so far", f"{name.format(DAY)}-so-far.yml"))
    page.reload()
    page.get_by_text("Start from a file that you kept").click()
    page.get_by_label("A record that you saved").set_input_files(str(kept))
    page.get_by_text("are filled in. Look at each again.").wait_for()
    expect(page.get_by_label(label)).to_have_value("Half of it.")
    kept.write_text("hello", encoding="utf-8")
    page.get_by_label("A record that you saved").set_input_files(str(kept))
    page.get_by_text("not a record that this form can start from").wait_for()


def test_an_event_that_is_none(sign_page: Opened) -> None:
    """The page signs."""
    page = sign_page()
    for event in ("constructor", "__proto__", "confirmed", ""):
        page.goto(f"{page.url.partition('?')[0]}?event={event}")
        expect(page.locator("[data-sign-body] h2")).to_have_text("Sign the Commitment")
