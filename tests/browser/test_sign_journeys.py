"""A council officer signs, reviews, corrects, withdraws and hands over: by keyboard alone, on phone and desktop."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Locator, Page

from accord.cli import main
from tests.browser.conftest import DESKTOP, PHONE, Open, Watch, served
from tests.browser.test_axe import RUN
from tests.browser.test_privacy import NOTHING, STORED

pytestmark = pytest.mark.browser
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SIGN = "commitment/sign/"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
DAY = "2026-11-22"


@pytest.fixture(scope="module")
def address(demo: Path) -> Iterator[str]:
    """Serve the sample in place of the live site."""
    with served(demo) as address:
        yield address


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """Copy the sample that the site is made of, for `accord` to work in."""
    place = tmp_path / "project"
    for name in ("commitment", "data"):
        shutil.copytree(root / name, place / name)
        if name == "commitment":
            shutil.rmtree(place / name)
        shutil.copytree(root / "tests" / "demo" / name, place / name, dirs_exist_ok=True)
    return place


class Officer:
    """Somebody at a keyboard, who presses Tab until the focus is where the next answer goes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.get_by_text("The page is loaded.").wait_for()

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
        place = self.page.get_by_role("group", name=group, exact=True) if group else self.page
        target = place.get_by_label(label, exact=True)
        self.reach(target)
        self.page.keyboard.press("Space")
        for _ in range(12):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{label} can't be chosen")

    def tick(self, label: str) -> None:
        target = self.page.get_by_label(label, exact=True)
        self.reach(target)
        self.page.keyboard.press("Space")
        assert target.is_checked()

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
        self.page.get_by_role("heading", name="Check before you go on").wait_for()
        self.tick("I have read what will be public and what it means.")
        self.press("Go on")
        self.page.get_by_role("heading", name="Hand it in").wait_for()


def _opened(open_page: Open, query: str = "", **options: Any) -> tuple[Officer, Watch]:
    page, watch = open_page(f"{SIGN}{query}", **options)
    page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
    page.reload()
    return Officer(page), watch


def _sign(project: Path, capsysbinary: pytest.CaptureFixture[bytes], **fields: str) -> bytes:
    """Return what `accord sign --stdout` makes of the same answers."""
    options = [part for name, text in fields.items() for part in (f"--{name.replace('_', '-')}", text)]
    assert main(["sign", "--root", str(project), "--as-of", DAY, "--stdout", *options]) == 0, capsysbinary.readouterr()
    return capsysbinary.readouterr().out


@SIZES
def test_a_council_signs(open_page: Open, size: dict[str, int], project: Path, capsysbinary: Any) -> None:
    """From an empty form over its faults to a record that is the same as `accord sign` makes, and as one by hand."""
    officer, watch = _opened(open_page, viewport=size)
    page = officer.page
    officer.reach(page.get_by_label("A council with children’s services", exact=True))
    page.locator("[data-sign][data-whole]").wait_for()  # from the first answer on, nothing more is fetched
    asked = len(watch.asked)
    page.context.set_offline(True)
    officer.press("Go on")
    assert page.evaluate("document.activeElement.innerText").startswith("There is a problem")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.type") == "radio"
    officer.pick("A council with children’s services", "Who signs?")
    officer.write("Which council?", "Kestrelby Council")
    officer.write("Which office signs?", "Director of Children’s Services")
    officer.write("Public record of the decision (optional)", "https://kestrelby.example.org/minutes")
    officer.pick("Piloting", "How far is machine learning in use? (optional)")
    officer.write("Statement (optional)", 'We mean "it".')
    officer.handed_in()
    raw = officer.saved(f"{DAY}-signed.yml")
    version = raw.decode().split('version: "')[1].split('"')[0]
    digest = raw.decode().split('digest: "')[1].split('"')[0]
    lines = {
        "event": "signed", "signatory": "kestrelby", "date": DAY, "organisation": "Kestrelby",
        "kind": "local-authority", "ons_code": _code(project, "kestrelby"), "role": "Director of Children’s Services",
        "decision_url": "https://kestrelby.example.org/minutes", "version": version, "digest": digest,
        "use_of_ml": "piloting", "statement": 'We mean \\"it\\".',
    }  # fmt: skip
    assert raw.decode() == "".join(f'{name}: "{value}"\n' for name, value in lines.items())
    assert raw == _sign(project, capsysbinary, **(lines | {"statement": 'We mean "it".'}))
    assert watch.asked[asked:] == [url for url in watch.asked[asked:] if url.startswith("blob:")]
    assert watch.errors == []
    page.context.set_offline(False)
    assert page.evaluate(STORED) == NOTHING


def _code(project: Path, slug: str) -> str:
    block = (project / "data" / "authorities.yml").read_text(encoding="utf-8").split(f"slug: {slug}\n")[0]
    codes: list[str] = re.findall(r"code: (E\d{8})", block)
    return codes[-1]


@SIZES
def test_a_council_reviews_its_year(open_page: Open, size: dict[str, int], project: Path) -> None:
    """Last year's answers are loaded, one is changed, and the record passes the check."""
    officer, watch = _opened(open_page, "?event=reviewed&signatory=alderwick", viewport=size)
    officer.press("Start from the review of 30 June 2026")
    officer.pick("Not yet kept", "Respect 3")
    officer.write("Respect 3: why, and what comes next", "")
    officer.page.keyboard.press("Delete")
    officer.press("Go on")
    assert "no reason is given" in officer.page.locator(".faults").inner_text()
    officer.write("Respect 3: why, and what comes next", "From May on.")
    officer.handed_in()
    raw = officer.saved(f"{DAY}-reviewed.yml")
    assert b'respect-3: "not-yet"\nrespect-3_why: "From May on."\n' in raw
    _accepted(project, "alderwick", "reviewed", raw)
    assert watch.away == []


def _accepted(project: Path, slug: str, event: str, raw: bytes, signature: bytes | None = None) -> None:
    """Put a record where it belongs, and have the whole register verified with it."""
    place = project / "commitment" / "signatories" / slug / f"{DAY}-{event}.yml"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(raw)
    if signature:
        place.with_name(f"{place.name}.sig").write_bytes(signature)
    assert main(["verify", "--root", str(project), "--as-of", DAY]) == 0


@SIZES
def test_a_record_is_corrected(open_page: Open, size: dict[str, int], project: Path) -> None:
    """The record is chosen, then the field in it, and the page says what stands there now."""
    officer, _ = _opened(open_page, "?event=corrected&signatory=inglewater", viewport=size)
    officer.pick("The signing of 2 February 2026")
    officer.reach(officer.page.get_by_label("What in it is wrong?"))
    officer.page.keyboard.type("Page of")
    assert "It says" in officer.page.locator("[data-sign-body]").inner_text()
    officer.write("What should it say?", "http://inglewater.example.org")
    officer.write("Reason", "The page has moved.")
    officer.press("Go on")
    assert "does not start with https://" in officer.page.locator(".faults").inner_text()
    officer.write("What should it say?", "https://inglewater.example.org/promise")
    officer.handed_in()
    _accepted(project, "inglewater", "corrected", officer.saved(f"{DAY}-corrected.yml"))


def test_a_council_withdraws(open_page: Open, project: Path) -> None:
    """Office and reason are all that it takes."""
    officer, _ = _opened(open_page, "?event=withdrawn&signatory=inglewater", viewport=PHONE)
    officer.write("Reason", "We sign something of our own.")
    officer.handed_in()
    _accepted(project, "inglewater", "withdrawn", officer.saved(f"{DAY}-withdrawn.yml"))


def test_an_organisation_hands_over(open_page: Open, project: Path) -> None:
    """The successor is named by its short name."""
    officer, _ = _opened(open_page, "?event=succeeded&signatory=lantern-advice", viewport=DESKTOP)
    officer.write("Who takes over?", "lantern-advice")
    officer.write("Reason", "We merged.")
    officer.press("Go on")
    assert "can't succeed itself" in officer.page.locator(".faults").inner_text()
    officer.write("Who takes over?", "quill-consulting")
    officer.handed_in()
    _accepted(project, "lantern-advice", "succeeded", officer.saved(f"{DAY}-succeeded.yml"))


def test_the_signatory_is_chosen_first(open_page: Open) -> None:
    """Without one in the address, the page asks, and opens again with it."""
    officer, _ = _opened(open_page, "?event=withdrawn")
    officer.reach(officer.page.get_by_label("Which organisation?"))
    officer.page.keyboard.type("Ingle")
    officer.press("Go on")
    officer.page.get_by_label("Which office withdraws?").wait_for()
    assert "signatory=inglewater" in officer.page.url


def test_the_browser_s_back_leads_to_the_step_before(open_page: Open) -> None:
    """The answers are still there, and a check that they no longer fit does not come back."""
    officer, _ = _opened(open_page, "?event=withdrawn&signatory=inglewater")
    page = officer.page
    officer.write("Reason", "Once.")
    officer.press("Go on")
    page.get_by_role("heading", name="Check before you go on").wait_for()
    page.go_back()
    assert page.get_by_label("Reason").input_value() == "Once."
    officer.write("Reason", "Twice.")
    page.go_forward()
    assert page.get_by_label("Reason").is_visible()
    officer.press("Go on")
    page.get_by_role("heading", name="Check before you go on").wait_for()
    assert "Twice." in page.locator("[data-sign-body]").inner_text()


@SIZES
@pytest.mark.parametrize("query", ["", "?event=reviewed&signatory=alderwick", "?event=corrected&signatory=inglewater"])
def test_no_violation_with_faults_shown(open_page: Open, size: dict[str, int], query: str) -> None:
    """With the faults on the page, and at each later step, axe finds nothing; nothing scrolls sideways."""
    officer, _ = _opened(open_page, query, viewport=size, bypass_csp=True)
    page = officer.page
    page.add_script_tag(path=str(AXE))
    page.get_by_role("button", name="Go on").click()
    page.locator(".faults").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_at_the_later_steps(open_page: Open, scheme: str) -> None:
    """Nor at the check and the last step, in light and dark."""
    officer, _ = _opened(open_page, "?event=withdrawn&signatory=inglewater", color_scheme=scheme, bypass_csp=True)
    page = officer.page
    page.add_script_tag(path=str(AXE))
    page.get_by_label("Reason").fill("x")
    page.get_by_role("button", name="Go on").click()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate(RUN) == []
    page.get_by_role("button", name="Go on").click()
    assert page.locator("#q-agreed-error").is_visible()
    assert page.evaluate(RUN) == []
    page.get_by_label("I have read").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Hand it in").wait_for()
    assert page.evaluate(RUN) == []


def test_without_scripts_the_other_ways_are_there(open_page: Open) -> None:
    """The page says how else to sign, and shows a sheet to print."""
    page, _ = open_page(SIGN, java_script_enabled=False)
    words = page.locator("main").inner_text()
    assert "accord sign" in words
    assert page.get_by_role("heading", name="A blank sheet for paper").is_visible()
    assert page.get_by_text("With scripts switched on").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Signature", exact=True).is_visible()
