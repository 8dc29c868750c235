"""Badges, JSON, CSV and the feed: readable by the usual programs, with nothing lost and nothing that runs."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from itertools import pairwise
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given

from accord.commitment.text import Commitment
from accord.pages import csv_text
from accord.register.pages import badges, data
from accord.register.pages.feed import feed
from accord.register.published import Published
from tests import render_commitment as made
from tests.test_encode import VALUES

SVG, ATOM = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def g() -> Published:
    return made.guidance(made.sample())


def words_of(badge: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(badge).iter(f"{SVG}text")]


def test_a_badge_for_each_that_was_ever_confirmed(g: Published) -> None:
    made_for = dict(badges.badges(g.register))
    assert "badges/place-7.svg" not in made_for  # what nobody has confirmed
    assert "badges/new-hale.svg" not in made_for
    for badge in made_for.values():
        root = ET.fromstring(badge)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "title", "desc", "rect", "g", "circle", "path", "text",
        }  # fmt: skip
        assert "As at 22 November 2026" in words_of(badge)
        assert root.get("width") == "320"
    assert words_of(made_for["badges/farholt.svg"])[1:] == [
        "Withdrawn", "Signed 1.1.0 on 1 May 2024", "Withdrew on 5 January 2025", "As at 22 November 2026",
    ]  # fmt: skip
    assert "Signed 2.0.0 on 1 April 2026" in words_of(made_for["badges/ambleford.svg"])


@given(VALUES.filter(str.strip))
def test_a_badge_loses_no_letter(name: str) -> None:
    """However long a name is, each letter is there, in rows that fit."""
    rows = badges.wrapped(name, 16 * 1.06)
    assert "".join("".join(rows).split()) == "".join(name.split())
    signed = made.records("any", made.signed("2026-04-01", name, kind="supplier"))
    badge = badges.badge(made.guidance(signed).register.by_slug["any"], made.AS_OF)
    assert words_of(badge)[: len(rows)] == [" ".join(row.split()) for row in badges.wrapped(name, 16 * 1.06)]


def test_the_api_fits_its_schemas(g: Published) -> None:
    files = dict(data.files(g))
    for name in ("versions", "signatories"):
        schema = json.loads(files[f"api/schema/{name}.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(json.loads(files[f"api/{name}.json"]), schema)
        assert schema == data.schema(name)
    listed = json.loads(files["api/signatories.json"])
    assert listed["count"] == "10"
    assert listed["confirmed"] == "7"
    assert [s["slug"] for s in listed["signatories"] if s["confirmed"] == "yes"] == [
        "elmouth", "ambleford", "brackwater", "cray", "dunmere", "garth-trust", "toolmaker",
    ]  # fmt: skip
    assert json.loads(files["api/versions.json"])["versions"][0]["clauses"][0]["id"] == "respect-1"


def test_an_empty_register_is_still_data() -> None:
    files = dict(data.files(made.guidance(texts=Commitment(()))))
    assert json.loads(files["api/signatories.json"])["signatories"] == []
    assert json.loads(files["api/versions.json"])["versions"] == []


def test_csv_reads_back_the_same(g: Published) -> None:
    files = dict(data.files(g))
    raw = files["api/signatories.csv"]
    assert raw.count("\r\n") == raw.count("\n") == 11
    listed = list(csv.DictReader(io.StringIO(raw, newline="")))
    told = json.loads(files["api/signatories.json"])["signatories"]
    assert [{key: value for key, value in row.items() if value} for row in listed] == told


@pytest.mark.parametrize("value", ["=1+1", "+44", "-1", "@sum", "\tx", "\rx"])
def test_csv_holds_no_formula(value: str) -> None:
    assert csv_text.harmless(value) == f"'{value}"
    assert csv_text.harmless(f"a{value}") == f"a{value}"
    assert f'"\'{value}"' in data.table([{"slug": "x", "name": value}])


def entries(text: str) -> list[dict[str, str]]:
    root = ET.fromstring(text.encode())
    return [
        {child.tag.removeprefix(ATOM): child.get("href") or child.text or "" for child in entry}
        for entry in root.iter(f"{ATOM}entry")
    ]


def test_the_feed_has_what_atom_needs(g: Published) -> None:
    """Ids stay whatever the address; the newest comes first; what nobody has confirmed is not in it."""
    found = entries(feed(g))
    assert all(set(entry) == {"id", "title", "updated", "link", "summary"} for entry in found)
    assert all(entry["id"].startswith("urn:uuid:") and entry["updated"].endswith("T00:00:00Z") for entry in found)
    assert len({entry["id"] for entry in found}) == len(found)
    assert all(one["updated"] >= other["updated"] for one, other in pairwise(found))
    titles = [entry["title"] for entry in found]
    assert [title for title in titles if made.HOSTILE in title] == [f"{made.HOSTILE} signed version 2.0.0"]
    assert not [title for title in titles if "Place 7" in title]
    assert "Version 2.0.0 of the Commitment" in titles
    assert "Farholt withdrew" in titles
    moved = dataclasses.replace(g, site=dataclasses.replace(g.site, address="https://site.example/a"))
    again = entries(feed(moved))
    assert [entry["id"] for entry in again] == [entry["id"] for entry in found]
    assert again[0]["link"] == f"https://site.example/a/{found[0]['link']}"
    root = ET.fromstring(feed(g).encode())
    assert {child.tag.removeprefix(ATOM) for child in root} >= {"id", "title", "updated", "author", "link", "entry"}
    assert "xml:base" not in feed(g)


def test_the_feed_ends_at_a_hundred() -> None:
    told = [r for n in range(120) for r in made.records(f"body-{n}", made.signed("2026-04-01", f"Body {n}"))]
    assert len(entries(feed(made.guidance(told)))) == 100


@given(VALUES.filter(str.strip))
def test_the_feed_is_well_formed_whatever_the_name(name: str) -> None:
    told = made.records("any", made.signed("2026-04-01", name, kind="supplier"))
    (entry,) = (entry for entry in entries(feed(made.guidance(told))) if "of the Commitment" not in entry["title"])
    assert entry["title"].split() == [*name.split(), "signed", "version", "2.0.0"]
