"""A stage's checklist holds all that the stage asks; a role's card is one side of A5; the site offers both."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from accord.answers.pages import checklist
from accord.answers.states import STATES
from accord.guidance import about
from accord.guidance.asked import PRACTICE
from accord.guidance.elements import Stage
from accord.guidance.pages import role_card
from accord.paper import html
from accord.paper.blocks import Block, Form, Heading, Listing, Note, PageBreak, Paragraph, Table
from accord.paper.prose import Prose
from accord.project.ids import MARK
from accord.register.published import Published
from accord.site import shelf
from accord.site.workspace import open_checked
from tests.conftest import ROOT
from tests.documents import of, said

ROLES = sorted(path.stem for path in (ROOT / "data" / "cards").iterdir())
A5 = (419.5, 595.3)  # points (ISO 216: 148 mm by 210 mm)


@pytest.fixture(scope="module")
def g(root: Path) -> Published:
    return open_checked(root).guidance


def test_each_stage_and_each_card_has_its_document(g: Published, root: Path) -> None:
    """With the formats that its page offers; the stage's page, its worksheet and the card's page call for them."""
    found = {title.name: title for title in shelf.titles(g)}
    offers = {
        f"checklist-{stage.id}": (f"lifecycle/{stage.id}", f"toolkit/worksheets/{stage.id}") for stage in g.stages
    }
    assert {name for name in found if name.startswith("checklist-")} == {*offers}
    assert {name for name in found if name.startswith("card-")} == {f"card-{role}" for role in ROLES}
    for stage in g.stages:
        title = found[f"checklist-{stage.id}"]
        assert title.back == (f"lifecycle/{stage.id}/", f"{stage.label} on the site")
        assert title.endings == ("html", "docx", "odt", "pdf")
    assert {found[f"card-{role}"].endings for role in ROLES} == {("docx", "odt", "pdf")}
    for name, pages in (offers | {f"card-{role}": (f"toolkit/cards/{role}",) for role in ROLES}).items():
        for page in pages:
            assert f'{{{{ documents("{name}") }}}}' in (root / "docs" / f"{page}.md").read_text(encoding="utf-8")


def test_a_checklist_holds_every_practice(g: Published) -> None:
    """Its title, its force and law, steps, evidence, one box a state, and room for notes."""
    for stage in g.stages:
        pieces = [list[Block]()]
        for block in checklist.document(g, stage).blocks:
            pieces.append([]) if isinstance(block, PageBreak) else pieces[-1].append(block)
        top, *practices = pieces
        shown = [said(item) for block in top if isinstance(block, Listing) for item in block.items]
        assert shown == [_words(g, sign.text) for sign in stage.stop]
        assert len(practices) == len(stage.practices)
        for number, blocks in enumerate(practices):
            _holds(g, stage, number, blocks)


def _holds(g: Published, stage: Stage, number: int, blocks: list[Block]) -> None:
    practice = stage.practices[number]
    heading, force, _, steps, _, evidence, table, form = blocks[:8]
    assert isinstance(heading, Heading)
    assert heading.text == f"{number + 1}. {practice.title}"
    assert isinstance(force, Paragraph)
    assert said(force.runs).startswith({"must": "Must: the law.", "should": "Should", "could": "Could"}[practice.force])
    assert all(f"({g.source_by_id[law].cite}" in said(force.runs) for law in practice.law)
    assert isinstance(steps, Listing)
    assert steps.numbered
    assert [said(item) for item in steps.items] == [_words(g, step) for step in practice.steps]
    assert isinstance(evidence, Listing)
    assert [said(item) for item in evidence.items] == [_words(g, piece) for piece in practice.evidence]
    assert isinstance(table, Table)
    assert table.head[1:] == tuple(STATES[PRACTICE].values())
    assert [said(cell) for cell in table.rows[0][1:]] == ["☐"] * len(STATES[PRACTICE])
    assert isinstance(form, Form)
    assert [blank.label for blank in form.blanks][2:] == ["Who does it", "Date"]


def _words(g: Published, text: str) -> str:
    return said(Prose(g, lambda _: "").runs(text))


def test_a_checklist_says_what_it_is_made_of(g: Published) -> None:
    """The version, its day and the page's address; and the warning about names."""
    stage = g.stages[0]
    sheet = checklist.document(g, stage)
    note = sheet.blocks[0]
    assert isinstance(note, Note)
    lines = [said(runs) for runs in note.paragraphs]
    assert (lines[0], lines[2]) == (checklist.CAUTION, f"{about.name_version(g)}.")
    assert lines[3].endswith(f": /lifecycle/{stage.id}/")
    assert sheet.date == (g.release.released or g.register.as_of.isoformat())
    away = dataclasses.replace(g, site=g.site.but(address="https://x.example/"))
    there = checklist.document(away, stage)
    assert there.foot[1] == f"https://x.example/lifecycle/{stage.id}/"
    ours = [block for block in there.blocks if isinstance(block, Paragraph) and block.look == "body"]
    links = {run.link for block in ours for run in block.runs} - {""}
    assert links
    assert all(link.startswith("https://x.example/") for link in links)
    assert there.identifier != sheet.identifier
    page = html.beside(sheet, [("pdf", "x.pdf")], (f"lifecycle/{stage.id}/", "Back"))
    assert f'<a href="../lifecycle/{stage.id}/">Back</a>' in page
    assert page.count("<caption>") == len({part.split("</caption>")[0] for part in page.split("<caption>")[1:]})


def test_a_checklist_names_its_sources_and_its_licence(g: Published) -> None:
    """On paper a citation needs its address; our words need their credit."""
    for stage in g.stages:
        texts = [sign.text for sign in stage.stop]
        texts += [text for practice in stage.practices for text in (*practice.steps, *practice.evidence)]
        named = {mark for mark, _ in MARK.findall(" ".join(texts))}.union(*(each.law for each in stage.practices))
        cites = sorted((g.source_by_id[name].cite for name in named if name in g.source_by_id), key=str.casefold)
        *_, heading, listing, credit = checklist.document(g, stage).blocks
        if cites:
            assert heading == Heading(1, "Sources")
            assert isinstance(listing, Listing)
            assert [said(item).split(":")[0] for item in listing.items] == cites
            assert all("https://" in said(item) for item in listing.items)
        assert isinstance(credit, Paragraph)
        edition = f"version {g.release.name}. CC BY 4.0: https://creativecommons.org/"
        assert f"guidance and Commitment, {edition}" in said(credit.runs)
        assert "https://doi.org/10.5281/zenodo.3676569" in said(credit.runs)


def test_a_version_in_preparation_is_said_to_be_one(g: Published) -> None:
    early = dataclasses.replace(g, release=g.release.but(released=""))
    assert about.name_version(early).startswith(f"Guidance version {g.release.version}, in preparation, ")
    late = dataclasses.replace(g, release=g.release.but(version="9.1.0", released="2026-11-22"))
    assert about.name_version(late) == "Guidance version 9.1.0, 22 November 2026"
    assert checklist.document(late, g.stages[0]).date == "2026-11-22"
    assert checklist.document(early, g.stages[0]).date == g.register.as_of.isoformat()


@pytest.mark.parametrize("role", ROLES)
def test_a_card_is_one_side_of_a5(g: Published, role: str) -> None:
    """It holds every sentence of the card, on one page, in letters that can be read."""
    (card,) = (card for card in g.cards if card.role == role)
    document = role_card.document(g, card)
    (page,) = PdfReader(io.BytesIO(of("pdf", document))).pages
    assert [round(float(side), 1) for side in (page.mediabox.width, page.mediabox.height)] == list(A5)
    shown = " ".join(page.extract_text().split())
    wanted = [*(item.text for item in card.items), *(line.text for line in card.stages), *(to.text for to in card.go)]
    wanted += [g.entries[name].label for name in card.stop]
    assert [words for words in wanted if words not in shown] == []
    assert about.name_version(g) in shown
    assert f"/toolkit/cards/{role}/" in shown
    assert "CC BY 4.0" in document.foot[0]
