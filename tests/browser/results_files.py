"""Files that somebody may choose on the results page: odd and hostile ones, personal ones, and a full one."""

from __future__ import annotations

ROWS = "score,outcome,group\n" + "".join(f"0.{n % 9}5,{int(n % 3 == 0)},{'AB'[n % 2]}\n" for n in range(60))
SAYS = "Of 60 children with a score"


def swapped(*pairs: tuple[str, str], encoding: str = "utf-8") -> bytes:
    """Return the rows with some words in place of others."""
    text = ROWS
    for old, new in pairs:
        text = text.replace(old, new)
    return text.encode(encoding)


CHOOSE = "Choose a score or flag"
ODD = {
    "commas": (swapped(), SAYS),
    "semicolons and decimal commas": (swapped((",", ";"), ("0.", "0,")), SAYS),
    "tabs": (swapped((",", "\t")), SAYS),
    "pipes": (swapped((",", "|")), SAYS),
    "quotes": (swapped(("A\n", '"A, ""x""\n y"\n')), SAYS),
    "a mark": (swapped(encoding="utf-8-sig"), SAYS),
    "UTF-16": (swapped(encoding="utf-16"), SAYS),
    "UTF-16 without a mark": (swapped(encoding="utf-16-be"), SAYS),
    "Latin-1": (swapped(("A\n", "Señor\n"), encoding="latin-1"), SAYS),
    "old Mac lines": (swapped(("\n", "\r")), SAYS),
    "Windows lines": (swapped(("\n", "\r\n")), SAYS),
    "nothing": (b"", "is empty"),
    "spaces": (b" \n\n ,, \n", "is empty"),
    "headings only": (b"score,outcome,group\n", "has headings but no rows"),
    "one class": (swapped((",1,", ",0,")), "it happened for 0"),
    "everybody": (swapped((",0,", ",1,")), "it happened for 60"),
    "no outcome known": (swapped((",0,", ",,"), (",1,", ",,")), CHOOSE),
    "one column": (b"score\n1\n2\n3\n", CHOOSE),
    "headings twice": (swapped(("score,outcome,group", "score,score,score")), SAYS),
    "ragged": (swapped(("B\n", "B,9,9\n")), SAYS),
    "dates": (swapped(("A\n", "2024-01-31\n"), ("B\n", "2024-02-28\n")), SAYS),
    "an open quote": (ROWS.replace("A\n", '"A\n', 1).encode(), CHOOSE),
    "a million columns": (b"a," * 1_000_000 + b"\n1\n", "more than 500 columns"),
    "too many rows": (b"score,outcome\n" + b"1,1\n" * 200_001, "more than 200,000 rows"),
    "formulas": (swapped(("A\n", '"=HYPERLINK(""https://example.org"")"\n')), SAYS),
    "markup": (swapped(("A\n", "<script>alert(1)</script><img src=x onerror=alert(1)>\n")), SAYS),
    "ranks": (("score,outcome\n" + "".join(f"{n},{n % 2}\n" for n in range(60))).encode(), SAYS),
    "a workbook": (b"PK\x03\x04" + b"\0" * 50, "is a workbook"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "is a workbook"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "not a table in plain text"),
}


PERSONAL = [  # a column's head and values
    ("surname", ["Made Up"]),
    ("date_of_birth", ["01/02/2015"]),
    ("x", ["AB1 2CD", "ab12cd", "A1 1AA"]),
    ("y", ["943 476 5919", "9434765919", "943-476-5919"]),
    ("z", ["a@example.org", "b@example.org", "c@example.org"]),
]


def full(rows: int = 700) -> str:
    """Return a file with households, blank and odd groups, scores, flags, and outcomes that nobody knows."""
    lines = ["household,ethnicity,score,flag,outcome"]
    for n in range(rows):
        group = ["A", "B", "", "NOBT", "=1+1"][n % 11 if n % 11 < 5 else n % 2]
        flag, outcome = "yes" if n % 10 > 7 else "no", ["yes", "no", "no", ""][n % 7 % 4]
        lines.append(f"H{n // 2},{group},0.{n % 10},{flag},{outcome}")
    return "\n".join([*lines, ""])


FULL = full()
MANY = "score,outcome,group,household\n" + "".join(
    f"{n % 997 / 997:.4f},{int(n * 7919 % 13 == 0)},G{n % 17},{n // 2}\n" for n in range(200_000)
)
