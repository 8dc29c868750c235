"""A mistake is reported without git: the page knows where the reader came from, and makes a text to send."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NOTHING, PHONE, STORED, Open, violations

pytestmark = pytest.mark.browser
PRACTICE = "lifecycle/modelling/1/"
# The browser tells of a selection a moment later; the page listens before this does.
SELECT = """(what) => new Promise((told) => {
    document.addEventListener("selectionchange", told, { once: true });
    getSelection().selectAllChildren(document.querySelector(what));
})"""


def test_the_foot_of_a_page_leads_to_a_report_about_it(open_page: Open) -> None:
    """The page's address and the words selected come along, what is typed joins them, and nothing is stored."""
    page, _ = open_page(PRACTICE, viewport=PHONE, permissions=["clipboard-write"])
    page.evaluate(SELECT, "ol.steps li")
    step = page.locator("ol.steps li").first.inner_text()
    page.locator("[data-report-link]").press("Enter")
    page.wait_for_url("**/contributing/report/#*")
    page.locator("main [name=better]").fill("It should say more.")
    for words in (PRACTICE, step[:40], "It should say more."):
        expect(page.locator("[data-text]")).to_have_value(re.compile(re.escape(words)))
    page.locator("[data-copy]").press("Enter")
    expect(page.locator("[data-said]")).to_contain_text("Copied.")
    expect(page.locator("[data-copy]")).to_be_focused()
    assert page.evaluate(STORED) == NOTHING
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []


def test_only_a_page_of_this_site_is_taken_over(open_page: Open) -> None:
    page, _ = open_page("contributing/report/#page=https%3A%2F%2Fevil.example%2F&sentence=%3Cimg+src%3Dx%3E")
    assert page.locator("main [name=page]").input_value() == ""
    assert page.locator("main [name=sentence]").input_value() == "<img src=x>"


def test_without_scripts_the_page_says_what_to_do_and_a_fold_names_every_file(open_page: Open, address: str) -> None:
    """One fold a page names its own file and the data that it shows."""
    page, _ = open_page("contributing/report/", java_script_enabled=False)
    expect(page.locator("main form")).to_be_hidden()
    for words in ("Never send details of a child or family", "write down"):
        expect(page.locator("main")).to_contain_text(words)
    page.goto(f"{address}glossary/")
    page.locator("details.edits summary").click()
    expect(page.locator("details.edits a").first).to_have_text("docs/glossary/index.md")
    assert page.locator("details.edits a:visible").count() > 20
    assert page.locator("main .words").get_by_text("Edit these words").count() == 0
