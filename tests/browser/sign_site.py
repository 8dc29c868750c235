"""The signing page with other settings of the site or other data, and short cuts through its form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PHONE, Open, settle
from tests.browser.sign_officer import DAY, SIGN

MAIL = "stewards@example.org"
FILE = f"wicker-reed-{DAY}-signed.yml"
Opened = Callable[..., Page]


@pytest.fixture
def site_page(open_page: Open, address: str) -> Opened:
    """Return a function that opens the signing page on a fixed day, with site settings and an init script if wanted."""

    def open_it(query: str = "", repository: str = "", mail: str = "", script: str = "", **changed: Any) -> Page:
        page, watch = open_page("privacy/", viewport=PHONE)
        page.clock.set_fixed_time(f"{DAY}T12:00:00Z")

        def settings(route: Route) -> None:
            body = route.fetch().text().replace('data-repository=""', f'data-repository="{repository}"')
            route.fulfill(body=body.replace('data-mail=""', f'data-mail="{mail}"'), content_type="text/html")

        page.route(lambda url: urlparse(url).path.endswith(SIGN), settings)
        for name, change in changed.items():
            _rewrite(page, f"**/api/{name}.json", change)
        if script:
            page.add_init_script(script)
        page.goto(f"{address}{SIGN}{query}")
        settle(page)
        assert watch.away == []
        return page

    return open_it


def _rewrite(page: Page, url: str, change: Callable[[Any], None]) -> None:
    def answer(route: Route) -> None:
        told = route.fetch().json()
        change(told)
        route.fulfill(json=told)

    page.route(url, answer)


def filled(page: Page, statement: str = "", role: str = "Managing Director") -> None:
    page.get_by_label("A supplier of tools").check()
    page.get_by_label("Name of the organisation").fill("Wicker & Reed")
    page.get_by_label("Which office signs?").fill(role)
    page.locator("details", has_text="In your own words").evaluate("part => { part.open = true; }")
    page.get_by_label("Statement", exact=True).fill(statement)
    page.get_by_role("button", name="Continue").click()


def last_step(page: Page) -> None:
    page.get_by_role("button", name="This is right").click()
    page.get_by_role("heading", name="Hand it in").wait_for()


def saved(page: Page, button: str, name: str = "") -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.suggested_filename == (name or button.removeprefix("Save "))
    return Path(download.value.path()).read_bytes()


def refused(page: Page, words: str) -> None:
    """Press the button on faulty answers, and wait for what is said of them."""
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".faults")).to_contain_text(words)
