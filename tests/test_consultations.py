"""What readers are told of consultations: each one whole, and the groups wherever a version is shown."""

from __future__ import annotations

import dataclasses
import html
import json
from pathlib import Path

import pytest

from accord.commitment.rules.consultations import GROUPS
from accord.register.pages import pages, versions, words
from accord.register.published import Published
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.support import element

WHOLE = element(
    "consultation",
    path="data/consultations/2.0.0.yml",
    opened="2024-09-09",
    closed="2025-02-28",
    asked=[{"group": "families", "who": who} for who in ("Those <b>we</b> met.", "And others.")],
    said="They wanted answers sooner.",
    unchanged="Not within a day, because nobody could keep that.",
    url="https://example.org/said",
)
NOBODY = element(
    "consultation", path="data/consultations/1.0.0.yml", said="Nobody was asked, because nobody was there yet."
)
HURRIED = element("consultation", path="data/consultations/1.1.0.yml", emergency="The words did harm.")
NEXT = element("consultation", path="data/consultations/10.0.0.yml", opened="2026-11-01")


@pytest.fixture(scope="module")
def g() -> Published:
    return dataclasses.replace(made.guidance(), consultations=(NOBODY, HURRIED, NEXT, WHOLE))


def test_each_is_shown_whole(g: Published) -> None:
    shown = html.unescape(MACROS["commitment_versions"](g, "../../", ""))
    for each in g.consultations:
        for value in (each.said, each.unchanged, each.url, each.emergency, *(one.who for one in each.asked)):
            assert value in shown
    assert "<b>we</b>" not in MACROS["commitment_versions"](g, "../../", "")
    assert "\n\n" not in MACROS["commitment_versions"](g, "../../", "")  # an empty line would end the HTML
    assert [number for number, _, _ in versions.listed(g)] == ["10.0.0", "2.0.0", "1.1.0", "1.0.0"]
    assert "Version 10.0.0, not published yet" in shown


def test_every_group_has_words(root: Path, g: Published) -> None:
    """The schema's groups, the rule's and those that readers see are the same."""
    schema = json.loads((root / "data" / "schema" / "consultation.json").read_text(encoding="utf-8"))
    groups = schema["properties"]["asked"]["items"]["properties"]["group"]["enum"]
    assert groups == [*GROUPS] == [*words.GROUPS]
    assert versions.asked(g, g.commitment.by_number["2.0.0"]) == "Families and young people"
    assert versions.asked(g, g.commitment.by_number["1.0.0"]) == "Nobody"
    assert versions.asked(made.guidance(), made.commitment().versions[0]) == "Nobody"


def test_a_version_says_who_was_asked(g: Published) -> None:
    site = dict(pages.generated(g, made.shell))
    assert "Families and young people. <a" in site["commitment/2.0.0/index.html"]
    assert "Nobody. <a" in site["commitment/1.0.0/index.html"]
    assert "Families and young people. <a" in MACROS["commitment_status"](g, "../", "")
