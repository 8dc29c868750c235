"""Tables to take away as CSV (RFC 4180): each value as it is for programs, or made safe for a spreadsheet.

A spreadsheet computes what starts with certain signs, so such a value gets an apostrophe before it (OWASP, "CSV
Injection"). docs/assets/table/csv.js does the same for the rows that a page shows.
"""

import csv
import io
from collections.abc import Iterable, Sequence

# The last four: full width, as East Asian keyboards write them.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def comma_separated(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV for programs: CR LF, every value in quotes, each exactly as it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows((heads, *rows))
    return out.getvalue()


def for_spreadsheets(table: str) -> str:
    """Return a table of `comma_separated` that computes nothing, with a mark that says UTF-8 to Excel."""
    heads, *rows = ([harmless(value) for value in row] for row in csv.reader(io.StringIO(table, newline="")))
    return f"\ufeff{comma_separated(heads, rows)}"


def harmless(value: str) -> str:
    """Return a value that a spreadsheet shows and does not compute."""
    return f"'{value}" if value.startswith(FORMULA) else value
