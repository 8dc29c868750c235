"""A council officer signs, reviews, corrects, withdraws and hands over: by keyboard alone, on phone and desktop."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Locator, Page

from accord.cli import main
from tests import sign_register
from tests.browser.conftest import DESKTOP, PHONE, Open, Watch
from tests.browser.test_axe import RUN
from tests.browser.test_privacy import NOTHING, STORED
from tests.sign_register import DAY, DIGEST

pytestmark = pytest.mark.browser
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SIGN = "commitment/sign/"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


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


def opened(open_page: Open, site: Path, query: str = "", **options: Any) -> tuple[Officer, Watch]:
    """Open the signing page with the made-up register on a fixed day."""
    later = options.pop("later", False)
    page, watch = open_page("privacy/", **options)
    page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
    sign_register.serve(page, site, later=later)
    page.goto(page.url.replace("privacy/", f"{SIGN}{query}"))
    return Officer(page), watch


@pytest.fixture
def project(root: Path, site: Path, tmp_path: Path) -> Path:
    """Copy the project and lay the made-up register into it, for `accord check` to read."""
    place = tmp_path / "project"
    for name in ("commitment", "data", "docs"):
        shutil.copytree(root / name, place / name)
    versions = json.loads((site / "api" / "versions.json").read_text(encoding="utf-8"))["versions"]
    sign_register.lay(place, [clause["id"] for clause in versions[0]["clauses"]])
    return place


def accepted(project: Path, capsys: pytest.CaptureFixture[str], slug: str, event: str, raw: bytes) -> None:
    """Put a record where it belongs, and have the check read the whole register with it."""
    place = project / "commitment" / "signatories" / slug / f"{DAY}-{event}.yml"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(raw)
    assert main(["check", "--root", str(project), "--as-of", DAY]) == 0, capsys.readouterr().out


@SIZES
def test_a_council_signs(open_page: Open, site: Path, size: dict[str, int], project: Path, capsys: Any) -> None:
    """From an empty form over its faults to a record that the check takes; three answers are the least."""
    officer, watch = opened(open_page, site, viewport=size)
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
    officer.write("Which council?", "Kent County Council")
    officer.write("Which office signs?", "Director of Children’s Services")
    officer.unfold("In your own words")
    officer.write("Statement", 'We mean "it".')
    officer.handed_in()
    raw = officer.saved(f"kent-{DAY}-signed.yml")
    lines = {
        "event": "signed", "signatory": "kent", "date": DAY, "kind": "local-authority", "ons_code": "E10000016",
        "role": "Director of Children’s Services", "version": "1.0.0", "digest": DIGEST, "statement": 'We mean \\"it\\".',
    }  # fmt: skip
    assert raw.decode() == "".join(f'{name}: "{value}"\n' for name, value in lines.items())
    accepted(project, capsys, "kent", "signed", raw)
    assert watch.asked[asked:] == [url for url in watch.asked[asked:] if url.startswith("blob:")]
    assert watch.errors == []
    page.context.set_offline(False)
    assert page.evaluate(STORED) == NOTHING


def test_a_trust_names_councils_as_people_do(open_page: Open, site: Path, project: Path, capsys: Any) -> None:
    """A line each, in words; the short name comes from the name; a promise is set apart."""
    officer, _ = opened(open_page, site, viewport=PHONE)
    officer.pick("A children’s trust", "Who signs?")
    officer.write("Name of the organisation", "Société d’Été Trust")
    officer.write("Which councils does the trust serve?", "London Borough of Richmond\nNowhere")
    officer.write("Which office signs?", "Chief Executive")
    assert "“Nowhere” is not on the list." in officer.told()
    officer.write("Which councils does the trust serve?", "London Borough of Richmond\nROYAL BOROUGH OF KINGSTON")
    officer.unfold("Read the promises")
    officer.unfold("Respect 2:")
    officer.write("Why Respect 2 is set apart", "The law asks for more.")
    officer.handed_in()
    raw = officer.saved(f"societe-dete-trust-{DAY}-signed.yml")
    assert 'organisation: "Société d’Été Trust"\nons_code: "E09000027, E09000021"\n'.encode() in raw
    assert b'reserves_respect-2: "The law asks for more."\n' in raw
    accepted(project, capsys, "societe-dete-trust", "signed", raw)


def test_a_new_version_is_signed_again(open_page: Open, site: Path) -> None:
    """Who has signed finds the form filled in, and is told which version it was and is."""
    officer, _ = opened(open_page, site, "?signatory=leeds", viewport=PHONE, later=True)
    page = officer.page
    assert "Leeds signed version 1.0.0 on 30 November 2026." in page.locator("[data-sign-body]").inner_text()
    assert page.get_by_label("Which council?").input_value() == "Leeds"
    officer.handed_in()
    assert b'version: "2.0.0"' in officer.saved(f"leeds-{DAY}-signed.yml")


@SIZES
def test_a_council_reviews_its_year(
    open_page: Open, site: Path, size: dict[str, int], project: Path, capsys: Any
) -> None:
    """Last year's published answers are there, marked; one is changed, and the record passes the check."""
    officer, watch = opened(open_page, site, "?event=reviewed&signatory=leeds", viewport=size)
    page = officer.page
    marks = page.get_by_text("This is the answer of 20 November 2027.")
    number = marks.count()
    assert page.get_by_label("Respect 3: why, and what comes next").input_value() == "From May on."
    officer.pick("Not yet kept", "Respect 1:")
    assert marks.count() == number - 1
    assert "Say why, because the promise is not kept in full." in officer.told()
    officer.write("Respect 1: why, and what comes next", "From June on.")
    officer.handed_in()
    raw = officer.saved(f"leeds-{DAY}-reviewed.yml")
    assert b'respect-1: "not-yet"\nrespect-1_why: "From June on."\n' in raw
    accepted(project, capsys, "leeds", "reviewed", raw)
    assert watch.away == []


@SIZES
def test_a_record_is_corrected(open_page: Open, site: Path, size: dict[str, int], project: Path, capsys: Any) -> None:
    """The record is chosen, then the field in it, and its own question comes with what stands there now."""
    officer, _ = opened(open_page, site, "?event=corrected&signatory=acme-analytics", viewport=size)
    officer.choose("Which record is wrong?", "The signing")
    officer.choose("What in it is wrong?", "Your page")
    assert officer.page.get_by_label("Your page about it").input_value() == "https://acme.example.org/promise"
    officer.write("Your page about it", "http://acme.example.org")
    officer.write("Reason", "The page has moved.")
    assert "does not start with https://" in officer.told()
    officer.write("Your page about it", "https://acme.example.org/our-promise")
    officer.handed_in()
    raw = officer.saved(f"acme-analytics-{DAY}-corrected.yml")
    assert b'field: "url"\nvalue: "https://acme.example.org/our-promise"\n' in raw
    accepted(project, capsys, "acme-analytics", "corrected", raw)


def test_a_council_withdraws(open_page: Open, site: Path, project: Path, capsys: Any) -> None:
    """Office and reason are all that it takes."""
    officer, _ = opened(open_page, site, "?event=withdrawn&signatory=leeds", viewport=PHONE)
    officer.write("Reason", "We sign something of our own.")
    officer.handed_in()
    accepted(project, capsys, "leeds", "withdrawn", officer.saved(f"leeds-{DAY}-withdrawn.yml"))


def test_an_organisation_hands_over(open_page: Open, site: Path, project: Path, capsys: Any) -> None:
    """The successor is named as people name it: a council of the list, or an organisation on the register."""
    officer, _ = opened(open_page, site, "?event=succeeded&signatory=larkhythe-trust", viewport=DESKTOP)
    officer.write("Who takes over?", "Nobody")
    officer.write("Which office hands over?", "Chief Executive")
    officer.write("Reason", "The services go back to the council.")
    assert "“Nobody” is not on the list." in officer.told()
    officer.write("Who takes over?", "acme analytics")
    officer.handed_in()
    raw = officer.saved(f"larkhythe-trust-{DAY}-succeeded.yml")
    assert b'successor: "acme-analytics"\n' in raw
    accepted(project, capsys, "larkhythe-trust", "succeeded", raw)


def test_a_council_that_ends_has_nothing_to_write(open_page: Open, site: Path) -> None:
    """The list says who follows a council."""
    officer, _ = opened(open_page, site, "?event=succeeded&signatory=leeds")
    assert officer.page.get_by_text("You need not do anything.").is_visible()
    assert officer.page.get_by_role("button", name="Go on").count() == 0


def test_the_signatory_is_chosen_first(open_page: Open, site: Path) -> None:
    """Without one in the address, the page asks, and opens again with it."""
    officer, _ = opened(open_page, site, "?event=withdrawn")
    officer.choose("Which organisation?", "Acme")
    officer.press("Go on")
    officer.page.get_by_label("Which office withdraws?").wait_for()
    assert "signatory=acme-analytics" in officer.page.url


def test_the_browser_s_back_leads_to_the_step_before(open_page: Open, site: Path) -> None:
    """The answers are still there, and a check that they no longer fit does not come back."""
    officer, _ = opened(open_page, site, "?event=withdrawn&signatory=leeds")
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
@pytest.mark.parametrize(
    "query",
    ["", "?event=reviewed&signatory=leeds", "?event=corrected&signatory=leeds", "?event=succeeded&signatory=larkhythe-trust"],
)
def test_no_violation_with_faults_shown(open_page: Open, site: Path, size: dict[str, int], query: str) -> None:
    """With all that is folded open and the faults on the page, axe finds nothing; nothing scrolls sideways."""
    officer, _ = opened(open_page, site, query, viewport=size, bypass_csp=True)
    page = officer.page
    page.add_script_tag(path=str(AXE))
    page.get_by_label("Which office").fill("")
    page.get_by_role("button", name="Go on").click()
    page.locator(".faults").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@SIZES
def test_no_violation_at_the_later_steps(open_page: Open, site: Path, size: dict[str, int], scheme: str) -> None:
    """Nor at the check and the last step, in light and dark."""
    query = "?event=withdrawn&signatory=leeds"
    officer, _ = opened(open_page, site, query, viewport=size, color_scheme=scheme, bypass_csp=True)
    page = officer.page
    page.add_script_tag(path=str(AXE))
    page.get_by_label("Reason").fill("x")
    for button in ("Go on", "This is right"):
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert page.evaluate(RUN) == []
        page.get_by_role("button", name=button).click()
    page.get_by_role("heading", name="Hand it in").wait_for()
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
