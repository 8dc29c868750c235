"""The pages of the Commitment with a register in them: as typed, filtered, without scripts, and found by a parent."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
REGISTER = "commitment/signatories/"


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
