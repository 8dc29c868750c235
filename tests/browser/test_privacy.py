"""No page asks anything of another host, stores anything, or runs anything that is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open
from tests.built.pages import names

pytestmark = pytest.mark.browser
STORED = """async () => ({
    local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length})"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0}


def test_no_request_leaves_and_nothing_is_stored(site: Path, open_page: Open, address: str) -> None:
    """Open every page, use search and filters, and look at the network and the browser's stores."""
    page, watch = open_page()
    for name in names(site):
        page.goto(f"{address}{name}")
    page.goto(f"{address}search/?q=family")
    page.locator("[data-results] li").first.wait_for()
    page.goto(f"{address}toolkit/practices/")
    page.get_by_label("Role").select_option("social-worker")
    assert watch.away == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
    assert watch.errors == []


def test_a_request_away_would_be_seen(open_page: Open) -> None:
    """The watch sees what a page asks of another host, and the policy stops it."""
    page, watch = open_page(bypass_csp=True)
    page.evaluate("new Image().src = 'http://127.0.0.2:9/x'")
    page.wait_for_timeout(200)
    assert watch.away == ["http://127.0.0.2:9/x"]


def test_the_policy_stops_what_is_put_in(open_page: Open) -> None:
    """Scripts, handlers and styles that somebody smuggles into a page do not run."""
    page, watch = open_page()
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'taken'";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src='data:,' onerror='document.title = 1'>");
    }""")
    page.wait_for_timeout(200)
    assert page.title() != "taken"
    assert page.title() != "1"
    assert any("Content Security Policy" in line for line in watch.errors)


def test_the_search_index_waits_for_the_search(open_page: Open) -> None:
    """A first visit loads neither the index nor the search library."""
    _, watch = open_page()
    assert not [url for url in watch.asked if "search" in url or "vendor" in url]
