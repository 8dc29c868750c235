"""A council's copy in a real browser: logo, notes and projects; what was typed is shown, and never runs.

tests/browser/test_every_page.py looks at these pages too.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open
from tests.browser.council import NAME
from tests.built.pages import Built, names, parsed
from tests.built.test_pages import headings, ids

pytestmark = [pytest.mark.browser, pytest.mark.of("copy")]
BY = "Added by Anytown Council, not part of the upstream text"


def test_pages_are_sound_html(copy: Path, site: Path) -> None:
    """Each page with something of the council's parses strictly, names no id twice, and its headings leave out none."""
    own = [name for name in names(copy) if not (site / name).exists() or "local-" in (copy / name).read_text("utf-8")]
    for name in ["index.html", *own]:
        page = Built(name, parsed(copy / name))
        assert (name, [*ids(page), *headings(page)]) == (name, [])


def test_the_council_comes_first(open_page: Open, address: str) -> None:
    """Logo, standing and reservations on the home page; notes beside promise and practice, marked as such."""
    page, watch = open_page()
    logo = page.get_by_role("img", name="Anytown Council")
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    panel = page.get_by_role("region", name="Anytown Council and the Commitment")
    assert "We need a year to set this up." in panel.inner_text()
    panel.get_by_role("link", name="What is different in this copy").click()
    page.get_by_role("link", name="Respect 1", exact=True).click()
    page.wait_for_url("**/commitment/respect-1/")
    expect(page.locator(".local-note")).to_contain_text(BY)
    page.goto(f"{address}lifecycle/problem-formulation/")
    assert page.locator(".local-note").count() == 1
    assert page.locator("#problem-formulation-1 .local-note").inner_text().startswith(BY)
    assert (watch.away, watch.errors) == ([], [])


def test_what_was_typed_is_shown_and_never_run(open_page: Open) -> None:
    """From the home page to a project: every value is there as typed, and no script of it ran."""
    page, watch = open_page(viewport=PHONE)
    panel = page.get_by_role("region", name="Anytown Council and the Commitment")
    panel.get_by_role("link", name="Our projects").click()
    page.get_by_role("link", name="Early help list").click()
    expect(page.locator("h1")).to_have_text(NAME)
    said = page.locator("main").inner_text()
    for words in ("<img src=x onerror=alert(1)>", "{{ 7*7 }} [[care]]", "Records are patchy.", "that day has passed"):
        assert words in said
    assert page.title().startswith("Early help list")
    assert page.locator("main img, main script").count() == 0
    assert page.get_by_role("link", name="Minutes").get_attribute("href") == "https://www.example.org/m"
    assert (watch.away, watch.errors) == ([], [])


def test_the_projects_are_in_the_navigation_and_not_in_the_search(copy: Path, site: Path) -> None:
    """The section of the Commitment lists them; the search has none of their words; upstream has no such thing."""
    assert '<a href="../projects/">Our projects</a>' in (copy / "commitment" / "index.html").read_text(encoding="utf-8")
    assert "Made-Up Models" not in (copy / "search" / "search_index.json").read_text(encoding="utf-8")
    assert not (site / "projects").exists()
    assert "projects/" not in (site / "commitment" / "index.html").read_text(encoding="utf-8")
