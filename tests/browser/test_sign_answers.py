"""What people paste, type and keep on the signing page: understood, or told in words that name the question."""

# ruff: noqa: F811  (fixtures that are shared come by import)

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests import support
from tests.browser.conftest import Open
from tests.browser.sign_officer import DAY
from tests.browser.sign_site import FILE, Opened, filled, last_step, refused, saved, site_page  # noqa: F401  (a fixture)

FOUND = """async (typed) => {
    const { find } = await import(new URL("../../assets/sign/who.js", location).href);
    const get = async (name) => (await fetch(`../../api/${name}.json`)).json();
    const [rules, { authorities, as_of: day }] = [await get("record-rules"), await get("authorities")];
    return typed.map((each) => find(rules, authorities, each, day).map(({ slug }) => slug));
}"""
pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]


def test_pasted_text_just_works(site_page: Opened) -> None:
    """From a word processor, a chat or a PDF: odd spaces, hidden signs, ligatures, letters in two parts."""
    page = site_page()
    filled(
        page, "One\u00a0two\u202fthree\tfour\r\nfive\u00ad\u200b \ufb01rst\u2011rate cafe\u0301\u2028end ", "A\u00a0B"
    )
    last_step(page)
    raw = saved(page, f"Save {FILE}").decode()
    assert 'role: "A B"\n' in raw
    assert 'statement: "One two three four five first-rate café end"\n' in raw


def test_a_sign_that_no_record_can_hold(site_page: Opened) -> None:
    """The fault names the question, leads to it, marks it, and shows the sign and where it is."""
    page = site_page()
    filled(page, "We are glad 👨\u200d👩 to sign.")
    fault = page.locator(".faults a")
    assert re.match(r"Statement: .*“👨” \(U\+1F468\).* It is sign 13, in “We are glad 👨👩 to sign", fault.inner_text())
    page.locator("details", has_text="In your own words").evaluate("part => { part.open = false; }")
    fault.click()
    statement = page.get_by_label("Statement", exact=True)
    expect(statement).to_be_focused()
    expect(statement).to_have_attribute("aria-invalid", "true")


def test_an_address_with_a_sign_that_can_t_stay(site_page: Opened) -> None:
    """The sign is named, with what to write for it."""
    page = site_page()
    page.locator("details", has_text="In your own words").evaluate("part => { part.open = true; }")
    for typed, told in (("https://example.org/o'x", "“'” (U+0027)"), ("https://example.org/é", "Write %C3%A9 for it.")):
        page.get_by_label("Your page about it").fill(typed)
        refused(page, told)


def test_a_date_that_is_typed_whole(site_page: Opened) -> None:
    """Into the box for the day, it is understood, and the boxes show it; what can't be is told as people write it."""
    page = site_page("?event=withdrawn&signatory=inglewater")
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
    for typed, meant in (("21/11/2026", "2026-11-21"), ("1 November 2026", "2026-11-01"), ("2026-11-02", "2026-11-02"),
                         ("21.11.26", "2026-11-21")):  # fmt: skip
        day.fill(typed)
        page.get_by_role("button", name="Continue").click()
        last_step(page)
        assert f'date: "{meant}"'.encode() in saved(page, f"Save inglewater-{meant}-withdrawn.yml")
        page.go_back()
        page.go_back()


def _named(told: Any) -> None:
    told["authorities"][0] |= {
        "name": "Kingston upon Hull",
        "slug": "kingston-upon-hull",
        "common_names": ["Hull City Council"],
    }
    told["authorities"][1] |= {"name": "City of London", "common_names": ["City of London Corporation"]}
    told["authorities"][2] |= {"name": "Bournemouth, Christchurch and Poole", "common_names": ["BCP Council"]}
    told["authorities"][3] |= {"name": "County Durham"}
    told["authorities"][4] |= {"name": "St. Helens"}
    told["authorities"][5] |= {"name": "Surrey", "until": "2026-11-01", "successors": ["kestrelby", "juniper-vale"]}
    told["authorities"][8] |= {"name": "East Surrey", "from": "2027-04-01"}
    told["authorities"][11] |= {"name": "Old Surrey"}


def test_a_council_is_found_by_the_words_that_people_use(site_page: Opened) -> None:
    """And what stands in the way is told at once."""
    page = site_page(authorities=_named)
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
    ("query", "label", "words", "name"),
    [
        ("", "Which office signs?", "Head", f"record-{DAY}-signed-so-far.yml"),
        (
            "?event=reviewed&signatory=alderwick",
            "Respect 1: why",
            "Half of it.",
            f"alderwick-{DAY}-reviewed-so-far.yml",
        ),
        ("?event=corrected&signatory=inglewater", "Reason", "A slip.", f"inglewater-{DAY}-corrected-so-far.yml"),
        ("?event=withdrawn&signatory=inglewater", "Reason", "We end.", f"inglewater-{DAY}-withdrawn-so-far.yml"),
        (
            "?event=succeeded&signatory=lantern-advice",
            "Reason",
            "We merge.",
            f"lantern-advice-{DAY}-succeeded-so-far.yml",
        ),
    ],
)
def test_what_is_not_finished_is_kept(
    site_page: Opened, tmp_path: Path, query: str, label: str, words: str, name: str
) -> None:
    """It goes on where it stopped; another file is told by words."""
    page = site_page(query)
    page.get_by_label(label).fill(words)
    kept = tmp_path / name
    kept.write_bytes(saved(page, "Save what I have so far", name))
    page = site_page(query)
    page.get_by_text("Start from a file that you kept").click()
    page.get_by_label("A record that you saved").set_input_files(str(kept))
    page.get_by_text("are filled in. Look at each again.").wait_for()
    assert page.get_by_label(label).input_value() == words
    kept.write_text("hello", encoding="utf-8")
    page.get_by_label("A record that you saved").set_input_files(str(kept))
    page.get_by_text("not a record that this form can start from").wait_for()


def test_links_open_beside_the_page_once_something_is_typed(site_page: Opened) -> None:
    """So that no work is lost; and the way says so."""
    page = site_page()
    link = page.get_by_role("link", name="What signing means").first
    assert link.get_attribute("target") is None
    page.get_by_label("Which office signs?").fill("x")
    assert link.get_attribute("target") == "_blank"
    assert link.inner_text().endswith("(opens in a new tab)")
    assert page.locator("#main-content a[href]:not([target], [href^='#'])").count() == 0


@pytest.mark.parametrize("event", ["constructor", "__proto__", "confirmed", ""])
def test_an_event_that_is_none(site_page: Opened, event: str) -> None:
    """The page signs."""
    page = site_page(f"?event={event}")
    assert page.locator("[data-sign-body] h2").inner_text() == "Sign the Commitment"
