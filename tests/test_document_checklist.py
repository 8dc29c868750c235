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
from accord.guidance.pages import role_card
from accord.paper import html
from accord.paper.blocks import Document, Form, Heading, Listing, Note, PageBreak, Paragraph, Runs, Table
from accord.paper.formats import recipe
from accord.paper.prose import Prose
from accord.project.ids import MARK
from accord.register.published import Published
from accord.site import shelf
from accord.site.workspace import open_checked
from tests.conftest import ROOT

STAGES = sorted(path.stem for path in (ROOT / "data" / "lifecycle").iterdir())
ROLES = sorted(path.stem for path in (ROOT / "data" / "cards").iterdir())
A5 = (419.5, 595.3)  # points (ISO 216: 148 mm by 210 mm)


@pytest.fixture(scope="module")
def g(root: Path) -> Published:
    return open_checked(root).guidance


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def stage_sheet(g: Published, name: str) -> Document:
    (stage,) = (stage for stage in g.stages if stage.id == name)
    return checklist.document(g, stage)


def card_sheet(g: Published, role: str) -> Document:
    (card,) = (card for card in g.cards if card.role == role)
    return role_card.document(g, card)


def test_each_stage_and_each_card_has_its_document(g: Published) -> None:
    """With the formats that its page offers."""
    found = {title.name: title for title in shelf.titles(g)}
    assert sorted(name for name in found if name.startswith("checklist-")) == [f"checklist-{stage}" for stage in STAGES]
    assert sorted(name for name in found if name.startswith("card-")) == [f"card-{role}" for role in ROLES]
    assert {found[f"checklist-{stage}"].endings for stage in STAGES} == {("html", "docx", "odt", "pdf")}
    assert {found[f"card-{role}"].endings for role in ROLES} == {("docx", "odt", "pdf")}
    for stage in g.stages:
        assert found[f"checklist-{stage.id}"].back == (f"lifecycle/{stage.id}/", f"{stage.label} on the site")


@pytest.mark.parametrize("stage", STAGES)
def test_a_checklist_asks_all_that_its_stage_asks(g: Published, stage: str) -> None:
    """Each practice in its order: title, force, how, evidence, a box for each state, and room for notes."""
    (found,) = (each for each in g.stages if each.id == stage)
    pieces = [list[object]()]
    for block in stage_sheet(g, stage).blocks:
        pieces.append([]) if isinstance(block, PageBreak) else pieces[-1].append(block)
    top, *practices = pieces
    assert [said(item) for block in top if isinstance(block, Listing) for item in block.items] == [
        said(Prose(g, lambda _: "").runs(sign.text)) for sign in found.stop
    ]
    for number, (practice, blocks) in enumerate(zip(found.practices, practices, strict=True), 1):
        heading, force, _, steps, _, evidence, table, form = blocks[:8]
        assert isinstance(heading, Heading)
        assert heading.text == f"{number}. {practice.title}"
        assert isinstance(force, Paragraph)
        assert said(force.runs).startswith(
            {"must": "Must: the law.", "should": "Should", "could": "Could"}[practice.force]
        )
        assert all(f"({g.source_by_id[law].cite}" in said(force.runs) for law in practice.law)
        assert isinstance(steps, Listing)
        assert steps.numbered
        assert [said(item) for item in steps.items] == [
            said(Prose(g, lambda _: "").runs(step)) for step in practice.steps
        ]
        assert isinstance(evidence, Listing)
        assert len(evidence.items) == len(practice.evidence)
        assert isinstance(table, Table)
        assert table.head[1:] == tuple(STATES[PRACTICE].values())
        assert [said(cell) for cell in table.rows[0][1:]] == ["☐"] * 4
        assert isinstance(form, Form)
        assert [blank.label for blank in form.blanks][2:] == ["Who does it", "Date"]


def test_a_checklist_says_what_it_is_made_of(g: Published) -> None:
    """The version, its day and the page's address; and the warning about names."""
    sheet = stage_sheet(g, "modelling")
    note = sheet.blocks[0]
    assert isinstance(note, Note)
    lines = [said(runs) for runs in note.paragraphs]
    assert lines[0] == checklist.CAUTION
    assert lines[2] == f"{about.name_version(g)}."
    assert lines[3].endswith(": /lifecycle/modelling/")
    assert sheet.date == (g.release.released or g.register.as_of.isoformat())
    away = dataclasses.replace(g, site=dataclasses.replace(g.site, address="https://x.example/"))
    there = stage_sheet(away, "modelling")
    assert there.foot[1] == "https://x.example/lifecycle/modelling/"
    steps = [block for block in there.blocks if isinstance(block, Listing) and block.numbered]
    links = {run.link for block in steps for item in block.items for run in item}
    assert all(link.startswith("https://x.example/") for link in links - {""})
    assert len(links) > 1
    assert there.identifier != sheet.identifier


def test_a_checklist_names_its_sources_and_its_licence(g: Published) -> None:
    """On paper a citation needs its address; our words need their credit."""
    *_, heading, listing, credit = stage_sheet(g, "problem-formulation").blocks
    assert isinstance(heading, Heading)
    assert heading.text == "Sources"
    assert isinstance(listing, Listing)
    (stage,) = (each for each in g.stages if each.id == "problem-formulation")
    texts = [sign.text for sign in stage.stop]
    texts += [text for practice in stage.practices for text in (*practice.steps, *practice.evidence)]
    named = {
        *(mark for mark, _ in MARK.findall(" ".join(texts))),
        *(law for practice in stage.practices for law in practice.law),
    }
    cites = [g.source_by_id[name].cite for name in named if name in g.source_by_id]
    assert [said(item).split(":")[0] for item in listing.items] == sorted(cites, key=str.casefold)
    assert len(cites) > 2
    assert all("https://" in said(item) for item in listing.items)
    assert isinstance(credit, Paragraph)
    edition = f"version {g.release.name}. CC BY 4.0: https://creativecommons.org/"
    assert f"guidance and Commitment, {edition}" in said(credit.runs)
    assert "https://doi.org/10.5281/zenodo.3676569" in said(credit.runs)
    assert "CC BY 4.0" in card_sheet(g, "analyst").foot[0]


def test_a_version_in_preparation_is_said_to_be_one(g: Published) -> None:
    early = dataclasses.replace(g, release=dataclasses.replace(g.release, released=""))
    assert about.name_version(early).startswith(f"Guidance version {g.release.version}, in preparation, ")
    late = dataclasses.replace(g, release=dataclasses.replace(g.release, version="9.1.0", released="2026-11-22"))
    assert about.name_version(late) == "Guidance version 9.1.0, 22 November 2026"
    assert stage_sheet(early, "stopping").date == g.register.as_of.isoformat()


def test_the_page_leads_back_to_the_stage(g: Published) -> None:
    page = html.beside(stage_sheet(g, "stopping"), [("pdf", "x.pdf")], ("lifecycle/stopping/", "Stopping on the site"))
    assert '<a href="../lifecycle/stopping/">Stopping on the site</a>' in page
    assert page.count("<caption>") == len({part.split("</caption>")[0] for part in page.split("<caption>")[1:]})


@pytest.mark.parametrize("role", ROLES)
def test_a_card_is_one_side_of_a5(g: Published, role: str) -> None:
    """It holds every sentence of the card, on one page, in letters that can be read."""
    (card,) = (card for card in g.cards if card.role == role)
    reader = PdfReader(io.BytesIO(recipe(card_sheet(g, role), "pdf").make()))
    (page,) = reader.pages
    assert [round(float(side), 1) for side in (page.mediabox.width, page.mediabox.height)] == list(A5)
    shown = " ".join(page.extract_text().split())
    wanted = [*(item.text for item in card.items), *(line.text for line in card.stages), *(to.text for to in card.go)]
    wanted += [g.entries[name].label for name in card.stop]
    assert [words for words in wanted if words not in shown] == []
    assert about.name_version(g) in shown
    assert f"/toolkit/cards/{role}/" in shown


def test_pages_offer_them(root: Path) -> None:
    """The stage's page, its worksheet and the card's page each call for the documents made from them."""
    for stage in STAGES:
        for page in (f"docs/lifecycle/{stage}.md", f"docs/toolkit/worksheets/{stage}.md"):
            assert f'{{{{ documents("checklist-{stage}") }}}}' in (root / page).read_text(encoding="utf-8"), page
    for role in ROLES:
        page = f"docs/toolkit/cards/{role}.md"
        assert f'{{{{ documents("card-{role}") }}}}' in (root / page).read_text(encoding="utf-8")
