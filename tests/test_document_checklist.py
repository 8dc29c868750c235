"""A stage's checklist holds all that the stage asks; a role's card is one side of A5; the site offers both."""

import dataclasses
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from accord.answers.pages import checklist
from accord.answers.states import STATES
from accord.guidance import about
from accord.guidance.asked import PRACTICE
from accord.guidance.pages import role_card
from accord.paper import html
from accord.paper.blocks import Block, Heading, PageBreak
from accord.paper.prose import Prose
from accord.project.ids import MARK
from accord.register.published import Published
from accord.site import shelf
from tests.conftest import ROOT
from tests.documents import lines, of, said

ROLES = sorted(path.stem for path in (ROOT / "data" / "cards").iterdir())
A5 = (419.5, 595.3)  # points (ISO 216: 148 mm by 210 mm)


def test_each_stage_and_each_card_has_its_document(live: Published, root: Path) -> None:
    """With the formats that its page offers; the stage's page, its worksheet and the card's page call for them."""
    offers: dict[str, tuple[str, ...]] = {
        f"checklist-{s.id}": (f"lifecycle/{s.id}", f"toolkit/worksheets/{s.id}") for s in live.stages
    }
    offers |= {f"card-{role}": (f"toolkit/cards/{role}",) for role in ROLES}
    found = {title.name: title for title in shelf.titles(live) if title.name.startswith(("checklist-", "card-"))}
    assert found.keys() == offers.keys()
    for name, pages in offers.items():
        html_too = ("html",) if name.startswith("checklist-") else ()
        assert found[name].endings == (*html_too, "docx", "odt", "pdf")
        assert not html_too or found[name].back[0] == f"{pages[0]}/"
        for page in pages:
            assert f'{{{{ documents("{name}") }}}}' in (root / "docs" / f"{page}.md").read_text(encoding="utf-8")


def test_a_checklist_holds_every_practice(live: Published) -> None:
    """Its title, its force and law, steps, evidence, one box a state, and room for notes, in this order."""
    for stage in live.stages:
        pieces = [list[Block]()]
        for block in checklist.document(live, stage).blocks:
            pieces.append([]) if isinstance(block, PageBreak) else pieces[-1].append(block)
        top, *practices = (lines(*piece) for piece in pieces)
        follow(top, [_words(live, sign.text) for sign in stage.stop])
        for number, (told, practice) in enumerate(zip(practices, stage.practices, strict=True), 1):
            steps, evidence = ([_words(live, each) for each in some] for some in (practice.steps, practice.evidence))
            states = [*STATES[PRACTICE].values()]
            follow(told, [f"{number}. {practice.title}", *steps, *evidence, *states, *["☐"] * len(states), "Date  "])
            assert told[1].startswith({"must": "Must: the law.", "should": "Should", "could": "Could"}[practice.force])
            assert all(f"({live.source_by_id[law].cite}" in told[1] for law in practice.law)


def follow(told: list[str], wanted: list[str]) -> None:
    rest = iter(told)
    assert [line for line in wanted if line not in rest] == [], told


def _words(live: Published, text: str) -> str:
    return said(Prose(live, lambda _: "").runs(text))


def test_a_checklist_says_what_it_is_made_of(live: Published) -> None:
    """The version, its day and the page's address; and the warning about names."""
    stage = live.stages[0]
    sheet = checklist.document(live, stage)
    _, caution, _, version, where = lines(sheet.blocks[0])
    assert (caution, version) == (checklist.CAUTION, f"{about.name_version(live)}.")
    assert where.endswith(f": /lifecycle/{stage.id}/")
    there = checklist.document(dataclasses.replace(live, site=live.site.but(address="https://x.example/")), stage)
    assert there.foot[1] == f"https://x.example/lifecycle/{stage.id}/"
    assert "link='https://x.example/" in repr(there.blocks)
    assert there.identifier != sheet.identifier
    page = html.beside(sheet, [("pdf", "x.pdf")], (f"lifecycle/{stage.id}/", "Back"))
    assert f'<a href="../lifecycle/{stage.id}/">Back</a>' in page
    assert page.count("<caption>") == len({part.split("</caption>")[0] for part in page.split("<caption>")[1:]})


def test_a_checklist_names_its_sources_and_its_licence(live: Published) -> None:
    """On paper a citation needs its address; our words need their credit."""
    for stage in live.stages:
        texts = [sign.text for sign in stage.stop]
        texts += [text for practice in stage.practices for text in (*practice.steps, *practice.evidence)]
        named = {mark for mark, _ in MARK.findall(" ".join(texts))}.union(*(each.law for each in stage.practices))
        cites = sorted((live.source_by_id[name].cite for name in named if name in live.source_by_id), key=str.casefold)
        *_, heading, listing, credit = checklist.document(live, stage).blocks
        if cites:
            assert heading == Heading(1, "Sources")
            assert [line.split(":")[0] for line in lines(listing)] == cites
            assert all("https://" in line for line in lines(listing))
        assert f"guidance and Commitment, version {live.release.name}. CC BY 4.0: https://creative" in lines(credit)[0]
        assert "https://doi.org/10.5281/zenodo.3676569" in lines(credit)[0]


def test_a_version_in_preparation_is_said_to_be_one(live: Published) -> None:
    early = dataclasses.replace(live, release=live.release.but(released=""))
    late = dataclasses.replace(live, release=live.release.but(version="9.1.0", released="2026-11-22"))
    assert about.name_version(early).startswith(f"Guidance version {live.release.version}, in preparation, ")
    assert about.name_version(late) == "Guidance version 9.1.0, 22 November 2026"
    days = [checklist.document(each, live.stages[0]).date for each in (early, late)]
    assert days == [live.register.as_of.isoformat(), "2026-11-22"]


@pytest.mark.parametrize("role", ROLES)
def test_a_card_is_one_side_of_a5(live: Published, role: str) -> None:
    """It holds every sentence of the card, on one page, in letters that can be read."""
    (card,) = (card for card in live.cards if card.role == role)
    document = role_card.document(live, card)
    page, *more = PdfReader(io.BytesIO(of("pdf", document))).pages
    assert not more, f"data/cards/{role}.yml:1: The card is longer than one side of A5. Shorten a line."
    assert [round(float(side), 1) for side in (page.mediabox.width, page.mediabox.height)] == list(A5)
    shown = " ".join(page.extract_text().split())
    wanted = [each.text for each in (*card.items, *card.stages, *card.go)]
    wanted += [*(live.entries[name].label for name in card.stop), about.name_version(live), f"/toolkit/cards/{role}/"]
    assert [words for words in wanted if words not in shown] == []
    assert "CC BY 4.0" in document.foot[0]
