"""Tables to take away: they read back the same and hold no formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.guidance.pages import practices_csv
from accord.pages.csv_text import comma_separated, for_spreadsheets, harmless
from accord.register.published import Published

HOSTILE = (
    "=1+1", '=cmd|" /C calc"!A0', "+44", "-1", "@sum(a1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠a",
    "<!-- & -->]]>", 'a "quoted", b',
)  # fmt: skip


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("value", HOSTILE[:-2])
def test_no_cell_computes(value: str) -> None:
    """What a spreadsheet gets begins with an apostrophe, and with a mark that tells Excel of its letters."""
    told = for_spreadsheets(comma_separated(("Head",), [(value,)]))
    assert (told[0], read(told[1:])) == ("\ufeff", [["Head"], [f"'{value}"]])


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_values_read_back_the_same(rows: list[tuple[str, str]]) -> None:
    """Programs get each value exactly; a spreadsheet's file has an apostrophe more where one would compute."""
    table = comma_separated(("A", "B"), rows)
    assert read(table) == [["A", "B"], *map(list, rows)]
    assert read(for_spreadsheets(table)[1:])[1:] == [[harmless(value) for value in row] for row in rows]


def test_every_practice_is_there(live: Published) -> None:
    assert [row[0] for row in read(practices_csv.text(live))[1:]] == list(live.practices)
