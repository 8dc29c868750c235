"""A first visit stays light: the heaviest kinds of page are weighed with all that they load by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.measure.pages import HEAVY, visits

pytestmark = pytest.mark.browser
PAGES = ("index.html", "commitment/sign/index.html", "toolkit/worksheets/should-we/index.html",
         "toolkit/numbers/results/index.html")  # fmt: skip
# What comes after the questions, what reads files, and what makes documents.
LATE = ("sign/hand-in.js", "signatories.json", "vendor/", "worksheet/judge.js", "assets/paper/made.js", "exports.json",
        "records.sha256", "search/", "assets/search")  # fmt: skip


def test_first_visits_are_light_and_load_nothing_before_its_time(browser: Browser, site: Path) -> None:
    """HTML, styles, scripts and data together, in a browser that has seen nothing of the site."""
    found = {visit.page: visit for visit in visits(browser, site, PAGES)}
    assert set(found) == set(PAGES)
    assert {page: visit.whole for page, visit in found.items() if visit.whole > HEAVY} == {}
    assert all({Path(name).suffix for name in visit.sizes} >= {".css", ".js"} for visit in found.values())
    assert [name for visit in found.values() for name in visit.sizes for each in LATE if each in name] == []
    assert [page for page, visit in found.items() if any("assets/worksheet/" in name for name in visit.sizes)] == [
        PAGES[2]
    ]
