"""The matrix filters in the browser, keeps its state in the address, and is a plain table without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from accord.site.workspace import open_checked
from tests.browser.conftest import PHONE, Open
from tests.conftest import ROOT

pytestmark = pytest.mark.browser


def shown(page: Page) -> int:
    """Count the rows on show, once the filters are there."""
    page.locator("form.filters").wait_for()
    return int(page.locator("#practices tbody tr:visible").count())


def expected(**wanted: str) -> int:
    """Count the practices that the data holds for these choices."""
    guidance = open_checked(ROOT).guidance
    return sum(
        wanted.get("stage", stage.id) == stage.id
        and wanted.get("force", practice.force) == practice.force
        and ("role" not in wanted or wanted["role"] in practice.roles)
        and ("principle" not in wanted or wanted["principle"] in practice.principles)
        for stage in guidance.stages
        for practice in stage.practices
    )


def test_choosing_by_keyboard_changes_the_address(open_page: Open) -> None:
    """Choose a role and a stage; the rows, the count and the address follow; the address gives the same again."""
    page, _ = open_page("toolkit/practices/", viewport=PHONE)
    everything = shown(page)
    page.get_by_label("Role").focus()
    page.get_by_label("Role").select_option("social-worker")
    page.get_by_label("Stage").select_option("implementing")
    wanted = expected(role="social-worker", stage="implementing")
    assert 0 < wanted < everything
    assert shown(page) == wanted
    assert f"{wanted} of {everything}" in page.locator("[data-count]").inner_text()
    assert "role=social-worker" in page.url
    assert "stage=implementing" in page.url
    page.reload()
    assert shown(page) == wanted
    assert page.get_by_label("Role").input_value() == "social-worker"
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == everything
    assert "?" not in page.url


@pytest.mark.parametrize("query", ["force=must", "principle=supports-empowers", "stage=stopping&force=could"])
def test_an_address_shows_its_choice(open_page: Open, query: str) -> None:
    """A shared address shows the same rows to everyone."""
    page, _ = open_page(f"toolkit/practices/?{query}")
    wanted = dict(part.split("=") for part in query.split("&"))
    assert shown(page) == expected(**wanted)


def test_an_address_that_makes_no_sense_shows_everything(open_page: Open) -> None:
    """Unknown choices are passed over, and nothing in the address runs."""
    page, watch = open_page("toolkit/practices/?role=nobody&stage=%3Cscript%3E&x=1")
    assert shown(page) == expected()
    assert watch.errors == []


def test_no_match_says_so(open_page: Open) -> None:
    """Where nothing fits, the page says what to change."""
    page, _ = open_page("toolkit/practices/")
    rows = page.locator("#practices tbody tr")
    combos = page.evaluate("""() => { const rows = [...document.querySelectorAll("#practices tbody tr")];
        const has = (r, f) => rows.some(row => row.dataset.role.split(" ").includes(r) && row.dataset.stage === f);
        const [roles, stages] = ["role", "stage"].map(name => document.querySelector(`[name=${name}]`).options);
        for (const r of roles) for (const s of stages)
            if (r.value && s.value && !has(r.value, s.value)) return [r.value, s.value]; return null; }""")
    assert rows.count() > 0
    assert combos is not None
    page.get_by_label("Role").select_option(combos[0])
    page.get_by_label("Stage").select_option(combos[1])
    assert shown(page) == 0
    assert "no practice" in page.locator("main").inner_text().lower()


def test_back_button(open_page: Open) -> None:
    """Going to a practice and back keeps the choice."""
    page, _ = open_page("toolkit/practices/?force=must")
    assert shown(page) == expected(force="must")
    page.locator("#practices tbody tr:visible a").first.click()
    page.wait_for_url("**/lifecycle/**")
    page.go_back()
    page.wait_for_url("**/practices/*")
    assert shown(page) == expected(force="must")
