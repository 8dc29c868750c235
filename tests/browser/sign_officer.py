"""Somebody at a keyboard who signs, the sample that they sign in, and the check that judges what they made."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from accord.project import reading
from accord.project.reading import Project
from accord.register.writing import make
from tests.browser.conftest import Open, Watch, settle

SIGN = "commitment/sign/"
DAY = "2026-11-22"


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
        settle(page)

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
        """Choose from a list what starts so, by the arrow keys."""
        target = self.page.get_by_label(label, exact=True)
        self.reach(target)
        for _ in range(60):
            if target.evaluate("list => list.selectedOptions[0].text").startswith(start):
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{start} can't be chosen")

    def tick(self, label: str) -> None:
        target = self.page.get_by_label(label, exact=True)
        self.reach(target)
        self.page.keyboard.press("Space")
        assert target.is_checked()

    def open_part(self, words: str) -> None:
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
        self.press("Continue")
        self.page.get_by_role("heading", name="Check before you hand it in").wait_for()
        self.press("This is right")
        self.page.get_by_role("heading", name="Hand it in").wait_for()

    def refused(self, words: str) -> None:
        """Press the button on faulty answers, and wait for what the summary of faults says."""
        self.press("Continue")
        expect(self.page.locator(".faults")).to_contain_text(words)


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
