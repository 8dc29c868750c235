"""Somebody who signs, by keyboard or by short cuts, on the sample's site; and the check that judges what they made."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from accord.project import reading
from accord.project.reading import Project
from accord.register.writing import make
from tests.browser.conftest import PHONE, Open

SIGN = "commitment/sign/"
DAY = "2026-11-22"
FILE = f"wicker-reed-{DAY}-signed.yml"
CHECK = "Check before you hand it in"
AT = """e => e === document.activeElement || (e.type === 'radio' && e.name === document.activeElement.name)"""


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Read the sample that the site is made of, for the check to judge a new record by."""
    place = tmp_path_factory.mktemp("sample")
    shutil.copytree(root / "data", place / "data")
    shutil.copytree(root / "tests" / "demo", place, dirs_exist_ok=True)
    return reading.load(place)


def accepted(project: Project, slug: str, event: str, raw: bytes) -> None:
    """Have the check judge a record as somebody brings it."""
    path = f"commitment/signatories/{slug}/{DAY}-{event}.yml"
    assert make.problems(project, date.fromisoformat(DAY), path, raw) == []


class Officer:
    """Somebody at a keyboard, who presses Tab until the focus is where the next answer goes."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        """Press Tab until the focus is on the element, or anywhere in its group of radio buttons."""
        target.wait_for()
        self._until(lambda: target.evaluate(AT), "Tab", f"{target} can't be reached by Tab")

    def _until(self, is_so: Callable[[], Any], key: str, failed: str) -> None:
        for _ in range(400):
            if is_so():
                return
            self.page.keyboard.press(key)
        pytest.fail(failed)

    def write(self, label: str, text: str) -> None:
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        if not text:
            self.page.keyboard.press("Delete")

    def pick(self, label: str, group: str) -> None:
        """Choose a radio button by the arrow keys."""
        target = self.page.get_by_role("group", name=group).get_by_label(label, exact=True)
        self.reach(target)
        self.page.keyboard.press("Space")
        self._until(target.is_checked, "ArrowDown", f"{label} can't be chosen")

    def choose(self, label: str, start: str) -> None:
        """Choose from a list what starts so, by the arrow keys."""
        target = self.page.get_by_label(label, exact=True)
        self.reach(target)
        text = "list => list.selectedOptions[0].text"
        self._until(lambda: target.evaluate(text).startswith(start), "ArrowDown", f"{start} can't be chosen")

    def open_part(self, words: str) -> None:
        """Open a part that is folded."""
        self.reach(self.page.locator("summary", has_text=words))
        self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        self.reach(self.page.get_by_role("button", name=name, exact=True))
        self.page.keyboard.press("Enter")

    def holds(self, label: str, value: str) -> None:
        """See what a box holds."""
        expect(self.page.get_by_label(label, exact=True)).to_have_value(value)

    def reads(self, words: str) -> None:
        expect(self.page.locator("[data-sign-body]")).to_contain_text(words)

    def refused(self, words: str) -> None:
        """Press the button on faulty answers, and wait for what the summary of faults says."""
        self.press("Continue")
        expect(self.page.locator(".faults")).to_contain_text(words)

    def handed_in(self, name: str) -> bytes:
        """Go from a form without fault to the last step, and save the record."""
        self.press("Continue")
        self.page.get_by_role("heading", name=CHECK).wait_for()
        self.press("This is right")
        self.page.get_by_role("heading", name="Hand it in").wait_for()
        with self.page.expect_download() as download:
            self.press(f"Save {name}")
        assert download.value.suggested_filename == name
        return Path(download.value.path()).read_bytes()


Opened = Callable[..., Page]


@pytest.fixture
def sign_page(open_page: Open) -> Opened:
    """Return a function that opens the signing page on a fixed day, with site settings, data and a script if wanted."""

    def opened(query: str = "", script: str = "", mail: str = "", repository: str = "", **changed: Any) -> Page:
        def prepare(page: Page) -> None:
            page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
            if mail or repository:
                page.route(lambda url: urlparse(url).path.endswith(SIGN), settings)
            for name, change in changed.items():
                page.route(f"**/api/{name}.json", rewriting(change))
            if script:
                page.add_init_script(script)

        def settings(route: Route) -> None:
            body = route.fetch().text().replace('data-repository=""', f'data-repository="{repository}"')
            route.fulfill(body=body.replace('data-mail=""', f'data-mail="{mail}"'), content_type="text/html")

        return open_page(f"{SIGN}{query}", before=prepare, viewport=PHONE)[0]

    return opened


def rewriting(change: Callable[[Any], None]) -> Callable[[Route], None]:
    """Return what answers with data that was changed on the way."""

    def answer(route: Route) -> None:
        told = route.fetch().json()
        change(told)
        route.fulfill(json=told)

    return answer


def answered(page: Page, statement: str = "", role: str = "Managing Director") -> None:
    page.get_by_label("A supplier of tools").check()
    page.get_by_label("Name of the organisation").fill("Wicker & Reed")
    page.get_by_label("Which office signs?").fill(role)
    if statement:
        page.get_by_text("In your own words").click()
        page.get_by_label("Statement", exact=True).fill(statement)


def go_on(page: Page) -> None:
    """Go from a form without fault to the last step."""
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="This is right").click()
    page.get_by_role("heading", name="Hand it in").wait_for()


def saved(page: Page, button: str = f"Save {FILE}", name: str = "") -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.suggested_filename == (name or button.removeprefix("Save "))
    return Path(download.value.path()).read_bytes()


def refused(page: Page, words: str) -> None:
    """Press the button on faulty answers, and wait for what is said of them."""
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".faults")).to_contain_text(words)
