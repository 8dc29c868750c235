"""Tables to take away as CSV (RFC 4180). docs/assets/table/csv.js writes the same for the rows that a page shows.

A spreadsheet computes what starts with certain signs, so such a value gets an apostrophe before it (OWASP, "CSV
Injection").
"""

import csv
import io
from collections.abc import Iterable, Sequence

# The last four: full width, as East Asian keyboards write them.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def comma_separated(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV: CR LF, every value in quotes, none that a spreadsheet would compute."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(value) for value in row] for row in (heads, *rows))
    return out.getvalue()


def harmless(value: str) -> str:
    """Return a value that a spreadsheet shows and does not compute."""
    return f"'{value}" if value.startswith(FORMULA) else value
