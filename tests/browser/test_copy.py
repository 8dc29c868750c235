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


def test_pages_are_sound_html_and_only_the_copy_has_the_council_s(copy: Path, site: Path) -> None:
    """Each page with something of the council's parses strictly. Its projects are in the menu, not in the search."""
    own = [name for name in names(copy) if not (site / name).exists() or "local-" in (copy / name).read_text("utf-8")]
    for name in ["index.html", *own]:
        page = Built(name, parsed(copy / name))
        assert (name, [*ids(page), *headings(page)]) == (name, [])
    menu = '<a href="../projects/">Our projects</a>'
    for place, has in ((copy, True), (site, False)):
        assert (menu in (place / "commitment" / "index.html").read_text(encoding="utf-8")) == has
        assert (place / "projects").exists() == has
    assert "Made-Up Models" not in (copy / "search" / "search_index.json").read_text(encoding="utf-8")


def test_the_council_comes_first_and_what_it_typed_never_runs(open_page: Open, address: str) -> None:
    """Logo, standing and reservations on the home page; notes beside promise and practice; projects as typed."""
    page, _ = open_page(viewport=PHONE)
    logo = page.get_by_role("img", name="Anytown Council")
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    panel = page.get_by_role("region", name="Anytown Council and the Commitment")
    expect(panel).to_contain_text("We need a year to set this up.")
    panel.get_by_role("link", name="What is different in this copy").click()
    page.get_by_role("link", name="Respect 1", exact=True).click()
    page.wait_for_url("**/commitment/respect-1/")
    expect(page.locator(".local-note")).to_contain_text(BY)
    page.goto(f"{address}lifecycle/problem-formulation/")
    expect(page.locator(".local-note")).to_have_count(1)
    assert page.locator("#problem-formulation-1 .local-note").inner_text().startswith(BY)
    page.goto(address)
    panel.get_by_role("link", name="Our projects").click()
    page.get_by_role("link", name="Early help list").click()
    expect(page.locator("h1")).to_have_text(NAME)
    for words in ("<img src=x onerror=alert(1)>", "{{ 7*7 }} [[care]]", "Records are patchy.", "that day has passed"):
        expect(page.locator("main")).to_contain_text(words)
    assert page.title().startswith("Early help list")
    assert page.locator("main img, main script").count() == 0
    assert page.get_by_role("link", name="Minutes").get_attribute("href") == "https://www.example.org/m"
