"""A letter says of a signatory what its records say, in each standing, and asks what the signatory's page asks."""

import html
import re
from typing import Any

import pytest
import yaml

from accord.families import letter, letter_words
from accord.pages.frame import Frames
from accord.register.pages import questions
from accord.register.standing import STATES
from accord.site.macros import MACROS
from accord.site.workspace import open_checked
from tests import render_commitment as made
from tests import support
from tests.test_render_commitment_pages import GONE, SHOWN, generated, text, tree

REGISTER = "This is what the public register says, as at 22 November 2026"
SAID: dict[str, Any] = yaml.load((support.HERE / "letters.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def words(*told: dict[str, str], slug: str = "cray", holder: str = "", own: str = "") -> str:
    """Return the words of the letter to `slug`; the records are the holder's, or else its own."""
    erased = (GONE,) if slug == "hollow" else ()
    site = generated(made.guidance(made.records(holder or slug, *told), erased, own=own))
    return text(site[f"commitment/signatories/{slug}/letter/index.html"])


def record(event: str, day: str, fields: dict[str, str]) -> dict[str, str]:
    match event:
        case "signed":
            return made.signed(day, "", **fields)
        case "reviewed":
            seen, shown = fields.pop("seen", day), SHOWN if fields.pop("shown", "") else {}
            return made.reviewed(day, **fields) | shown | {"seen": seen}
    return made.WITHDRAWN | {"date": day} | fields


@pytest.mark.parametrize("name", SAID)
def test_each_standing_has_its_own_sentences(name: str) -> None:
    """What is said is true where the signatory stands, and what would not be true is not said."""
    case = SAID[name]
    acts = [list(each.items()) for each in case["records"]]
    told = [record(event, day, dict(fields)) for (event, day), *fields in acts]
    shown = words(*told, **{key: case[key] for key in ("slug", "holder", "own") if key in case})
    assert not [sentence for sentence in (*case["says"], REGISTER) if sentence not in shown], shown
    assert not [sentence for sentence in case["never"] if sentence in shown], shown


def test_every_state_was_looked_at() -> None:
    """No standing is without a case here: a new one needs words of its own."""
    assert {*SAID} >= {*STATES}


def test_the_general_letter_is_complete() -> None:
    """Every topic's questions, every right with its sources and limit, both requests, and what comes next.

    It says nothing bad of a council that has not signed.
    """
    g = open_checked(support.ROOT).guidance
    shown = text(MACROS["letter"](g, "../../", ""))
    wanted = [
        "Not signing says nothing about how you work with families.",
        "[your name",
        *g.letter.council_asks,
        *(step.title for step in g.letter.after),
    ]
    for topic in g.letter.topics:
        wanted += [*(g.entries[name].label for name in topic.questions), *topic.asks]
    for right in g.letter.rights:
        wanted += [f"{right.title}.", *right.text, right.limit]
        wanted += [f"{g.source_by_id[name].cite}, " for name in right.sources]
    assert [words for words in wanted if words not in shown] == []
    bad = ("You promised", "Your review", "failed", "refused", "has not signed")
    assert [words for words in bad if words in shown] == []
    assert shown.count("[name of your council]") == 2


def test_every_right_is_offered_by_a_topic_or_by_the_short_request() -> None:
    """A right that no topic names would vanish as soon as somebody chose a topic."""
    g = open_checked(support.ROOT).guidance
    named = {name for topic in g.letter.topics for name in topic.rights}
    rest = [right for right in g.letter.rights if right.id not in named]
    assert [right.sources for right in rest] == [("foia-2000",)]


@pytest.mark.parametrize("kind", ["local-authority", "childrens-trust", "organisation", "supplier"])
def test_only_a_council_gets_a_request_for_information(kind: str) -> None:
    shown = words(made.signed("2026-08-01", "Cray", kind=kind))
    council = kind == "local-authority"
    assert ("under the Freedom of Information Act 2000" in shown) == council
    assert ("They speak of councils. Ask an adviser" in shown) == (not council)
    assert ("To: children’s services, Cray" in shown) == council
    assert f"the digest of version 2.0.0 is {made.commitment().by_number['2.0.0'].digest}" in shown


def test_the_letter_asks_what_the_page_asks() -> None:
    """One source for both: each question of a signatory's page stands in its letter, and the page leads there."""
    g = made.guidance(made.sample())
    site = generated(g)
    asked = 0
    for s in g.register.signatories:
        signing = s.standing.signing
        version = g.commitment.by_number.get(signing.get("version")) if signing else None
        wanted = [*questions.general(s, made.AS_OF), *(question for _, question in questions.by_clause(s, version))]
        shown = text(site[f"commitment/signatories/{s.slug}/letter/index.html"])
        assert not [each for each in wanted if html.unescape(re.sub("<[^>]+>", "", each)) not in shown], s.slug
        own = tree(site[f"commitment/signatories/{s.slug}/index.html"])
        assert "letter/" in [link.get("href") for link in own.iter("a")]
        asked += len(wanted)
    assert asked > 10


def test_letters_are_filled_into_one_frame() -> None:
    """The theme is asked once for all letters, and what they share is made once: ten thousand stay cheap."""
    asked: list[str] = []

    def shell(base: str) -> str:
        asked.append(base)
        return made.shell(base)

    g = made.guidance(made.sample())
    listed = list(letter.pages(g, Frames(shell)))
    assert len(listed) == len(g.register.signatories) > 5
    assert asked == [letter.BASE]
    assert letter_words.PROMISED in "".join(page for _, page in listed)
