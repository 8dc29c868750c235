"""Frameworks of other people: what a page and the table show of a made-up one, hostile words included."""

from __future__ import annotations

import csv
import io

from accord.guidance.pages import crosswalks
from accord.pages.csv_text import for_spreadsheets
from accord.project import reading
from accord.register.published import publish
from tests import support

HOSTILE = '=cmd|" /C calc"!A0 <script>alert(1)</script> {{ 7*7 }}'


def test_every_row_is_in_the_table_and_what_is_unmet_says_so() -> None:
    files = support.files()
    name = "data/crosswalks/mill-rules.yml"
    files.put(name, files.raw(name).replace(b"Count the sacks", f"'{HOSTILE}'".encode()))
    g = publish(reading.load(files), support.AS_OF)
    heads, *rows = csv.reader(io.StringIO(crosswalks.text(g), newline=""))
    said = [
        tuple(row[heads.index(head)] for head in ("Reference", "How far", "Practice id", "Read on")) for row in rows
    ]
    assert said == [
        ("Rule 1", "meets", "stage-one-1", "2026-01-01"),
        ("Rule 1", "helps", "stage-one-2", "2026-01-01"),
        ("Rule 1", "helps", "stage-one-3", "2026-01-01"),
        ("Rule 2(a)", "touches", "stage-one-1", "2026-01-02"),
        ("Rule 3", "none", "", "2026-01-01"),
    ]
    assert rows[-1][heads.index("What it asks")] == HOSTILE
    assert f"\"'{HOSTILE[:6]}" in for_spreadsheets(crosswalks.text(g))
    page = crosswalks.crosswalk(g, "../../../", "crosswalk-mill-rules")
    assert '<tr id="ref-rule-3" data-how="none" data-stage="">' in page  # the filter finds what no practice meets
    assert '<tr id="ref-rule-1" data-how="meets helps helps " data-stage="stage-one stage-one stage-one ">' in page
    assert "<script>" not in page
    assert "{{" not in page
    assert "1 meets, 2 help<" in page
