"""What is proposed, and who was asked: old beside new, how to answer, what people said, and each consultation whole."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from accord.commitment.rules.consultations import GROUPS
from accord.commitment.text import Commitment
from accord.register.pages import pages, versions, words
from accord.register.pages.proposed import CLASSES, OUTCOMES
from accord.register.published import Published
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.support import element

TEXTS = made.commitment()
NEWEST = TEXTS.versions[-1].text
WORDS = "Before we use or test a tool, we will tell families and children in short words."
CHANGED = tuple(made.clause("Respect", 2, WORDS) if c.id == "respect-2" else c for c in made.SECOND)
DRAFT = made.text("The made-up promise", made.LEAD.replace("in public", "in the open"), CHANGED)
SAID = {"clause": "respect-2", "amendment": "substantive", "what": "Shorter.", "why": made.HOSTILE,
        "signatories": "Write less.", "families": "Read less.", "suppliers": made.HOSTILE}  # fmt: skip
WHY = element("consultation", path="data/consultations/3.0.0.yml", changes=[SAID])
HOSTILE_VOICE = dict.fromkeys(  # what the check would refuse
    ("who", "organisation", "said", "quote", "permission", "why"), made.HOSTILE
)
VOICES = (
    element("suggestion", path="data/suggestions/2026-01-01-a.yml", date="2026-01-01", group="others", outcome="not",
            version="2.0.0", agreed="2026-01-02", about=("respect-2", "care-1"), **HOSTILE_VOICE),
    element("suggestion", path="data/suggestions/2026-02-01-b.yml", date="2026-02-01", group="families",
            outcome="waiting", who="A panel", said="They asked for pictures."),
)  # fmt: skip


def page(**changed: Any) -> str:
    g = dataclasses.replace(
        made.guidance(changed.pop("records", ())), commitment=Commitment(TEXTS.versions, DRAFT), consultations=(WHY,)
    )
    return MACROS["commitment_proposed"](dataclasses.replace(g, **changed), "../../", "")


def plain(shown: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", shown)).split())


def test_old_stands_beside_new() -> None:
    """Each side has its own words whole: what goes is marked in the one, what comes in the other."""
    shown = page()
    sides = re.findall(r'<p class="beside__words">(.*?)</p>', shown)
    bare = [re.sub(r"\[(removed|added): ?", "", plain(side)).replace(" ]", "") for side in sides]
    assert len(sides) == 4  # a clause, and the lead
    for side, text in zip(
        bare, (NEWEST.by_id["respect-2"].words, WORDS, made.LEAD, DRAFT.blocks[1].words), strict=True
    ):
        assert side.split() == text.replace("*", "").split()
    assert all("<ins>" not in side for side in sides[::2])
    assert all("<del>" not in side for side in sides[1::2])
    assert "<del>" in sides[0]
    assert "<ins>" in sides[1]


def test_what_is_said_of_a_change_and_what_is_not() -> None:
    """The class, the reason and whom it touches; a change that nobody explained says so; the number follows."""
    told = plain(page())
    assert "2 changes are proposed, which would make version 3.0.0." in told
    assert CLASSES["substantive"] in told
    assert "Shorter." in told
    assert "Outside the promises. Nothing says yet what this is for." in told
    lead = {"text": "We promise this in the", "amendment": "clarifying", "what": "Open.", "why": "Same."}
    one = element("consultation", path=WHY.path, changes=[SAID, lead])
    assert "which would make version 3.0.0." in plain(page(consultations=(one,)))
    both = element("consultation", path=WHY.path, changes=[SAID | {"amendment": "clarifying"}, lead])
    told = plain(page(consultations=(both,)))
    assert "which would make version 2.1.0." in told
    assert "nobody would have to sign again" in told
    signed = plain(page(records=made.sample(), consultations=(both,)))
    assert "Signatures would carry over." in signed
    assert "Each would decide whether to sign again." in plain(page(records=made.sample()))
    assert "A changed word counts as substantive unless two stewards publish a reason." in told


def test_nothing_is_proposed_and_nobody_said_anything() -> None:
    """A draft that is the newest version proposes nothing, and the page still says how to speak."""
    for draft in (NEWEST, None):
        told = plain(page(commitment=Commitment(TEXTS.versions, draft)))
        assert "No change is proposed today." in told
        assert "Say what you think" in told
        assert "Nobody has said anything yet." in told
    assert "No change is proposed today." in plain(page(commitment=Commitment((), DRAFT)))


def test_what_people_said_and_what_came_of_it() -> None:
    """Newest first, counted by what came of it, and each with all that its file holds."""
    shown = page(suggestions=VOICES)
    told = html.unescape(shown)
    assert "2 suggestions, newest first. Waiting for an answer: 1; Not taken up: 1." in plain(shown)
    assert told.index("They asked for pictures.") < told.index("1 January 2026")
    assert "agreed on 2 January 2026 to be named" in told
    assert "The text as a whole" in told
    much = element("consultation", path="data/consultations/2.0.0.yml", said="Much.")
    g = dataclasses.replace(made.guidance(), suggestions=VOICES, consultations=(much, WHY))
    versions = MACROS["commitment_versions"](g, "../../", "")
    assert "1 suggestion has its answer in this version" in versions
    assert "What is proposed</a> shows the old words beside the new." in versions


def test_hostile_words_stay_words() -> None:
    """Nothing that is typed becomes markup, a template or Markdown, whatever the check would have let through."""
    shown = page(suggestions=VOICES)
    assert "<script" not in shown
    assert "{{" not in shown
    assert "](" not in shown
    for before, after in pairwise(shown.split("\n\n")):  # an empty line would end the HTML
        assert before.split("\n")[-1].startswith("## ") or after.startswith("## ")
    assert html.unescape(shown).count("alert(1)") == 9  # why, suppliers; organisation thrice, and the rest


def test_an_address_only_where_there_is_one() -> None:
    for contact, repository, links in (
        ("Nobody answers yet.", "", []),
        ("Write to a@b.example.", "", ["mailto:a@b.example"]),
        ("Nobody.", "https://git.example/x/", ["https://git.example/x/issues/new"]),
    ):
        told = page(site=made.guidance().site.but(contact=contact, repository=repository))
        way = told[told.index("Say what you think") : told.index("What people said")]
        assert [html.unescape(link) for link in re.findall(r'href="([^"]+)"', way) if ":" in link] == links
        assert "contributing/report/" in way


def test_a_promise_says_that_a_change_is_proposed() -> None:
    g: Published = dataclasses.replace(made.guidance(), commitment=Commitment(TEXTS.versions, DRAFT))
    assert "commitment/proposed/#respect-2" in MACROS["promise"](g, "../../", "respect-2")
    assert "is proposed" not in MACROS["promise"](g, "../../", "respect-1")
    assert {each.outcome for each in VOICES} < OUTCOMES.keys()


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
