"""Sentences on a signatory's page are true where they stand: what waits is no promise, an ending ends the questions."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from accord.guidance.pages import search_words
from accord.pages.view import View
from accord.register.pages import pages, words
from accord.register.pages.register import ordered, parts
from accord.register.record import Erased, Record
from accord.register.register import Register
from accord.site.macros import MACROS
from accord.site.mkdocs_hook import parts_of_text
from accord.site.workspace import open_checked
from tests import render_commitment as made
from tests import support
from tests.test_render_commitment_pages import of, text

OWN = ("You said", "You set", "You have not reported", "It did not make these promises", "the signatory’s own")
RESERVING = {"reserves_care-2": "We share our tools."}
SHOWN = {f"{clause.id}_evidence": "https://council.example/review" for clause in made.SECOND}
NOT_YET = {"care_1": "not-yet"}
WITHDRAWN = {"event": "withdrawn", "date": "2026-10-02", "role": "Cabinet", "reason": "We stopped."}
GONE = Erased(
    "commitment/signatories/hollow/2026-01-02-signed.yml", "signed", "hollow", date(2026, 1, 2), 1,
    f"sha256:{'a' * 64}", date(2026, 2, 3), "It named a person.",
)  # fmt: skip


def page(*told: dict[str, str], own: str = "") -> str:
    return of(dict(pages.generated(made.guidance(made.records("cray", *told), own=own), made.shell)), "cray")


def signed(day: str, number: str = "2.0.0", **more: str) -> dict[str, str]:
    return made.signed(day, "", number, **more)


def test_what_waits_is_told_as_waiting() -> None:
    """In a council's own copy, what its record sets apart is told as what the record says, and no answer is told."""
    shown = page(signed("2026-09-01", **RESERVING, seen=""), made.reviewed("2026-10-01", **NOT_YET) | {"seen": ""},
                 own="cray")  # fmt: skip
    assert not [words for words in OWN if words in shown]
    assert "waits for a steward. It counts for nothing yet." in shown
    assert "The record says that it does not make these promises." in shown


def test_nobody_is_asked_about_answers_after_the_end() -> None:
    shown = page(signed("2026-08-01"), made.reviewed("2026-10-01", **NOT_YET), WITHDRAWN)
    assert "You said that you do not keep this yet." not in shown
    assert "Not yet kept" in shown


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ((signed("2024-08-01", "1.1.0", seen="2024-08-02"), made.reviewed("2025-08-01", "1.1.0")),
         ("Its yearly review was due on 1 August 2026.", "Your review was due on 1 August 2026.",
          "When will you decide about the newer text?")),
        ((signed("2026-01-01", "1.1.0"), signed("2026-11-01", seen="2026-11-23")),
         ("Its next review is due on 1 January 2027.", "It has no confirmed signature on the newer text.")),
        ((signed("2026-01-01", seen="2026-01-02"), made.reviewed("2026-02-01") | SHOWN),
         ("Its newest review says “kept” to every promise.",)),
        ((signed("2026-01-01", seen="2026-01-02"),
          made.reviewed("2026-02-01") | {"care-1_evidence": "https://council.example/care"}),
         ("Your review says “kept” to 3 promises, without a link that shows it. What shows it?",)),
        ((signed("2025-01-01", "1.1.0", seen="2025-01-02"), made.reviewed("2025-12-01", "1.1.0"),
          signed("2026-01-01")),
         ("You have not reported since you signed on 1 January 2026.",)),
    ],
    ids=["again and late", "again and not yet seen", "all kept", "kept without a link", "signed again"],
)  # fmt: skip
def test_each_state_has_its_own_sentences(told: tuple[dict[str, str], ...], said: tuple[str, ...]) -> None:
    shown = page(*(dict(fields) for fields in told))
    assert not [sentence for sentence in said if sentence not in shown], shown
    assert ("Its newest review says “kept”" in shown) == ("Its newest review says “kept”" in said[0])
    assert ("You have not reported on any promise yet" in shown) == ("Reported on version" not in shown)


def test_what_was_erased_claims_nothing() -> None:
    """Nothing is said to be kept, the row stands in a table of its own, and no use of a tool is told."""
    g = made.guidance(erased=[GONE])
    shown = of(dict(pages.generated(g, made.shell)), "hollow")
    assert "kept" not in shown
    assert "Did you sign the Commitment?" in shown
    (part,) = parts(ordered(g.register), 1)
    assert (part.id, [row.use_words for row in part.rows]) == ("erased", ["–"])


def with_note(told: list[Record]) -> str:
    g = made.guidance(told)
    known = dataclasses.replace(g.register.authorities, note="A list of 2023.", checked=date(2026, 11, 22))
    register = Register(g.register.signatories, known, g.register.as_of)
    return text(MACROS["register"](dataclasses.replace(g, register=register), "../../", ""))


@pytest.mark.parametrize("told", [[], made.sample()], ids=["empty", "full"])
def test_the_register_says_where_its_list_comes_from(told: list[Record]) -> None:
    said = "Where the list of councils comes from: A list of 2023. We last looked at it on 22 November 2026."
    assert said in with_note(told)


def test_nobody_is_a_word_and_no_number() -> None:
    assert [words.having(number) for number in (0, 1, 1_204)] == [
        "No organisation has", "1 organisation has", "1,204 organisations have",
    ]  # fmt: skip


def test_the_search_and_the_list_of_headings_know_the_text() -> None:
    """Each clause is found by itself; each part of the text is listed on the Commitment's page and on no other."""
    workspace = open_checked(support.ROOT)
    current = workspace.guidance.commitment.versions[-1].text
    found = search_words.clauses(workspace.guidance)
    assert [each["address"] for each in found] == [f"commitment/#{clause.id}" for clause in current.clauses]
    third = next(each for each in found if each["address"].endswith("#respect-3"))
    assert third["title"] == "Respect 3: Answer anyone who asks about a tool"
    assert third["section"] == "commitment/#text-respect"
    assert "within one month" in third["text"]
    assert all(each["notes"] for each in found)
    parts = parts_of_text(workspace, "commitment/")
    assert ("text-respect", "Respect") in parts
    assert parts_of_text(workspace, "commitment/about/") == []
    link = View(workspace.guidance, "../").promise("respect-3")
    assert link == '<a href="../commitment/#respect-3">Respect 3: Answer anyone who asks about a tool</a>'


def test_without_a_version_there_is_nothing_to_find() -> None:
    empty = made.guidance(texts=dataclasses.replace(made.commitment(), versions=()))
    assert search_words.clauses(empty) == []
