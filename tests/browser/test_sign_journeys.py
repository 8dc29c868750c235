"""A council officer signs, reviews, corrects, withdraws and hands over: by keyboard alone, on phone and desktop."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Locator, Page

from accord.model.authorities_build import authorities
from accord.read import project as reading
from accord.read.project import Project
from accord.record import make
from tests.browser.conftest import DESKTOP, PHONE, Open, Watch, served
from tests.browser.test_axe import RUN
from tests.browser.test_privacy import NOTHING, STORED

pytestmark = pytest.mark.browser
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SIGN = "commitment/sign/"
DAY = "2026-11-22"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


@pytest.fixture(scope="module")
def address(demo: Path) -> Iterator[str]:
    """Serve the sample in place of the live site."""
    with served(demo) as address:
        yield address


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Read the sample that the site is made of, for the check to judge a new record by."""
    place = tmp_path_factory.mktemp("sample")
    shutil.copytree(root / "data", place / "data")
    shutil.copytree(root / "tests" / "demo", place, dirs_exist_ok=True)
    return reading.load(place)


class Officer:
    """Somebody at a keyboard, who presses Tab until the focus is where the next answer goes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.locator("[data-sign][data-ready]").wait_for()

    def reach(self, target: Locator) -> None:
        """Press Tab until the focus is on the element, or anywhere in its group of radio buttons."""
        target.wait_for()
        for _ in range(400):
            if target.evaluate(
                "e => e === document.activeElement || (e.type === 'radio' && e.name === document.activeElement.name)"
            ):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{target} can't be reached by Tab")

    def write(self, label: str, text: str) -> None:
        target = self.page.get_by_label(label, exact=True)
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def pick(self, label: str, group: str = "") -> None:
        """Choose a radio button by the arrow keys."""
        place = self.page.get_by_role("group", name=group) if group else self.page
        target = place.get_by_label(label, exact=True)
        self.reach(target)
        self.page.keyboard.press("Space")
        for _ in range(12):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{label} can't be chosen")

    def choose(self, label: str, start: str) -> None:
        """Choose from a list by the first letters."""
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.type(start)

    def tick(self, label: str) -> None:
        target = self.page.get_by_label(label, exact=True)
        self.reach(target)
        self.page.keyboard.press("Space")
        assert target.is_checked()

    def unfold(self, words: str) -> None:
        """Open a part that is folded."""
        self.reach(self.page.locator("summary", has_text=words))
        self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        target = self.page.get_by_role("button", name=name, exact=True)
        self.reach(target)
        self.page.keyboard.press("Enter")

    def saved(self, name: str) -> bytes:
        with self.page.expect_download() as download:
            self.press(f"Save {name}")
        assert download.value.suggested_filename == name
        return Path(download.value.path()).read_bytes()

    def handed_in(self) -> None:
        """Go from a form without fault to the last step."""
        self.press("Go on")
        self.page.get_by_role("heading", name="Check before you hand it in").wait_for()
        self.press("This is right")
        self.page.get_by_role("heading", name="Hand it in").wait_for()

    def told(self) -> str:
        """Press the button on faulty answers, and return the summary of faults."""
        self.press("Go on")
        self.page.locator(".faults").wait_for()
        return self.page.locator(".faults").inner_text()


def opened(open_page: Open, query: str = "", **options: Any) -> tuple[Officer, Watch]:
    """Open the signing page on the day of the sample."""
    page, watch = open_page("privacy/", **options)
    page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
    page.goto(page.url.replace("privacy/", f"{SIGN}{query}"))
    return Officer(page), watch


def accepted(project: Project, slug: str, event: str, raw: bytes) -> None:
    """Have the check judge a record as somebody brings it."""
    path = f"commitment/signatories/{slug}/{DAY}-{event}.yml"
    assert make.problems(project, date.fromisoformat(DAY), path, raw) == []


@SIZES
def test_a_council_signs(open_page: Open, size: dict[str, int], project: Project) -> None:
    """From an empty form over its faults to a record that the check takes; three answers are the least."""
    officer, watch = opened(open_page, viewport=size)
    page = officer.page
    officer.reach(page.get_by_label("A council with children’s services", exact=True))
    page.locator("[data-sign][data-whole]").wait_for()  # from the first answer on, nothing more is fetched
    asked = len(watch.asked)
    page.context.set_offline(True)
    assert "Say who signs." in officer.told()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.type") == "radio"
    officer.pick("A council with children’s services", "Who signs?")
    officer.write("Which council?", "Kestrelby County Council")
    officer.write("Which office signs?", "Director of Children’s Services")
    officer.unfold("In your own words")
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
    assert "“Nowhere” is not on the list." in officer.told()
    officer.write("Which councils does the trust serve?", "Royal Borough of Kestrelby\njuniper")
    officer.unfold("Read the promises")
    officer.unfold("Respect 2:")
    officer.write("Why Respect 2 is set apart", "The law asks for more.")
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


@SIZES
def test_a_council_reviews_its_year(open_page: Open, size: dict[str, int], project: Project) -> None:
    """Last year's published answers are there, marked; one is changed, and the record passes the check."""
    officer, watch = opened(open_page, "?event=reviewed&signatory=alderwick", viewport=size)
    page = officer.page
    marks = page.get_by_text("This is the answer of 30 June 2026.")
    number = marks.count()
    assert number > 20
    officer.pick("Not yet kept", "Respect 3:")
    assert marks.count() == number - 1
    officer.write("Respect 3: why, and what comes next", "")
    page.keyboard.press("Delete")
    assert "Say why, because the promise is not kept in full." in officer.told()
    officer.write("Respect 3: why, and what comes next", "From May on.")
    officer.handed_in()
    raw = officer.saved(f"alderwick-{DAY}-reviewed.yml")
    assert b'respect-3: "not-yet"\nrespect-3_why: "From May on."\n' in raw
    accepted(project, "alderwick", "reviewed", raw)
    assert watch.away == []


@SIZES
def test_a_record_is_corrected(open_page: Open, size: dict[str, int], project: Project) -> None:
    """The record is chosen, then the field in it, and its own question comes with what the record says."""
    officer, _ = opened(open_page, "?event=corrected&signatory=inglewater", viewport=size)
    officer.choose("Which record is wrong?", "The signing")
    officer.choose("What in it is wrong?", "Your page")
    officer.write("Your page about it", "http://inglewater.example.org")
    officer.write("Reason", "The page has moved.")
    assert "does not start with https://" in officer.told()
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
    assert "“Nobody” is not on the list." in officer.told()
    officer.write("Who takes over?", typed)
    officer.handed_in()
    raw = officer.saved(f"lantern-advice-{DAY}-succeeded.yml")
    assert f'successor: "{heir}"\n'.encode() in raw
    accepted(project, "lantern-advice", "succeeded", raw)


def test_a_council_that_ends_has_nothing_to_write(open_page: Open) -> None:
    """The list says who follows a council."""
    officer, _ = opened(open_page, "?event=succeeded&signatory=inglewater")
    assert officer.page.get_by_text("You need not do anything.").is_visible()
    assert officer.page.get_by_role("button", name="Go on").count() == 0


def test_the_signatory_is_chosen_first(open_page: Open) -> None:
    """Without one in the address, the page asks, and opens again with it."""
    officer, _ = opened(open_page, "?event=withdrawn")
    officer.choose("Which organisation?", "Ingle")
    officer.press("Go on")
    officer.page.get_by_label("Which office withdraws?").wait_for()
    assert "signatory=inglewater" in officer.page.url


def test_the_browser_s_back_leads_to_the_step_before(open_page: Open) -> None:
    """The answers are still there, and a check that they no longer fit does not come back."""
    officer, _ = opened(open_page, "?event=withdrawn&signatory=inglewater")
    page = officer.page
    officer.write("Reason", "Once.")
    officer.press("Go on")
    page.get_by_role("heading", name="Check before you hand it in").wait_for()
    page.go_back()
    assert page.get_by_label("Reason").input_value() == "Once."
    officer.write("Reason", "Twice.")
    page.go_forward()
    assert page.get_by_label("Reason").is_visible()
    officer.press("Go on")
    page.get_by_role("heading", name="Check before you hand it in").wait_for()
    assert "Twice." in page.locator("[data-sign-body]").inner_text()


@SIZES
@pytest.mark.parametrize("query", ["", "reviewed&signatory=alderwick", "corrected&signatory=inglewater",
                                   "succeeded&signatory=lantern-advice"])  # fmt: skip
def test_no_violation_with_faults_shown(open_page: Open, size: dict[str, int], query: str) -> None:
    """With all that is folded open and the faults on the page, axe finds nothing; nothing scrolls sideways."""
    officer, _ = opened(open_page, f"?event={query}", viewport=size, bypass_csp=True)
    page = officer.page
    page.add_script_tag(path=str(AXE))
    for office in page.get_by_label("Which office").all():
        office.fill("")
    page.get_by_role("button", name="Go on").click()
    page.locator(".faults").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@SIZES
def test_no_violation_at_the_later_steps(open_page: Open, size: dict[str, int], scheme: str) -> None:
    """Nor at the check and the last step, in light and dark."""
    query = "?event=withdrawn&signatory=inglewater"
    officer, _ = opened(open_page, query, viewport=size, color_scheme=scheme, bypass_csp=True)
    page = officer.page
    page.add_script_tag(path=str(AXE))
    page.get_by_label("Reason").fill("x")
    for button, heading in (("Go on", "Check before you hand it in"), ("This is right", "Hand it in")):
        page.get_by_role("button", name=button).click()
        page.get_by_role("heading", name=heading).wait_for()
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert page.evaluate(RUN) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_other_ways_are_there(open_page: Open) -> None:
    """The page says how else to sign, and has a sheet to print."""
    page, _ = open_page(SIGN, java_script_enabled=False)
    assert page.get_by_text("The form needs a script").is_visible()
    assert "accord sign" in page.locator("main").inner_text()
    page.get_by_text("A blank sheet for paper").click()
    page.emulate_media(media="print")
    assert page.get_by_text("Signature", exact=True).is_visible()
