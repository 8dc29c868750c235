"""Badges, JSON, CSV and the feed in memory: nothing lost, whatever a name is. tests/built reads them as programs do."""

from __future__ import annotations

import dataclasses
import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from accord.commitment.text import Commitment
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
    more = made.guidance([*made.sample(), *made.records("later", made.signed("2026-11-20", "Later", kind="supplier"))])
    later = {entry["id"]: entry for entry in entries(feed(more))}
    assert len(later) == len(found) + 1
    assert [later[entry["id"]] for entry in found] == found
    told = [r for n in range(120) for r in made.records(f"body-{n}", made.signed("2026-04-01", f"Body {n}"))]
    assert len(entries(feed(made.guidance(told)))) == 100
