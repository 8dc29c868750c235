"""No input that runs: values of records that are written to break out are words on every generated page."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from accord.pages.csv_text import for_spreadsheets
from accord.register.record import Erased, Record
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.test_render_commitment_pages import GONE, generated, tree

# Each calls alert where it runs: as HTML, in an attribute, in a title, SVG, CDATA, a comment, a template, an address.
VALUES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)' x='",
    "</title></textarea></style></script><svg onload=alert(1)>",
    "--><script>alert(1)</script><!--",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script><![CDATA[",
    "{{ alert(1) }}${alert(1)}#{alert(1)}<%= alert(1) %>",
    "[x](javascript:alert(1)) `--8<-- x` {: onclick=alert(1) } &#60;script&#62;alert(1)",
    "=HYPERLINK(\"https://evil.example\") @@accord-body@@ \\u003cscript\\u003ealert(1)",
    "::error::x ##[error]x ##vso[task.complete]",
)  # fmt: skip
LINKS = ("https://council.example/?a='onmouseover=alert(1)//", "https://council.example/#{alert(1)}&lt;svg")


def hostile(values: Sequence[str] = VALUES) -> list[Record]:
    """Return, for each value, two signatories that have it in every field that takes words; one has withdrawn."""
    found = []
    for number, value in enumerate(values):
        link = LINKS[number % 2]
        signing = made.signed("2026-04-01", value, kind="supplier", decision_url=link, url=link, seen="2026-04-03",
                              **{"role": value, "reserves_care-2": value, "statement": value})  # fmt: skip
        review = {**made.reviewed("2026-10-01", respect_1="partly"), "role": value, "statement": value, "url": link}
        review |= {"respect-1_why": value, "respect-1_evidence": link}
        fix = {"event": "corrected", "date": "2026-10-02", "target": "0", "field": "role", "value": f"{value} {number}"}
        end = {"event": "withdrawn", "date": "2026-10-03", "role": value, "reason": value}
        found += made.records(f"evil-{number}", signing, review, {**fix, "reason": value})
        found += made.records(f"over-{number}", signing, review, end)
    return found


def erased(values: Sequence[str] = VALUES) -> list[Erased]:
    return [dataclasses.replace(GONE, signatory=f"gone-{n}", ground=value) for n, value in enumerate(values)]


def shape(page: str) -> list[tuple[str, list[str]]]:
    """Return each element with the names of its attributes."""
    return [(str(element.tag), sorted(map(str, element.keys()))) for element in tree(page).iter()]


def test_no_value_is_anything_but_words() -> None:
    """Pages have the elements and attributes that they have with plain words, and show the value as typed.

    XML is well-formed, JSON and CSV read back, and no cell of the CSV is a formula.
    """
    values = (*VALUES, "plain")
    g = made.guidance(hostile(values), erased(values))
    site = generated(g) | {"register.html": made.shell("").replace("@@accord-body@@", MACROS["register"](g, "", ""))}
    for name, page in site.items():
        if name.endswith(".html"):
            plain = shape(site[re.sub("(evil|over|gone)-[0-9]+", rf"\1-{len(VALUES)}", name)])
            assert shape(page) == plain, name
            assert not [key for _, keys in plain for key in keys if key.startswith("on") or key == "style"], name
            assert not {tag for tag, _ in plain} & {"script", "style", "iframe"}, name
        elif name.endswith((".svg", ".xml")):
            ET.fromstring(page)
        elif name.endswith(".json"):
            json.loads(page)
    for number, value in enumerate(VALUES):
        shown = tree(site[f"commitment/signatories/evil-{number}/index.html"])
        assert shown.find(".//h1").text == value
        told = " ".join("".join(shown.itertext()).split())
        assert told.count(value) > 3
        assert f"{value} {number} (corrected)" in told
    assert {each["name"] for each in json.loads(site["api/signatories.json"])["signatories"]} >= set(VALUES)
    table = for_spreadsheets(site["api/signatories.csv"])
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
