"""A letter says of a signatory what its records say, in each standing, and asks what the signatory's page asks."""

from __future__ import annotations

import html
import re

import pytest

from accord.families import letter, letter_words
from accord.pages.frame import Frames
from accord.register.pages import pages, questions
from accord.register.published import Published
from accord.register.record import Erased
from accord.register.standing import STATES
from accord.site.macros import MACROS
from accord.site.workspace import open_checked
from tests import render_commitment as made
from tests import support
from tests.test_render_commitment_pages import GONE, NOT_YET, RESERVING, SHOWN, WITHDRAWN, text, tree

PROMISED = "You promised (Respect 1, Short title of respect-1): “We will keep a public list of every tool."
NAMED = "The text that the record names says (Respect 1"
PAST = "The text that you signed then says (Respect 1"
REGISTER = "This is what the public register says, as at 22 November 2026"
NEUTRAL = "Not signing says nothing about how you work with families."


def everything(g: Published) -> dict[str, str]:
    """Return every page of the register, and the letters."""
    return {**dict(pages.generated(g, made.shell)), **dict(letter.pages(g, Frames(made.shell)))}


def signed(day: str, number: str = "2.0.0", **more: str) -> dict[str, str]:
    return made.signed(day, "Cray", number, **more)


def words(*told: dict[str, str], slug: str = "cray", holder: str = "cray", erased: tuple[Erased, ...] = (),
          own: str = "") -> str:  # fmt: skip
    """Return the words of the letter to `slug`; the records are the holder's."""
    site = everything(made.guidance(made.records(holder, *told), erased, own=own))
    return text(site[f"commitment/signatories/{slug}/letter/index.html"])


OLD = (signed("2024-08-01", "1.1.0", seen="2024-08-02"),)
NEW = (signed("2026-08-01", seen="2026-08-02"),)
SAID = {
    "waiting": (
        (signed("2026-09-01", seen=""), made.reviewed("2026-10-01", **NOT_YET) | {"seen": ""}),
        ("A record of 1 September 2026 says that you signed version 2.0.0 of the Commitment. It is not confirmed yet.",
         NAMED, "Which public page or minute shows that you signed?"),
        ("You signed", "You promised", "You published", "Your review of"),
    ),
    "signed": (
        NEW,
        ("You signed version 2.0.0 of the Commitment on 1 August 2026. A steward of the register confirmed this on "
         "2 August 2026. You have published no review since you signed.", PROMISED, "You have not reported"),
        ("set apart", "lapsed", "Your review of"),
    ),
    "answered": (
        (*NEW, made.reviewed("2026-10-01", **NOT_YET)),
        ("Your newest review is of 1 October 2026.",
         "Your review of 1 October 2026 answers: “Not yet kept”. You wrote: “We are late with care-1, and here is "
         "why.” You said that you do not keep this yet. What is in the way",
         "Your review of 1 October 2026 answers: “Kept”. You pointed to: https://council.example/list?a=1&b=2",
         "Your review of 1 October 2026 answers: “Kept”. You gave no link that shows it.",
         "Other promises that I ask about"),
        ("published no review",),
    ),
    "all kept": (
        (*NEW, made.reviewed("2026-10-01") | SHOWN),
        ("Your newest review is of 1 October 2026.", "You pointed to:"),
        ("gave no link", "without a link", "I ask:", "Other promises"),
    ),
    "set apart": (
        (signed("2026-08-01", **RESERVING, seen="2026-08-02"),),
        ("You left one promise out when you signed. It is marked below.",
         "The text says (Care 2, Short title of care-2)",
         "You left this promise out when you signed. You wrote: “We share our tools.”", "What would have to change"),
        ("You promised (Care 2",),
    ),
    "set apart twice": (
        (signed("2026-08-01", **RESERVING, **{"reserves_respect-2": "No time."}, seen="2026-08-02"),),
        ("You left out 2 promises when you signed. Those that I ask about are marked below.", "You wrote: “No time.”"),
        ("You promised (Respect 2",),
    ),
    "review-due": (
        (signed("2025-10-01", "2.0.0", seen="2025-10-02"),),
        ("Your review was due on 1 October 2026.", "You have published no review since you signed.", PROMISED),
        ("lapsed",),
    ),
    "to-sign-again": (
        (*OLD, made.reviewed("2026-08-01", "1.1.0")),
        ("What is promised has changed since. The register has no confirmed signature of yours on the newer text.",
         PROMISED, "When will you decide about the newer text?"),
        ("lapsed",),
    ),
    "lapsed": (
        OLD,
        ("You published no review for two years. So your signature lapsed on 1 August 2026.",
         "Do you still mean to keep these promises?"),
        ("since you signed.",),
    ),
    "withdrawn": (
        (*NEW, WITHDRAWN),
        ("You withdrew on 2 October 2026. So it is not your promise today. The reason given: “We stopped.”", PAST),
        ("You promised", "Your review of"),
    ),
    "withdrawn, and nobody has confirmed it": (
        (*NEW, WITHDRAWN | {"seen": ""}),
        ("You signed version 2.0.0 of the Commitment on 1 August 2026.", PROMISED),
        ("You withdrew", "We stopped.", PAST),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_each_standing_has_its_own_sentences(name: str) -> None:
    """What is said is true where it stands, and what would not be true is not said."""
    told, said, unsaid = SAID[name]
    shown = words(*(dict(fields) for fields in told), own="cray" if name == "waiting" else "")
    assert not [sentence for sentence in (*said, REGISTER) if sentence not in shown], shown
    assert not [sentence for sentence in unsaid if sentence in shown], shown


# A council that ended, the one that takes over from it, and one whose record was erased: the slug, and what is said.
OTHERS = {
    "succeeded": (
        "old-hale",
        ("Since 1 April 2025 you are followed by: New Hale.", PAST,
         "This organisation is followed by: New Hale. Send your letter there."),
    ),
    "inherits": (
        "new-hale",
        ("You have not signed the Commitment yourself. You take over from Old Hale, with the promises.",
         "Do you keep the promises that you take over?"),
    ),
    "erased": ("hollow", ("A record that said you had signed was erased. So I do not know whether you signed.",)),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_no_promise_is_quoted_of_a_council_that_made_none(name: str) -> None:
    slug, said = OTHERS[name]
    told = () if name == "erased" else (made.signed("2024-06-01", "", "1.1.0"),)
    shown = words(*told, slug=slug, holder="old-hale", erased=(GONE,) if name == "erased" else ())
    assert not [sentence for sentence in said if sentence not in shown], shown
    assert "You promised" not in shown


def test_every_state_was_looked_at() -> None:
    """No standing is without a case here: a new one needs words of its own."""
    assert {*SAID, *OTHERS} >= {*STATES}


def test_the_general_letter_is_complete() -> None:
    """Every topic's questions, every right with its sources and limit, both requests, and what comes next.

    It says nothing bad of a council that has not signed.
    """
    g = open_checked(support.ROOT).guidance
    assert g.letter is not None
    shown = text(MACROS["letter"](g, "../../", ""))
    wanted = [NEUTRAL, "[your name", *g.letter.council_asks, *(step.title for step in g.letter.after)]
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
    assert g.letter is not None
    named = {name for topic in g.letter.topics for name in topic.rights}
    rest = [right for right in g.letter.rights if right.id not in named]
    assert [right.sources for right in rest] == [("foia-2000",)]


@pytest.mark.parametrize("kind", ["local-authority", "childrens-trust", "organisation", "supplier"])
def test_only_a_council_gets_a_request_for_information(kind: str) -> None:
    shown = words(signed("2026-08-01", kind=kind))
    council = kind == "local-authority"
    assert ("under the Freedom of Information Act 2000" in shown) == council
    assert ("They speak of councils. Ask an adviser" in shown) == (not council)
    assert ("To: children’s services, Cray" in shown) == council


def test_the_letter_asks_what_the_page_asks() -> None:
    """One source for both: each question of a signatory's page stands in its letter, and the page leads there."""
    g = made.guidance(made.sample())
    site = everything(g)
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


def test_the_exact_version_is_named() -> None:
    version = made.commitment().by_number["2.0.0"]
    shown = words(*(dict(fields) for fields in NEW))
    assert f"the digest of version 2.0.0 is {version.digest}" in shown


def test_a_hostile_name_is_shown_as_typed() -> None:
    """Nothing that a record holds is read as HTML, Markdown or a template."""
    told = made.signed("2026-08-01", made.HOSTILE, kind="organisation", **RESERVING | {"reserves_care-2": made.HOSTILE})
    site = everything(made.guidance(made.records("evil", told)))
    page = site["commitment/signatories/evil/letter/index.html"]
    assert text(page).count(made.HOSTILE) > 3
    assert "<script" not in page.lower()


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
