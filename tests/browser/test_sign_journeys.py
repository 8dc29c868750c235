"""A council officer signs, reviews, corrects, withdraws and hands over: by keyboard alone, on phone and desktop."""

# ruff: noqa: F811  (fixtures that are shared come by import)

from __future__ import annotations

import pytest

from accord.project.reading import Project
from accord.register.authorities import authorities
from tests.browser.conftest import DESKTOP, NOTHING, PHONE, STORED, Open
from tests.browser.sign_officer import DAY, accepted, opened, project  # noqa: F401  (fixtures)

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]


def test_a_council_signs(open_page: Open, project: Project) -> None:
    """From an empty form over its faults to a record that the check takes; three answers are the least."""
    officer, watch = opened(open_page, viewport=PHONE)
    page = officer.page
    officer.reach(page.get_by_label("A council with children’s services", exact=True))
    page.locator("[data-sign][data-whole]").wait_for()  # from the first answer on, nothing more is fetched
    asked = len(watch.asked)
    page.context.set_offline(True)
    officer.refused("Say who signs.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.type") == "radio"
    officer.pick("A council with children’s services", "Who signs?")
    officer.write("Which council?", "Kestrelby County Council")
    officer.write("Which office signs?", "Director of Children’s Services")
    officer.open_part("In your own words")
    officer.write("Statement", 'We mean "it".')
    officer.handed_in()
    raw = officer.saved(f"kestrelby-{DAY}-signed.yml")
    version = raw.decode().split('version: "')[1].split('"')[0]
    digest = raw.decode().split('digest: "')[1].split('"')[0]
    lines = {
        "event": "signed", "signatory": "kestrelby", "date": DAY, "kind": "local-authority",
        "ons_code": _code(project, "kestrelby"), "role": "Director of Children’s Services", "version": version,
        "digest": digest, "statement": 'We mean \\"it\\".',
    }  # fmt: skip
    assert raw.decode() == "".join(f'{name}: "{value}"\n' for name, value in lines.items())
    accepted(project, "kestrelby", "signed", raw)
    assert watch.asked[asked:] == [url for url in watch.asked[asked:] if url.startswith("blob:")]
    assert watch.errors == []
    page.context.set_offline(False)
    assert page.evaluate(STORED) == NOTHING


def _code(project: Project, slug: str) -> str:
    authority = authorities(project).slug(slug)
    assert authority is not None
    return authority.code


def test_a_trust_names_councils_as_people_do(open_page: Open, project: Project) -> None:
    """A line each, in words; the short name comes from the name; a promise is set apart."""
    officer, _ = opened(open_page, viewport=PHONE)
    officer.pick("A children’s trust", "Who signs?")
    officer.write("Name of the organisation", "Société d’Été Trust")
    officer.write("Which councils does the trust serve?", "Royal Borough of Kestrelby\nNowhere")
    officer.write("Which office signs?", "Chief Executive")
    officer.refused("“Nowhere” is not on the list.")
    officer.write("Which councils does the trust serve?", "Royal Borough of Kestrelby\njuniper")
    officer.open_part("Read the promises")
    officer.open_part("Respect 2:")
    officer.write("Why Respect 2 is left out", "The law asks for more.")
    officer.handed_in()
    raw = officer.saved(f"societe-dete-trust-{DAY}-signed.yml")
    codes = ", ".join(_code(project, slug) for slug in ("kestrelby", "juniper-vale"))
    assert f'organisation: "Société d’Été Trust"\nons_code: "{codes}"\n'.encode() in raw
    assert b'reserves_respect-2: "The law asks for more."\n' in raw
    accepted(project, "societe-dete-trust", "signed", raw)


def test_a_new_version_is_signed_again(open_page: Open, project: Project) -> None:
    """Who has signed finds the form filled in, and is told which version it was and is."""
    officer, _ = opened(open_page, "?signatory=elmsworth", viewport=PHONE)
    page = officer.page
    assert "Elmsworth signed version 1.0.0 on 23 October 2023." in page.locator("[data-sign-body]").inner_text()
    assert page.get_by_label("Which council?").input_value() == "Elmsworth"
    officer.handed_in()
    raw = officer.saved(f"elmsworth-{DAY}-signed.yml")
    assert b'version: "2.0.0"' in raw
    accepted(project, "elmsworth", "signed", raw)


def test_a_council_reviews_its_year(open_page: Open, project: Project) -> None:
    """Last year's published answers are there, marked; one is changed, and the record passes the check."""
    officer, watch = opened(open_page, "?event=reviewed&signatory=alderwick", viewport=PHONE)
    page = officer.page
    marks = page.get_by_text("This is the answer of 30 June 2026.")
    number = marks.count()
    assert number > 20
    officer.pick("Not yet kept", "Respect 3:")
    assert marks.count() == number - 1
    officer.write("Respect 3: why, and what comes next", "")
    page.keyboard.press("Delete")
    officer.refused("Say why, because the promise is not kept in full.")
    officer.write("Respect 3: why, and what comes next", "From May on.")
    officer.handed_in()
    raw = officer.saved(f"alderwick-{DAY}-reviewed.yml")
    assert b'respect-3: "not-yet"\nrespect-3_why: "From May on."\n' in raw
    accepted(project, "alderwick", "reviewed", raw)
    assert watch.away == []


def test_a_record_is_corrected(open_page: Open, project: Project) -> None:
    """The record is chosen, then the field in it, and its own question comes with what the record says."""
    officer, _ = opened(open_page, "?event=corrected&signatory=inglewater", viewport=PHONE)
    officer.choose("Which record is wrong?", "The signing")
    officer.choose("What in it is wrong?", "Your page")
    officer.write("Your page about it", "http://inglewater.example.org")
    officer.write("Reason", "The page has moved.")
    officer.refused("does not start with https://")
    officer.write("Your page about it", "https://inglewater.example.org/promise")
    officer.handed_in()
    raw = officer.saved(f"inglewater-{DAY}-corrected.yml")
    assert b'field: "url"\nvalue: "https://inglewater.example.org/promise"\n' in raw
    accepted(project, "inglewater", "corrected", raw)


def test_the_councils_that_a_trust_serves_are_corrected(open_page: Open, project: Project) -> None:
    """By their names, as they are asked for when a trust signs."""
    officer, _ = opened(open_page, "?event=corrected&signatory=larkhythe-childrens-trust")
    officer.choose("Which record is wrong?", "The signing")
    officer.choose("What in it is wrong?", "Which councils")
    served = officer.page.get_by_label("Which councils does the trust serve?")
    assert served.input_value() == "Larkhythe\nFennhollow"
    officer.write("Which councils does the trust serve?", "Larkhythe\nKestrelby")
    officer.write("Reason", "One was left out.")
    officer.handed_in()
    raw = officer.saved(f"larkhythe-childrens-trust-{DAY}-corrected.yml")
    codes = ", ".join(_code(project, slug) for slug in ("larkhythe", "kestrelby"))
    assert f'value: "{codes}"\n'.encode() in raw
    accepted(project, "larkhythe-childrens-trust", "corrected", raw)


@pytest.mark.parametrize("slug", ["inglewater", "gorse-and-hawk"])
def test_a_council_withdraws(open_page: Open, project: Project, slug: str) -> None:
    """Office and reason are all that it takes, from whom signed and from whom promises come to by the list."""
    officer, _ = opened(open_page, f"?event=withdrawn&signatory={slug}", viewport=PHONE)
    officer.write("Which office withdraws?", "Chief Executive")
    officer.write("Reason", "We sign something of our own.")
    officer.handed_in()
    accepted(project, slug, "withdrawn", officer.saved(f"{slug}-{DAY}-withdrawn.yml"))


@pytest.mark.parametrize(("typed", "heir"), [("tallow", "tallow-systems"), ("kestrelby council", "kestrelby")])
def test_an_organisation_hands_over(open_page: Open, project: Project, typed: str, heir: str) -> None:
    """The successor is named as people name it: a council of the list, or an organisation on the register."""
    officer, _ = opened(open_page, "?event=succeeded&signatory=lantern-advice", viewport=DESKTOP)
    officer.write("Who takes over?", "Nobody")
    officer.write("Which office hands over?", "Chief Executive")
    officer.write("Reason", "The work goes on there.")
    officer.refused("“Nobody” is not on the list.")
    officer.write("Who takes over?", typed)
    officer.handed_in()
    raw = officer.saved(f"lantern-advice-{DAY}-succeeded.yml")
    assert f'successor: "{heir}"\n'.encode() in raw
    accepted(project, "lantern-advice", "succeeded", raw)


def test_a_council_that_ends_has_nothing_to_write(open_page: Open) -> None:
    """The list says who follows a council."""
    officer, _ = opened(open_page, "?event=succeeded&signatory=inglewater")
    assert officer.page.get_by_text("You need not do anything.").is_visible()
    assert officer.page.get_by_role("button", name="Continue").count() == 0


def test_the_signatory_is_chosen_first(open_page: Open) -> None:
    """Without one in the address, the page asks, and opens again with it."""
    officer, _ = opened(open_page, "?event=withdrawn")
    officer.choose("Which organisation?", "Ingle")
    officer.press("Continue")
    officer.page.get_by_label("Which office withdraws?").wait_for()
    assert "signatory=inglewater" in officer.page.url
