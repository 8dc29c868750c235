"""The committee paper: the Commitment to the letter, an honest register, blanks for what only the authority knows."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from accord.commitment.pages.text import plain
from accord.commitment.text import Version
from accord.guidance.local import Local, LocalSite
from accord.paper.blocks import Document, Form, Heading, Listing, Note, Paragraph, Runs, Table
from accord.paper.formats import recipe
from accord.paper.words import FILLS, Filler
from accord.project.reading import load
from accord.register.pages import inserts, papers
from accord.register.pages import version_paper as commitment
from accord.register.published import Published
from accord.site.workspace import open_checked
from tests import render_commitment as made_up
from tests.documents import text, trees

COUNCIL = 'Tŷ "Bara" & Sons <b>'


@pytest.fixture(scope="module")
def guidance(root: Path) -> Published:
    return open_checked(root).guidance


@pytest.fixture(scope="module")
def version(guidance: Published) -> Version:
    found = guidance.commitment.current(guidance.register.as_of)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def paper(guidance: Published, version: Version) -> Document:
    (words,) = guidance.papers
    return papers.document(guidance, words, version)


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def words(document: Document) -> str:
    """Return everything that the blocks of a document say, one a line."""
    lines: list[str] = []
    for block in document.blocks:
        match block:
            case Heading(_, heading):
                lines.append(heading)
            case Note(title, paragraphs):
                lines += [title, *map(said, paragraphs)]
            case Paragraph(runs):
                lines.append(said(runs))
            case Listing(items):
                lines += map(said, items)
            case Table(caption, head, rows):
                lines += [caption, *head, *(said(cell) for row in rows for cell in row)]
            case Form(caption, blanks):
                lines += [caption, *(f"{blank.label} {blank.hint} {blank.value}" for blank in blanks)]
    return "\n".join(lines)


def test_the_whole_text_is_in_it_to_the_letter(root: Path, paper: Document, version: Version) -> None:
    """Every line of the published file stands in the appendix, in its order, and nothing is between."""
    lines = (root / version.path).read_text(encoding="utf-8").split("\n")
    wanted = [plain(re.sub(r"^(#+|-) ", "", line)) for line in lines if line]
    start = next(
        place for place, block in enumerate(paper.blocks) if isinstance(block, Heading) and block.text == wanted[0]
    )
    told: list[str] = []
    for block in paper.blocks[start:]:
        match block:
            case Heading(_, heading):
                told.append(heading)
            case Paragraph(runs):
                told.append(said(runs))
            case Listing(items):
                told += map(said, items)
    assert told[: len(wanted)] == wanted
    assert told[len(wanted)] == f"Here the text of version {version.number} ends."


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_every_clause_is_in_every_format(paper: Document, version: Version, ending: str) -> None:
    raw = recipe(paper, ending).make()
    if ending == "pdf":
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages]
        whole = "".join(
            re.sub(r"Page \d+ of \d+", "", page).split("[name of the organisation]: whether")[0] for page in pages
        )
    else:
        whole = text(trees(raw)["word/document.xml" if ending == "docx" else "content.xml"])
    flat = re.sub(r"[\s\u200b]", "", whole)
    for clause in version.text.clauses:
        assert re.sub(r"\s", "", f"{clause.label}. {plain(clause.words)}") in flat, clause.id
    assert version.digest in flat


def test_what_we_do_not_know_is_blank(paper: Document) -> None:
    """Upstream's paper names no council: places to write in are empty, and brackets say what belongs there."""
    forms = [block for block in paper.blocks if isinstance(block, Form)]
    assert len(forms) > 5
    assert [blank.label for form in forms for blank in form.blanks if blank.value] == []
    assert "[name of the organisation]" in words(paper)
    assert not re.search(r"\{[a-z-]*\}|\[\[", words(paper))
    labels = " ".join(blank.label for form in forms for blank in form.blanks)
    for wanted in (
        "Organisation",
        "Meeting and date",
        "Wards",
        "Office that signs",
        "Date of the review",
        "Lead member",
    ):
        assert wanted in labels


def test_every_clause_can_be_set_apart(paper: Document, version: Version) -> None:
    """The table has one row a clause, with room for a reason."""
    (apart,) = [b for b in paper.blocks if isinstance(b, Table) and "set apart" in b.caption]
    assert [said(row[0]).partition(":")[0] for row in apart.rows] == [clause.label for clause in version.text.clauses]
    assert all(row[1:] == ((), ()) for row in apart.rows)


def test_a_copy_fills_in_its_council(guidance: Published, version: Version) -> None:
    """A council's copy has its name over the title, in the wording, in the form and at the foot; as typed."""
    site = LocalSite(path="", authority="x", council=COUNCIL, name="x", contact="The office.")
    own = dataclasses.replace(guidance, local=Local(site, {}, "Upstream"))
    found = papers.document(own, own.papers[0], version)
    assert found.over == COUNCIL
    assert found.foot[0].startswith(f"{COUNCIL}: ")
    values = [blank.value for block in found.blocks if isinstance(block, Form) for blank in block.blanks if blank.value]
    assert values == [COUNCIL, "The office."]
    assert "[name of the organisation]" not in words(found)
    assert COUNCIL in text(trees(recipe(found, "docx").make())["word/document.xml"])


def register(*told: object) -> str:
    """Return what the paper says of a made-up register."""
    given = made_up.guidance(told) if told else made_up.guidance()  # type: ignore[arg-type]
    current = given.commitment.current(given.register.as_of)
    assert current is not None
    filler = Filler(given, papers.fills(given, current))
    blocks = tuple(inserts.INSERTS["register"](filler, None, current))  # type: ignore[arg-type]
    return words(dataclasses.replace(commitment.document(given, current), blocks=blocks))


def test_an_empty_register_is_said_to_be_empty() -> None:
    first = "No organisation has a confirmed signature that holds for version 2.0.0, as at 22 November 2026."
    assert register().split("\n")[0] == first


def test_only_signatures_that_hold_for_the_version_count() -> None:
    """Who signed a text whose promises were others is no signatory of this one, and is told apart from those."""
    told = register(*made_up.sample())
    given = made_up.guidance(made_up.sample())
    current = given.commitment.versions[-1]
    holding = given.signed_for(current)
    others = [s for s in given.register.counted if s not in holding]
    assert holding
    assert others
    assert f"{len(holding)} organisations have a confirmed signature that holds for version {current.number}" in told
    assert f"{len(others)} organisations signed another version, and not this one." in told
    assert all(signatory.name in told for signatory in holding)
    assert not any(f"{signatory.name}\n" in told for signatory in others)


def test_a_long_register_is_left_to_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inserts, "MOST", 1)
    assert "They are too many for this paper." in register(*made_up.sample())


def test_sources_are_those_that_are_cited(root: Path, paper: Document) -> None:
    """Each mark of a source in the words has its line at the end, and there are no others."""
    (words_of_it,) = [d for d in load(root).of_kind("document") if d.stem == "committee-paper"]
    sources = {document.stem for document in load(root).of_kind("source")}
    marks = set(re.findall(r"\[\[([a-z0-9-]+)", (root / words_of_it.path).read_text(encoding="utf-8"))) & sources
    *_, listing, credit = paper.blocks
    assert isinstance(listing, Listing)
    assert isinstance(credit, Paragraph)
    assert "CC BY 4.0" in credit.runs[0].text
    assert len(listing.items) == len(marks) > 2


def test_every_fill_is_made(guidance: Published, version: Version) -> None:
    assert set(papers.fills(guidance, version)) == set(FILLS)
