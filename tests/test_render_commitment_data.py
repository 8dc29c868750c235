"""Badges, JSON, CSV and the feed in memory, and no input that runs: whatever a record says is words everywhere.

tests/built reads them as programs do.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from accord.commitment.text import Commitment
from accord.pages.csv_text import for_spreadsheets
from accord.register.pages import badges, data
from accord.register.pages.feed import feed
from accord.register.published import Published
from accord.register.record import Erased, Record
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.test_encode import VALUES
from tests.test_render_commitment_pages import GONE, generated, tree

SVG, ATOM = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def g() -> Published:
    return made.guidance(made.sample())


def words_of(badge: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(badge).iter(f"{SVG}text")]


@given(VALUES.filter(str.strip))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    """On a badge each is there, in rows that fit; in the feed, which stays well-formed, too."""
    rows = badges.wrapped(name, 16 * 1.06)
    assert "".join("".join(rows).split()) == "".join(name.split())
    g = made.guidance(made.records("any", made.signed("2026-04-01", name, kind="supplier")))
    badge = badges.badge(g.register.by_slug["any"], made.AS_OF)
    assert words_of(badge)[: len(rows)] == [" ".join(row.split()) for row in rows]
    (entry,) = (entry for entry in entries(feed(g)) if "of the Commitment" not in entry["title"])
    assert entry["title"].split() == [*name.split(), "signed", "version", "2.0.0"]


def test_the_data_count_what_is_confirmed(g: Published) -> None:
    told = json.loads(dict(data.files(g))["api/signatories.json"])
    assert (told["count"], told["confirmed"]) == ("10", "7")
    assert [s["slug"] for s in told["signatories"] if s["confirmed"] == "yes"] == [
        "elmouth", "ambleford", "brackwater", "cray", "dunmere", "garth-trust", "toolmaker",
    ]  # fmt: skip
    empty = dict(data.files(made.guidance(texts=Commitment(()))))
    assert json.loads(empty["api/signatories.json"])["signatories"] == []
    assert json.loads(empty["api/versions.json"])["versions"] == []


def entries(text: str) -> list[dict[str, str]]:
    root = ET.fromstring(text.encode())
    return [
        {child.tag.removeprefix(ATOM): child.get("href") or child.text or "" for child in entry}
        for entry in root.iter(f"{ATOM}entry")
    ]


def test_the_feed_has_what_is_confirmed_and_ids_that_stay(g: Published) -> None:
    """Whatever the address, and whatever comes later; what nobody has confirmed is not in it; it ends at a hundred."""
    found = entries(feed(g))
    titles = {entry["title"] for entry in found}
    assert titles >= {"Version 2.0.0 of the Commitment", "Farholt withdrew", f"{made.HOSTILE} signed version 2.0.0"}
    assert not [title for title in titles if "Place 7" in title]
    moved = dataclasses.replace(g, site=g.site.but(address="https://site.example/a"))
    again = entries(feed(moved))
    assert [entry["id"] for entry in again] == [entry["id"] for entry in found]
    assert again[0]["link"] == f"https://site.example/a/{found[0]['link']}"
    late = made.signed("2026-04-01", "Slow", kind="supplier") | {"seen": "2026-11-21"}
    slow = feed(made.guidance([*made.sample(), *made.records("slow", late)]))
    assert entries(slow)[0]["title"].startswith("Slow signed"), "confirmed late, and shown first"
    assert "<updated>2026-11-21T" in slow.partition("<entry>")[0]
    more = made.guidance([*made.sample(), *made.records("later", made.signed("2026-11-20", "Later", kind="supplier"))])
    later = {entry["id"]: entry for entry in entries(feed(more))}
    assert len(later) == len(found) + 1
    assert [later[entry["id"]] for entry in found] == found
    told = [r for n in range(120) for r in made.records(f"body-{n}", made.signed("2026-04-01", f"Body {n}"))]
    assert len(entries(feed(made.guidance(told)))) == 100


# Each calls alert where it runs: as HTML, in an attribute, in a title, SVG, CDATA, a comment, a template, an address.
EVIL = (
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


def hostile(values: Sequence[str] = EVIL) -> list[Record]:
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


def erased(values: Sequence[str] = EVIL) -> list[Erased]:
    return [dataclasses.replace(GONE, signatory=f"gone-{n}", ground=value) for n, value in enumerate(values)]


def text(page: Any) -> str:
    return " ".join("".join(page.itertext()).split())


def shape(page: str) -> list[tuple[str, list[str]]]:
    """Return each element with the names of its attributes."""
    return [(str(element.tag), sorted(map(str, element.keys()))) for element in tree(page).iter()]


def test_no_value_is_anything_but_words() -> None:
    """Pages have the elements and attributes that they have with plain words, and show the value as typed.

    XML is well-formed, JSON and CSV read back, and no cell of the CSV is a formula.
    """
    values = (*EVIL, "plain")
    g = made.guidance(hostile(values), erased(values))
    site = generated(g) | {"register.html": made.shell("").replace("@@accord-body@@", MACROS["register"](g, "", ""))}
    for name, page in site.items():
        if name.endswith(".html"):
            plain = shape(site[re.sub("(evil|over|gone)-[0-9]+", rf"\1-{len(EVIL)}", name)])
            assert shape(page) == plain, name
            assert not [key for _, keys in plain for key in keys if key.startswith("on") or key == "style"], name
            assert not {tag for tag, _ in plain} & {"script", "style", "iframe"}, name
        elif name.endswith((".svg", ".xml")):
            ET.fromstring(page)
        elif name.endswith(".json"):
            json.loads(page)
    for number, value in enumerate(EVIL):
        shown = tree(site[f"commitment/signatories/evil-{number}/index.html"])
        assert shown.find(".//h1").text == value
        told, written = text(shown), text(tree(site[f"commitment/signatories/evil-{number}/letter/index.html"]))
        assert min(told.count(value), written.count(value)) > 3
        assert f"{value} {number} (corrected)" in told
    assert {each["name"] for each in json.loads(site["api/signatories.json"])["signatories"]} >= set(EVIL)
    table = for_spreadsheets(site["api/signatories.csv"])
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
