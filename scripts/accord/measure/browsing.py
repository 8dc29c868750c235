"""A real browser, Chromium, that visits every page of a site and tells what each asked for and what it stored.

Playwright drives it, which only the tests' environment has.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from accord.measure.serving import packed, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",  # in a container the kernel gives no user namespaces; the pages are ours
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
AT_ONCE = 8
STORED = """async () => localStorage.length + sessionStorage.length + document.cookie.length
    + (await indexedDB.databases()).length + (await caches.keys()).length
    + (await navigator.serviceWorker.getRegistrations()).length"""


class NoBrowser(Exception):
    """There is no browser to drive. The message says what is missing."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A first visit: the files that were asked for, with the bytes that were sent, and addresses elsewhere.

    `stored` counts what lies in the browser's stores afterwards: entries, and letters of cookies.
    """

    page: str
    sizes: dict[str, int]
    away: tuple[str, ...]
    stored: int

    @property
    def whole(self) -> int:
        return sum(self.sizes.values())

    def part(self, ending: str) -> int:
        return sum(size for name, size in self.sizes.items() if name.endswith(ending))


def program() -> str:
    """Return where the browser is.

    Raises:
        NoBrowser: nowhere.
    """
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowser("Chromium is not here")
    return found


@contextmanager
def browsing() -> Iterator[Browser]:
    """Give a browser.

    Raises:
        NoBrowser: it, or what drives it, is not here.
    """
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  the site's own environment has none
    except ImportError:
        raise NoBrowser("Playwright is not here: python3 scripts/prepare.py test") from None
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def visits(site: Path, names: Iterable[str]) -> Iterator[Visit]:
    """Visit pages of a site, each in a context of its own with nothing kept, until the network is still.

    Raises:
        NoBrowser: there is none.
    """
    with browsing() as browser, serving(site) as address:
        waiting = list(names)
        while waiting:  # several at once: each waits half a second for the network to be still
            tabs = [_Tab(browser, site, address, page) for page in waiting[:AT_ONCE]]
            yield from [tab.seen() for tab in tabs]
            del waiting[:AT_ONCE]


class _Tab:
    """One page, opened in a context of its own."""

    def __init__(self, browser: Browser, site: Path, address: str, page: str) -> None:
        self.site, self.address, self.page = site, address, page
        self.asked: list[str] = []
        self.context = browser.new_context()
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.tab = self.context.new_page()
        self.tab.goto(f"{address}{page}")

    def seen(self) -> Visit:
        """Wait until the network is still, close the page, and tell what there was."""
        self.tab.wait_for_load_state("networkidle")
        stored = int(self.tab.evaluate(STORED)) + len(self.context.cookies())
        self.context.close()
        away = tuple(url for url in self.asked if not url.startswith((self.address, "data:")))
        names = sorted({_name(url) for url in self.asked if url.startswith(self.address)})
        sizes = {name: len(packed(self.site / name)) for name in names if (self.site / name).is_file()}
        return Visit(self.page, sizes, away, stored)


def _name(url: str) -> str:
    name = unquote(urlsplit(url).path.lstrip("/"))
    return f"{name}index.html" if not name or name.endswith("/") else name
