"""Every page works without JavaScript: words, navigation, tables, and a list of pages in place of the search."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.built.pages import framed

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_navigation_and_words_are_there(site: Path, open_page: Open, address: str, size: dict[str, int]) -> None:
    """On every page the main heading and a way to every section are to be seen, and no dead control."""
    page, _ = open_page(viewport=size, java_script_enabled=False)
    for name in framed(site):
        page.goto(f"{address}{name}")
        assert page.locator("h1").is_visible(), name
        assert page.get_by_role("link", name="Lifecycle", exact=True).first.is_visible(), name
        assert not page.get_by_role("button", name="Menu").is_visible(), name


def test_the_matrix_is_a_plain_table(open_page: Open) -> None:
    """All rows, and no filters that would do nothing."""
    page, _ = open_page("toolkit/practices/", java_script_enabled=False)
    assert page.locator("#practices tbody tr:visible").count() > 30
    assert not page.get_by_label("Role").is_visible()


def test_the_search_page_lists_every_page(site: Path, open_page: Open) -> None:
    """Where the search can't run, the page says so and leads everywhere."""
    page, _ = open_page("search/?q=family", java_script_enabled=False)
    text = page.locator("main").inner_text()
    assert "JavaScript" in text
    links = page.locator("main a").count()
    assert links >= len(framed(site)) - 3
