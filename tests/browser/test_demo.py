"""The pages of the Commitment with a register in them: all standings, reviews, reservations, a merger, a withdrawal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Open, served
from tests.browser.test_axe import RUN, VIEWS
from tests.browser.test_keyboard import tab
from tests.browser.test_privacy import NOTHING, STORED
from tests.built.pages import names

pytestmark = pytest.mark.browser
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
REGISTER = "commitment/signatories/"


@pytest.fixture(scope="module")
def address(demo: Path) -> Iterator[str]:
    """Serve the sample in place of the live site."""
    with served(demo) as address:
        yield address


@pytest.fixture(scope="module")
def pages(demo: Path) -> list[str]:
    """Return the pages that a register changes."""
    found = [name for name in names(demo) if name.startswith("commitment/")]
    assert len(found) > 20
    return found


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=[f"{size['width']}-{scheme}" for size, scheme in VIEWS])
def test_no_violation(pages: list[str], open_page: Open, address: str, size: dict[str, int], scheme: str) -> None:
    """No page has an axe violation in this width and scheme, with all that folds opened."""
    page, _ = open_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    found: list[str] = []
    for name in pages:
        page.goto(f"{address}{name}")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        page.add_script_tag(path=str(AXE))
        found += [f"{name}: {violation}" for violation in page.evaluate(RUN)]
    assert found == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_stop_is_seen(pages: list[str], open_page: Open, address: str, size: dict[str, int]) -> None:
    """Each of the first eighty stops has a focus ring, a size, and lies within the width."""
    page, _ = open_page(viewport=size)
    wrong: list[str] = []
    for name in pages:
        page.goto(f"{address}{name}")
        for _ in range(80):
            stop = tab(page)
            if stop is None:
                break
            if not (stop["ring"] and stop["width"] > 1 and stop["height"] > 1 and 0 <= stop["left"] < size["width"]):
                wrong.append(f"{name}: {stop}")
    assert wrong == []


def test_no_sideways_scrolling_at_320(pages: list[str], open_page: Open, address: str) -> None:
    """At 320 pixels no page scrolls sideways but within its own tables, opened parts included (WCAG 2.2, 1.4.10)."""
    page, _ = open_page(viewport={"width": 320, "height": 640})
    wide: list[str] = []
    for name in pages:
        page.goto(f"{address}{name}")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        if page.evaluate("document.documentElement.scrollWidth > 320"):
            wide.append(name)
    assert wide == []


def test_nothing_leaves_and_nothing_is_stored(pages: list[str], open_page: Open, address: str) -> None:
    """No page asks anything of another host, stores anything, or has an error; each says that it is a sample."""
    page, watch = open_page()
    for name in pages:
        page.goto(f"{address}{name}")
        assert "Sample data" in page.get_by_role("complementary", name="Notice").inner_text(), name
    assert watch.away == []
    assert watch.errors == []
    assert page.evaluate(STORED) == NOTHING


def test_a_statement_is_shown_as_typed(open_page: Open) -> None:
    """Angle brackets, ampersands and braces in a record are words."""
    page, _ = open_page(f"{REGISTER}tallow-systems/")
    assert "Prices: <ask us> & see {{ nothing }}." in page.locator("main").inner_text()


def test_the_register_filters_by_keyboard(open_page: Open) -> None:
    """Choosing a standing shows those in it, changes the address, and the address gives the same again."""
    page, _ = open_page(REGISTER, viewport=PHONE)
    form = page.locator("form.filters")
    form.wait_for()
    rows = page.locator("table tbody tr[data-standing]:visible")
    everyone = rows.count()
    assert everyone >= 14
    choice = page.get_by_label("Standing", exact=True)
    choice.focus()
    choice.select_option(label="Lapsed")
    assert rows.count() == 1
    assert "Elmsworth" in rows.first.inner_text()
    assert "standing=lapsed" in page.url
    page.reload()
    form.wait_for()
    assert rows.count() == 1
    page.get_by_role("button", name="Show all").click()
    assert rows.count() == everyone
    page.get_by_label("Name", exact=True).fill("vale")
    expect(rows).to_have_count(1)  # once the typing rests


def test_without_javascript_everyone_is_listed(open_page: Open) -> None:
    """The register is a plain table, and no control is shown that would do nothing."""
    page, _ = open_page(REGISTER, java_script_enabled=False)
    assert page.locator("table tbody tr[data-standing]").count() >= 14
    assert not page.locator("form.filters").is_visible()


def test_from_a_claim_to_what_can_be_asked(open_page: Open) -> None:
    """Walk from the Commitment to a signatory and to its words, as a parent would."""
    page, _ = open_page("commitment/", viewport=PHONE)
    page.locator("main").get_by_role("link", name="Who has signed").first.click()
    page.get_by_role("link", name="Inglewater").click()
    text = page.locator("main").inner_text()
    assert "Lead Member for Children" in text
    assert "has no right to test" in text
    assert page.get_by_role("heading", name="What can I ask?").is_visible()
