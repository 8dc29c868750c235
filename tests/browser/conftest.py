"""A real browser on the built site: Debian's Chromium, a server on this machine, and a trap for requests elsewhere."""

import gzip
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import council
from tests.conftest import SLOWER, Once

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
# For a page in a state that somebody brought it into: what differs between views was looked at in test_every_page.py.
IN_TWO_VIEWS = pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["day", "night"])
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """() => axe.run({exclude: [["[data-again]"]]}, {resultTypes: ["violations"], preload: false}).then(
    (result) => result.violations.map((violation) =>
        violation.id + ": " + violation.nodes.map(node => node.target.join(" ")).slice(0, 3).join(" | ")))"""
# Marks what has the shape of two parts before it, element by element and attribute by attribute, in the same
# surroundings, which decide on colours: these take axe long. A heading is always looked at, for the order of all.
AGAIN = """(most) => {
    document.querySelectorAll("[data-again]").forEach((part) => part.removeAttribute("data-again"));
    const seen = {};
    for (const part of document.querySelectorAll("article, dd, details, dt, li, p, section, tr")) {
        const shape = [...new Set([part, ...part.querySelectorAll("*")].map(
            (e) => [e.tagName, ...[...e.classList], ...e.getAttributeNames()].join(" ")))].sort()
            .concat(part.parentElement.closest("[class]")?.className).join();
        seen[shape] = (seen[shape] ?? 0) + 1;
        part.toggleAttribute("data-again", seen[shape] > most && !part.querySelector("h1, h2, h3, h4, h5, h6"));
    }
}"""
# Runs before a page's own scripts, and outside its policy: notes what the policy stopped, and springs where code runs.
TRAP = """window.stopped = [];
window.alert = (what) => { window.sprung = String(what); };
document.addEventListener("securitypolicyviolation", (event) => window.stopped.push(event.effectiveDirective));"""
STORED = """async () => ({
    local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length})"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0}
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".md", ".yml"}  # sent compressed
WIDE = "document.documentElement.scrollWidth > innerWidth"
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


def settle(page: Page) -> None:
    """Wait until the modules that a page loads by itself have come, or failed to. Without scripts none do."""
    page.locator("html:not(.js), html[data-loaded]").wait_for(state="attached")


def violations(page: Page, every: bool = False) -> list[str]:
    """Return what axe finds on a page as it is now (WCAG 2.2 A and AA, and best practice). The policy stays on.

    It looks at no shape a third time, unless `every` part is to be looked at.
    """
    page.evaluate(AGAIN, 10**6 if every else 2)
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN)
    return found


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files, and the site's own page where there is none, without a log; packed, as web servers do, if told."""

    packed = False

    def translate_path(self, path: str) -> str:
        """Find the file of a whole address too: so a program asks a proxy."""
        return super().translate_path(urlsplit(path).path)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        found = path if path.is_file() else Path(self.directory) / "404.html"
        if SLOWER > 1:  # as if from afar: what is asked for together comes in any order
            time.sleep(random.random() * SLOWER / 20)
        if path.is_dir() or not found.is_file():  # to the address with a slash, or nothing to show
            super().do_GET()
            return
        body = found.read_bytes()
        self.send_response(200 if found == path else 404)
        self.send_header("Content-Type", self.guess_type(found))
        if self.packed and found.suffix in PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        if "/api/" in self.path:  # as our settings for servers do
            self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that is closed before all of it has come is no fault of anybody."""


@contextmanager
def served(site: Path, packed: bool = False) -> Iterator[str]:
    """Serve a folder on this machine, and give its address, which ends in a slash."""
    sends = type("_Sends", (_Quiet,), {"packed": packed})
    server = _Server(("127.0.0.1", 0), partial(sends, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder from now on, and gives its address."""
    with ExitStack() as stack:
        yield cache(lambda folder: stack.enter_context(served(folder)))


@pytest.fixture(scope="session")
def copy(once: Once) -> Path:
    """Build the site of a council's copy, and return its folder."""
    return once("copy", council.build) / "fork" / "site"


@pytest.fixture(scope="session")
def later_site(later: Path) -> Path:
    return later / "site"


@pytest.fixture
def address(request: pytest.FixtureRequest, serve: Callable[[Path], str]) -> str:
    """Return the address of the live site, or of the one that the test's mark `of` names."""
    mark = request.node.get_closest_marker("of")
    return serve(request.getfixturevalue(mark.args[0] if mark else "site"))


class Watch:
    """What a context asked of the network, and what went wrong on its pages."""

    def __init__(self, context: BrowserContext) -> None:
        self.away: list[str] = []
        self.errors: list[str] = []
        self.asked: list[str] = []
        context.on("request", lambda request: self._asked(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)

    def _asked(self, url: str) -> None:
        self.asked.append(url)
        if not url.startswith(("http://127.0.0.1:", "data:", "file:")):  # where all our servers are
            self.away.append(url)


Open = Callable[..., tuple[Page, Watch]]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Return a function that opens a page of the site in a context of its own, and watches it to the end.

    Whatever a test does, no page asks elsewhere, and no error is logged but that a file did not come.
    """
    opened_so_far: list[tuple[BrowserContext, Watch]] = []

    def opened(name: str = "", before: Callable[[Page], object] = bool, **options: Any) -> tuple[Page, Watch]:
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        watch = Watch(context)
        opened_so_far.append((context, watch))
        page = context.new_page()
        before(page)
        page.goto(f"{address}{name}")
        settle(page)
        return page, watch

    yield opened
    for context, _ in opened_so_far:
        context.close()
    for _, watch in opened_so_far:
        assert (watch.away, [error for error in watch.errors if "Failed to" not in error]) == ([], [])
