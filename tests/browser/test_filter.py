"""Filters of the practices and the register: kept in the address, saved as CSV, and plain tables without JavaScript."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accord.pages.csv_text import comma_separated, for_spreadsheets
from accord.site.workspace import open_checked
from tests.browser.conftest import PHONE, Open
from tests.conftest import ROOT
from tests.test_csv import HOSTILE

pytestmark = pytest.mark.browser
PLACE = "toolkit/practices/"
ROWS = "#practices tbody tr:visible"
CSV = """(rows) => import(new URL("../../assets/table/csv.js", location).href)
    .then(({ commaSeparated }) => commaSeparated(["A", "=B"], rows))"""
# A choice of a role and a stage that no practice fits.
NONE = """() => { const rows = [...document.querySelectorAll("#practices tbody tr")];
    const has = (r, f) => rows.some(row => row.dataset.role.split(" ").includes(r) && row.dataset.stage === f);
    const [roles, stages] = ["role", "stage"].map(name => document.querySelector(`[name=${name}]`).options);
    for (const r of roles) for (const s of stages)
        if (r.value && s.value && !has(r.value, s.value)) return [r.value, s.value]; return null; }"""


def expected(**wanted: str) -> int:
    """Count the practices that the data holds for these choices."""
    rows = [
        {"stage": [stage.id], "force": [each.force], "role": each.roles, "principle": each.principles}
        for stage in open_checked(ROOT).guidance.stages
        for each in stage.practices
    ]
    return sum(all(value in row[name] for name, value in wanted.items()) for row in rows)


def saved(page: Page) -> tuple[str, list[list[str]]]:
    """Press the button from the keyboard, and return the file's name and rows."""
    page.get_by_role("button", name="Save what is shown (CSV)").focus()
    with page.expect_download() as caught:
        page.keyboard.press("Enter")
    text = Path(caught.value.path()).read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    return caught.value.suggested_filename, list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def test_what_is_chosen_is_shown_kept_in_the_address_and_saved(open_page: Open) -> None:
    """By keyboard: rows, count, address and file follow; the address gives the same again, and Back keeps it."""
    page, _ = open_page(PLACE, viewport=PHONE)
    page.get_by_label("Role").focus()
    page.get_by_label("Role").select_option("social-worker")
    page.get_by_label("Stage").select_option("implementing")
    wanted, everything = expected(role="social-worker", stage="implementing"), expected()
    assert 0 < wanted < everything
    expect(page.locator(ROWS)).to_have_count(wanted)
    expect(page.locator("[data-count]")).to_contain_text(f"{wanted} of {everything}")
    assert "role=social-worker" in page.url
    assert "stage=implementing" in page.url
    shown = [" ".join(words.split()) for words in page.locator(f"{ROWS} th").all_inner_texts()]
    name, (heads, *rows) = saved(page)
    assert name == "practices-social-worker-implementing.csv"
    assert [row[0] for row in rows] == shown
    assert heads == ["Practice", "Stage", "Must or should", "Address"]
    assert {row[2] for row in rows} <= {"Must", "Should", "Could"}
    assert all(row[-1].startswith("http") for row in rows)
    expect(page.locator("[data-saved]")).to_contain_text(f"Saved {len(shown)} rows as {name}.")
    page.locator(f"{ROWS} a").first.click()
    page.wait_for_url("**/lifecycle/**")
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(wanted)
    expect(page.get_by_label("Role")).to_have_value("social-worker")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(ROWS)).to_have_count(everything)
    assert "?" not in page.url


def test_an_address_shows_its_choice(open_page: Open, address: str) -> None:
    """The same rows to everyone; what makes no sense is passed over; where nothing fits, it is said what to do."""
    page, _ = open_page()
    for query, wanted in {
        "force=must": {"force": "must"},
        "principle=supports-empowers": {"principle": "supports-empowers"},
        "stage=stopping&force=could": {"stage": "stopping", "force": "could"},
        "role=nobody&stage=%3Cscript%3E&x=1": {},
    }.items():
        page.goto(f"{address}{PLACE}?{query}")
        page.locator("form.filters").wait_for()
        expect(page.locator(ROWS)).to_have_count(expected(**wanted))
    role, stage = page.evaluate(NONE)
    page.get_by_label("Role").select_option(role)
    page.get_by_label("Stage").select_option(stage)
    expect(page.locator(ROWS)).to_have_count(0)
    expect(page.locator("main")).to_contain_text("No practice matches: set one of the choices back")
    page.get_by_role("button", name="Save what is shown (CSV)").click()
    expect(page.locator("[data-saved]")).to_contain_text("nothing to save")


@pytest.mark.of("demo")
def test_the_register_is_saved_with_its_filters(open_page: Open) -> None:
    """Tables of several standings make one file, and a table that the filter hides is not in it."""
    page, _ = open_page("commitment/signatories/")
    assert len(saved(page)[1]) - 1 == page.locator("table.register tbody tr:visible").count() > 2
    page.get_by_label("Standing", exact=True).select_option("lapsed")
    name, rows = saved(page)
    assert name == "register-lapsed.csv"
    assert {row[1] for row in rows[1:]} == {"Lapsed"}


def test_the_page_writes_what_python_writes(open_page: Open) -> None:
    """For hostile values too, the CSV is the same from both, after a mark that tells Excel of its letters."""
    rows = [[value, f"x{value}"] for value in HOSTILE]
    made = open_page(PLACE)[0].evaluate(CSV, rows)
    assert made == for_spreadsheets(comma_separated(("A", "=B"), rows))
