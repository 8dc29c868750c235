"""A council officer signs, reviews, corrects, withdraws and hands over: by keyboard alone, and the check takes it."""

# ruff: noqa: F811  (fixtures that are shared come by import)

import pytest
from playwright.sync_api import Page, expect

from accord.project.reading import Project
from accord.register.authorities import authorities
from tests.browser.conftest import NOTHING, PHONE, STORED, Open
from tests.browser.sign_officer import (  # noqa: F401  (fixtures)
    CHECK,
    DAY,
    SIGN,
    Officer,
    Opened,
    accepted,
    project,
    sign_page,
)

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
Step = tuple[str, ...]
REASON = ("write", "Reason", "We sign something of our own.")
# Who does what: the page's query, what is done and seen, and lines of the record. {slug} is a council's code.
JOURNEYS: dict[str, tuple[str, list[Step], list[str]]] = {
    "societe-dete-trust signed": ("", [
        ("pick", "A children’s trust", "Who signs?"),
        ("write", "Name of the organisation", "Société d’Été Trust"),
        ("write", "Which councils does the trust serve?", "Royal Borough of Kestrelby\nNowhere"),
        ("write", "Which office signs?", "Chief Executive"),
        ("refused", "“Nowhere” is not on the list."),
        ("write", "Which councils does the trust serve?", "Royal Borough of Kestrelby\njuniper"),
        ("open_part", "Read the promises"), ("open_part", "Respect 2:"),
        ("write", "Why Respect 2 is left out", "The law asks for more."),
    ], ['organisation: "Société d’Été Trust"\nons_code: "{kestrelby}, {juniper-vale}"\n',
        'reserves_respect-2: "The law asks for more."\n']),
    "elmsworth signed": ("?signatory=elmsworth", [
        ("reads", "Elmsworth signed version 1.0.0 on 23 October 2023."), ("holds", "Which council?", "Elmsworth"),
    ], ['version: "2.0.0"']),
    "inglewater corrected": ("?event=corrected&signatory=inglewater", [
        ("choose", "Which record is wrong?", "The signing"), ("choose", "What in it is wrong?", "Your page"),
        ("write", "Your page about it", "http://inglewater.example.org"), ("write", "Reason", "The page has moved."),
        ("refused", "does not start with https://"),
        ("write", "Your page about it", "https://inglewater.example.org/promise"),
    ], ['field: "url"\nvalue: "https://inglewater.example.org/promise"\n']),
    "larkhythe-childrens-trust corrected": ("?event=corrected&signatory=larkhythe-childrens-trust", [
        ("choose", "Which record is wrong?", "The signing"), ("choose", "What in it is wrong?", "Which councils"),
        ("holds", "Which councils does the trust serve?", "Larkhythe\nFennhollow"),
        ("write", "Which councils does the trust serve?", "Larkhythe\nKestrelby"), REASON,
    ], ['value: "{larkhythe}, {kestrelby}"\n']),
    "inglewater withdrawn": ("?event=withdrawn&signatory=inglewater", [
        ("write", "Which office withdraws?", "Chief Executive"), REASON], []),
    "gorse-and-hawk withdrawn": ("?event=withdrawn&signatory=gorse-and-hawk", [  # whose promises came by the list
        ("write", "Which office withdraws?", "Chief Executive"), REASON], []),
    "lantern-advice succeeded": ("?event=succeeded&signatory=lantern-advice", [
        ("write", "Who takes over?", "Nobody"), ("write", "Which office hands over?", "Chief Executive"), REASON,
        ("refused", "“Nobody” is not on the list."), ("write", "Who takes over?", "tallow"),
    ], ['successor: "tallow-systems"\n']),
    "lantern-advice succeeded by a council": ("?event=succeeded&signatory=lantern-advice", [
        ("write", "Who takes over?", "kestrelby council"), ("write", "Which office hands over?", "Director"), REASON,
    ], ['successor: "kestrelby"\n']),
}  # fmt: skip


def codes(project: Project) -> dict[str, str]:
    slugs = ("kestrelby", "juniper-vale", "larkhythe")
    return {slug: each.code for slug in slugs if (each := authorities(project).slug(slug))}


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_record_is_made_by_keyboard(sign_page: Opened, project: Project, name: str) -> None:
    query, steps, lines = JOURNEYS[name]
    slug, event, *_ = name.split()
    officer = Officer(sign_page(query))
    for act, *words in steps:
        getattr(officer, act)(*words)
    raw = officer.handed_in(f"{slug}-{DAY}-{event}.yml")
    for line in lines:
        assert line.format(**codes(project)).encode() in raw
    accepted(project, slug, event, raw)


def test_a_council_signs(open_page: Open, project: Project) -> None:
    """From an empty form over its faults to a record that the check takes, all of it offline from the first answer."""
    page, watch = open_page(SIGN, before=lambda page: page.clock.set_fixed_time(f"{DAY}T12:00:00Z"), viewport=PHONE)
    officer = Officer(page)
    officer.reach(page.get_by_label("A council with children’s services", exact=True))
    page.locator("[data-sign][data-whole]").wait_for()
    asked = len(watch.asked)
    page.context.set_offline(True)
    officer.refused("Say who signs.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("A council with children’s services", exact=True)).to_be_focused()
    officer.pick("A council with children’s services", "Who signs?")
    officer.write("Which council?", "Kestrelby County Council")
    officer.write("Which office signs?", "Director of Children’s Services")
    officer.open_part("In your own words")
    officer.write("Statement", 'We mean "it".')
    raw = officer.handed_in(f"kestrelby-{DAY}-signed.yml")
    version, digest = (raw.decode().split(f'{name}: "')[1].split('"')[0] for name in ("version", "digest"))
    lines = {
        "event": "signed", "signatory": "kestrelby", "date": DAY, "kind": "local-authority",
        "ons_code": codes(project)["kestrelby"], "role": "Director of Children’s Services", "version": version,
        "digest": digest, "statement": 'We mean \\"it\\".',
    }  # fmt: skip
    assert raw.decode() == "".join(f'{name}: "{value}"\n' for name, value in lines.items())
    accepted(project, "kestrelby", "signed", raw)
    assert [url for url in watch.asked[asked:] if not url.startswith("blob:")] == []
    page.context.set_offline(False)
    assert page.evaluate(STORED) == NOTHING


def test_a_council_reviews_its_year(sign_page: Opened, project: Project) -> None:
    """Last year's published answers are there, marked; one is changed, and the record passes the check."""
    officer = Officer(sign_page("?event=reviewed&signatory=alderwick"))
    marks = officer.page.get_by_text("This is the answer of 30 June 2026.")
    number = marks.count()
    assert number > 20
    officer.pick("Not yet kept", "Respect 3:")
    expect(marks).to_have_count(number - 1)
    officer.write("Respect 3: why, and what comes next", "")
    officer.refused("Say why, because the promise is not kept in full.")
    officer.write("Respect 3: why, and what comes next", "From May on.")
    raw = officer.handed_in(f"alderwick-{DAY}-reviewed.yml")
    assert b'respect-3: "not-yet"\nrespect-3_why: "From May on."\n' in raw
    accepted(project, "alderwick", "reviewed", raw)


def test_the_browser_s_back_leads_to_the_step_before(sign_page: Opened) -> None:
    """The answers are still there, and a check that they no longer fit does not come back."""
    officer = Officer(sign_page("?event=withdrawn&signatory=inglewater"))
    page, is_shown = officer.page, "document.activeElement.tagName === 'H2'"
    officer.write("Reason", "Once.")
    officer.press("Continue")
    officer.reads(CHECK)
    page.go_back()
    page.wait_for_function(is_shown)
    officer.holds("Reason", "Once.")
    officer.write("Reason", "Twice.")
    page.go_forward()
    page.wait_for_function(is_shown)
    officer.holds("Reason", "Twice.")
    officer.press("Continue")
    officer.reads(CHECK)
    officer.reads("Twice.")


def test_who_hands_over_what(sign_page: Opened) -> None:
    """The list says who follows a council; without a signatory in the address the page asks, and opens with it."""
    page: Page = sign_page("?event=succeeded&signatory=inglewater")
    expect(page.get_by_text("You need not do anything.")).to_be_visible()
    assert page.get_by_role("button", name="Continue").count() == 0
    officer = Officer(sign_page("?event=withdrawn"))
    officer.choose("Which organisation?", "Ingle")
    officer.press("Continue")
    officer.page.get_by_label("Which office withdraws?").wait_for()
    assert "signatory=inglewater" in officer.page.url
