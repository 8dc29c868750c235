"""Tables to take away: they read back the same and hold no formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.guidance.pages import practices_csv
from accord.pages.csv_text import FORMULA, comma_separated, harmless
from tests import render_commitment as made

HOSTILE = (
    "=1+1", '=cmd|" /C calc"!A0', "+44", "-1", "@sum(a1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠a",
    "<!-- & -->]]>", 'a "quoted", b',
)  # fmt: skip


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("value", [value for value in HOSTILE if value.startswith(FORMULA)])
def test_no_cell_computes(value: str) -> None:
    assert read(comma_separated(("Head",), [(value,)]))[1] == [f"'{value}"]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_values_read_back_the_same(rows: list[tuple[str, str]]) -> None:
    """Whatever stands in a cell comes back, behind its apostrophe where it has one."""
    assert read(comma_separated(("A", "B"), rows)) == [["A", "B"], *([harmless(v) for v in row] for row in rows)]


def test_every_practice_is_there() -> None:
    g = made.guidance()
    assert [row[0] for row in read(practices_csv.text(g))[1:]] == list(g.practices)
