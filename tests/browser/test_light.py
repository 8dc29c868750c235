"""A first visit stays light: the heaviest kinds of page are weighed with all that they load by themselves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.measure.pages import Visit, visits

pytestmark = pytest.mark.browser
MOST = 100_000  # bytes, compressed
PAGES = ("index.html", "commitment/sign/index.html", "toolkit/worksheets/should-we/index.html")


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, Visit]:
    """Visit the pages, in a thread of its own: the tests' own browser holds this one."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(lambda: {visit.page: visit for visit in visits(site, PAGES)}).result()


def test_no_first_visit_is_over_the_goal(found: dict[str, Visit]) -> None:
    """HTML, styles, scripts and data together, in a browser that has seen nothing of the site."""
    assert set(found) == set(PAGES)
    assert {page: visit.whole for page, visit in found.items() if visit.whole > MOST} == {}
    assert all({Path(name).suffix for name in visit.sizes} >= {".css", ".js"} for visit in found.values())


def test_what_is_needed_later_is_not_loaded_first(found: dict[str, Visit]) -> None:
    """Neither what comes after the questions, nor what reads files, nor what makes documents."""
    loaded = {name for visit in found.values() for name in visit.sizes}
    late = (
        "sign/hand-in.js",
        "signatories.json",
        "vendor/",
        "worksheet/judge.js",
        "export/document.js",
        "exports.json",
    )
    assert [name for name in loaded for each in (*late, "records.sha256") if each in name] == []
