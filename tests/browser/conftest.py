"""A real browser on the built site: Debian's Chromium, a server on this machine, and a trap for requests elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files, and the site's own page where there is none, without a log."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that is closed before all of it has come is no fault of anybody."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built site and return its address, which ends in a slash."""
    with served(site) as address:
        yield address


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine, and give its address, which ends in a slash."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


class Watch:
    """What a context asked of the network, and what went wrong on its pages."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.away: list[str] = []
        self.errors: list[str] = []
        self.asked: list[str] = []
        context.on("request", lambda request: self._asked(request.url, address))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)

    def _asked(self, url: str, address: str) -> None:
        self.asked.append(url)
        if not url.startswith((address, "data:")):
            self.away.append(url)


Open = Callable[..., tuple[Page, Watch]]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Return a function that opens a page of the site in a context of its own, and watches it."""
    contexts: list[BrowserContext] = []

    def opened(name: str = "", **options: Any) -> tuple[Page, Watch]:
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        contexts.append(context)
        watch = Watch(context, address)
        page = context.new_page()
        page.goto(f"{address}{name}", wait_until="load")
        return page, watch

    yield opened
    for context in contexts:
        context.close()
