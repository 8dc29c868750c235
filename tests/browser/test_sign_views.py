"""The signing page as it is seen: no violation at any step, and what it says where something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import IN_TWO_VIEWS, PHONE, Open, violations
from tests.browser.sign_officer import SIGN, opened

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]


def test_the_browser_s_back_leads_to_the_step_before(open_page: Open) -> None:
    """The answers are still there, and a check that they no longer fit does not come back."""
    officer, _ = opened(open_page, "?event=withdrawn&signatory=inglewater")
    page = officer.page
    officer.write("Reason", "Once.")
    officer.press("Continue")
    page.get_by_role("heading", name="Check before you hand it in").wait_for()
    page.go_back()
    expect(page.get_by_role("heading", level=2).first).to_be_focused()
    expect(page.get_by_label("Reason")).to_have_value("Once.")
    officer.write("Reason", "Twice.")
    page.go_forward()
    expect(page.get_by_role("heading", level=2).first).to_be_focused()
    expect(page.get_by_label("Reason")).to_be_visible()
    officer.press("Continue")
    page.get_by_role("heading", name="Check before you hand it in").wait_for()
    assert "Twice." in page.locator("[data-sign-body]").inner_text()


@pytest.mark.parametrize("query", ["", "reviewed&signatory=alderwick", "corrected&signatory=inglewater",
                                   "succeeded&signatory=lantern-advice"])  # fmt: skip
def test_no_violation_with_faults_shown(open_page: Open, query: str) -> None:
    """With all that is folded open and the faults on the page, axe finds nothing; nothing scrolls sideways."""
    officer, _ = opened(open_page, f"?event={query}", viewport=PHONE)
    page = officer.page
    for office in page.get_by_label("Which office").all():
        office.fill("")
    page.get_by_role("button", name="Continue").click()
    page.locator(".faults").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@IN_TWO_VIEWS
def test_no_violation_at_the_later_steps(open_page: Open, size: dict[str, int], scheme: str) -> None:
    """Nor at the check and the last step, in light and dark."""
    query = "?event=withdrawn&signatory=inglewater"
    officer, _ = opened(open_page, query, viewport=size, color_scheme=scheme)
    page = officer.page
    page.get_by_label("Reason").fill("x")
    for button, heading in (("Continue", "Check before you hand it in"), ("This is right", "Hand it in")):
        page.get_by_role("button", name=button).click()
        page.get_by_role("heading", name=heading).wait_for()
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_other_ways_are_there(open_page: Open) -> None:
    """The page says how else to sign, and has a sheet to print."""
    page, _ = open_page(SIGN, java_script_enabled=False)
    assert page.get_by_text("The form needs a script").is_visible()
    assert "accord sign" in page.locator("main").inner_text()
    page.get_by_text("A blank sheet for paper").click()
    page.emulate_media(media="print")
    assert page.get_by_text("Signature", exact=True).is_visible()


def test_another_text_is_not_signed(open_page: Open, address: str) -> None:
    """Where the text is not the one that was published, nothing can be signed."""
    page, _ = open_page("privacy/")
    page.route("**/commitment/versions/*.md", lambda route: route.fulfill(body="# Other words\n"))
    page.goto(f"{address}{SIGN}")
    page.get_by_text("Do not sign, and tell whoever runs the site.").wait_for()
    assert page.get_by_role("button", name="Continue").count() == 0


def test_a_host_that_does_not_serve_the_text(open_page: Open, address: str) -> None:
    """Some servers give no .md file: the form is there, and says that it could not check."""
    page, _ = open_page("privacy/")
    page.route("**/commitment/versions/*.md", lambda route: route.fulfill(status=404))
    page.goto(f"{address}{SIGN}")
    page.get_by_text("Your browser could not check its text.").wait_for()
    assert page.get_by_role("button", name="Continue").is_visible()


MISSING = [
    "assets/sign/form.js",
    "assets/sign/table.js",
    "assets/sign/parts.js",
    "assets/site.js",
    "api/record-rules.json",
]


@pytest.mark.parametrize("missing", MISSING)
def test_a_page_that_can_t_load_is_never_blank(open_page: Open, address: str, missing: str) -> None:
    """One file that does not come, and the page says so and names the other ways."""
    page, _ = open_page("privacy/")
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(f"{address}{SIGN}")
    page.get_by_text("The form needs a script, which has not run.").wait_for()
    assert page.get_by_text("A blank sheet for paper").is_visible()
    assert not page.get_by_text("Loading the form").is_visible()


def test_a_page_that_is_opened_from_a_folder_is_never_blank(browser: Browser, demo: Path) -> None:
    """Browsers load no modules there."""
    page = browser.new_page()
    page.goto(f"file://{demo}/{SIGN}index.html")
    page.get_by_text("The form needs a script, which has not run.").wait_for()
    page.close()
