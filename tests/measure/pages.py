"""What a first visit to each page loads, asks of other hosts and leaves in the browser, in a real Chromium."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import PACKED, served
from tests.built.pages import names
from tests.conftest import FLAGS, NAMES
from tests.measure.ground import DEMO, LIVE, Fails, Ground, NotTried

HEAVY = 100_000  # bytes, compressed, that a first visit may load
SEARCH = ("search/", "assets/vendor/minisearch", "assets/search")  # what only an opened search needs
DOCUMENTS = "documents/"  # whole documents to take away, each in one file: a choice, with its size beside it
AT_ONCE = 8
STORED = """async () => localStorage.length + sessionStorage.length + document.cookie.length
    + (await indexedDB.databases()).length + (await caches.keys()).length
    + (await navigator.serviceWorker.getRegistrations()).length"""


@dataclass(frozen=True)
class Visit:
    """The files that a page asked for, with their compressed bytes; addresses elsewhere; how much it stored."""

    page: str
    sizes: dict[str, int]
    away: tuple[str, ...]
    stored: int

    @property
    def whole(self) -> int:
        return sum(self.sizes.values())


def first_visits(ground: Ground) -> str:
    """no page asks another host, stores anything, loads the search early, or is heavier than 100 KB"""
    live, demo = ground.site(LIVE), ground.site(DEMO)
    own = [page for page in names(demo) if page.startswith("commitment/")]
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    if program is None:
        raise NotTried("Chromium is not here")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=FLAGS)
        found = [*visits(browser, live, names(live)), *visits(browser, demo, own)]
        browser.close()
    judge(found)
    heaviest = max((visit for visit in found if not visit.page.startswith(DOCUMENTS)), key=lambda visit: visit.whole)
    return f"{len(found)} pages; the heaviest is {heaviest.page} with {heaviest.whole / 1000:.1f} KB"


def judge(found: Iterable[Visit]) -> None:
    """Look at visits.

    Raises:
        Fails: one breaks a promise.
    """
    for visit in found:
        early = [name for name in visit.sizes if name.startswith(SEARCH) and not visit.page.startswith("search/")]
        if visit.away or visit.stored or early:
            raise Fails(f"{visit.page} asks {[*visit.away, *early]} and stores {visit.stored} things")
        if visit.whole > HEAVY and not visit.page.startswith(DOCUMENTS):
            raise Fails(f"{visit.page} loads {visit.whole / 1000:.1f} KB")


def visits(browser: Browser, site: Path, wanted: Iterable[str]) -> Iterator[Visit]:
    """Visit pages of a site, each in a context of its own with nothing kept, until the network is still."""
    waiting = list(wanted)
    with served(site) as address:
        while waiting:  # several at once: each waits half a second for the network to be still
            yield from [tab.seen() for tab in [_Tab(browser, site, address, page) for page in waiting[:AT_ONCE]]]
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
        names = {_name(url) for url in self.asked if url.startswith(self.address)}
        sizes = {name: size(self.site / name) for name in sorted(names) if (self.site / name).is_file()}
        return Visit(self.page, sizes, away, stored)


def _name(url: str) -> str:
    name = unquote(urlsplit(url).path.lstrip("/"))
    return f"{name}index.html" if not name or name.endswith("/") else name


@cache
def size(path: Path) -> int:
    """Return the bytes that a web server sends: compressed, where the file's kind gains by that."""
    raw = path.read_bytes()
    return len(gzip.compress(raw, 6)) if path.suffix in PACKED else len(raw)
