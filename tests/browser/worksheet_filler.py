"""Somebody who fills in a worksheet at a keyboard, and the files that they load and save."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Watch, settle
from tests.browser.sign_officer import Officer

SHEETS = "toolkit/worksheets/"
DAY = "2026-11-22"
STORE = "accord-answers:/"
REMEMBER, CLEAR = "Remember on this device", "Clear"
WAY = """target => {
    const here = document.activeElement;
    if (target === here || (target.type === "radio" && target.name === here.name)) return "";
    return here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab";
}"""

# Goes to the third stop before a target that is far: test_keyboard.py presses Tab through a whole page.
NEAR = """target => {
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter((e) => e === target || (!e.disabled && e.tabIndex >= 0 && e.checkVisibility()));
    const [here, there] = [document.activeElement, target].map((e) => stops.indexOf(e));
    if (there > 3 && (there - here > 3 || here > there)) stops[there - 3].focus();
}"""


class Filler(Officer):
    """Presses Tab until the focus is where the next answer goes, and never uses a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.ready()

    def ready(self, folded: bool = False) -> None:
        """Wait until the sheet works, and open its parts."""
        settle(self.page)
        if not folded:
            self.page.evaluate("document.querySelectorAll('[data-fold]').forEach((each) => { each.open = true; })")

    def go(self, address: str) -> None:
        self.page.goto(address)
        self.ready()

    def again(self) -> None:
        self.page.reload()
        self.ready()

    def reach(self, target: Locator) -> None:
        """Press Tab, or Shift and Tab where the element stands before, until the focus is on it or in its radios."""
        target.wait_for()
        target.evaluate(NEAR)
        for _ in range(30):
            way = target.evaluate(WAY)
            if not way:
                return
            self.page.keyboard.press(way)
        pytest.fail(f"{target} can't be reached by Tab")

    def item(self, name: str) -> Locator:
        return self.page.locator(f"[data-item='{name}']")

    def enter(self, target: Locator, key: str = "Enter") -> None:
        """Go to a button, a link or a tick, and press it."""
        self.reach(target)
        self.page.keyboard.press(key)

    def state(self, name: str, label: str) -> None:
        """Choose a state of an item by the arrow keys."""
        target = self.item(name).get_by_label(label, exact=True)
        self.enter(target, "Space")
        for _ in range(6):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{label} can't be chosen")

    def into(self, target: Locator | str, text: str) -> None:
        """Type into a box or choose in a list, in place of what is there."""
        self.reach(target if isinstance(target, Locator) else self.page.locator(f"#{target}"))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def unfold(self, part: Locator) -> None:
        """Open a folded part."""
        if part.get_attribute("open") is None:
            self.enter(part.locator("summary"))

    def evidence(self, name: str, number: int, text: str, address: str = "") -> None:
        item = self.item(name)
        self.unfold(item.locator("[data-extra]"))
        if not item.locator(f"#{name}-evidence-{number}-text").count():
            self.enter(item.get_by_role("button", name="Add evidence"))
        self.into(f"{name}-evidence-{number}-text", text)
        if address:
            self.into(f"{name}-evidence-{number}-url", address)

    def downloaded(self) -> bytes:
        with self.page.expect_download() as download:
            self.press("Download my answers")
        assert download.value.suggested_filename.rpartition("-")[0].endswith(f"answers-{DAY}")
        return Path(download.value.path()).read_bytes()

    def load(self, content: bytes, name: str = "answers.json") -> None:
        """Choose a file, and wait for what the page says of it."""
        self.page.evaluate("document.querySelector('[data-report]').replaceChildren()")
        file: Any = {"name": name, "mimeType": "application/json", "buffer": content}
        self.page.get_by_label("Load answers").set_input_files(file)
        self.page.locator("[data-report] h2").wait_for()
        self.page.wait_for_function("!document.querySelector('[data-report]').hidden")
        self.ready()

    def said(self) -> str:
        """Return what the page says of the file that was loaded last."""
        return self.page.locator("[data-report]").inner_text()

    def holds(self, name: str, text: str) -> None:
        """Wait until a box holds words."""
        expect(self.page.locator(f"#{name}")).to_have_value(text)

    def stored(self, *words: str) -> None:
        """Wait until all words are in what the device remembers."""
        has = "([key, words]) => words.every((word) => (localStorage.getItem(key) ?? '').includes(word))"
        self.page.wait_for_function(has, arg=[STORE, list(words)])


def opened(open_page: Open, sheet: str, **options: Any) -> tuple[Filler, Watch]:
    """Open a sheet on the day of these tests."""
    page, watch = open_page("privacy/", **options)
    page.clock.set_system_time(f"{DAY}T12:00:00Z")
    page.goto(page.url.replace("privacy/", f"{SHEETS}{sheet}/"))
    return Filler(page), watch


def values(raw: bytes) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(raw)
    return read
