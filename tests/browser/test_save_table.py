"""Saving the rows on show: filters hold, nothing computes, and the page writes the bytes that Python would."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accord.pages.csv_text import comma_separated, for_spreadsheets
from tests.browser.conftest import DESKTOP, PHONE, Open, served, settle
from tests.test_csv import HOSTILE

pytestmark = pytest.mark.browser
CSV = "Save what is shown (CSV)"


def saved(page: Page, name: str) -> tuple[str, bytes]:
    """Press a button from the keyboard, and return the file's name and bytes."""
    page.get_by_role("button", name=name).focus()
    with page.expect_download() as caught:
        page.keyboard.press("Enter")
    return caught.value.suggested_filename, Path(caught.value.path()).read_bytes()


def rows(raw: bytes) -> list[list[str]]:
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_the_file_holds_what_is_shown(open_page: Open, viewport: dict[str, int]) -> None:
    """The rows are those of the filter, and the page says what was saved."""
    page, watch = open_page("toolkit/practices/?role=social-worker&stage=implementing", viewport=viewport)
    shown = [" ".join(words.split()) for words in page.locator("#practices tbody tr:visible th").all_inner_texts()]
    name, raw = saved(page, CSV)
    assert name == "practices-social-worker-implementing.csv"
    found = rows(raw)
    assert [row[0] for row in found[1:]] == shown
    assert found[0] == ["Practice", "Stage", "Must or should", "Address"]
    assert {row[2] for row in found[1:]} <= {"Must", "Should", "Could"}
    assert all(row[-1].startswith("http") for row in found[1:])
    assert f"Saved {len(shown)} rows as {name}." in page.locator("[data-saved]").inner_text()
    assert watch.away == []
    assert watch.errors == []


def test_nothing_shown_is_nothing_saved(open_page: Open) -> None:
    page, _ = open_page("toolkit/practices/?stage=stopping&force=could&role=independent-reviewing-officer")
    assert page.locator("#practices tbody tr:visible").count() == 0
    page.get_by_role("button", name=CSV).click()
    assert "nothing to save" in page.locator("[data-saved]").inner_text()


def test_the_register_is_saved_with_its_filters(browser: Browser, demo: Path) -> None:
    """Tables of several standings make one file, and a table that the filter hides is not in it."""
    with served(demo) as address:
        context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}commitment/signatories/")
        settle(page)
        everything = rows(saved(page, CSV)[1])
        assert len(everything) - 1 == page.locator("table.register tbody tr:visible").count() > 2
        page.get_by_label("Standing", exact=True).select_option("lapsed")
        name, raw = saved(page, CSV)
        assert name == "register-lapsed.csv"
        assert {row[1] for row in rows(raw)[1:]} == {"Lapsed"}
        context.close()


def test_the_page_writes_what_python_writes(open_page: Open) -> None:
    """For hostile values too, the CSV is the same from both, after a mark that tells Excel of its letters."""
    page, _ = open_page("toolkit/practices/")
    rows = [[value, f"x{value}"] for value in HOSTILE]
    made = page.evaluate(
        """async (rows) => {
          const { commaSeparated } = await import(new URL("../../assets/table/csv.js", location).href);
          return commaSeparated(["A", "=B"], rows);
        }""",
        rows,
    )
    assert made == for_spreadsheets(comma_separated(("A", "=B"), rows))
