"""The committee paper: the Commitment to the letter, an honest register, blanks for what only the authority knows."""

import dataclasses
import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from accord.commitment.pages.text import plain
from accord.commitment.text import Version
from accord.guidance.local import Local
from accord.paper.blocks import Document, Form, Table
from accord.paper.words import FILLS, Filler
from accord.register.pages import inserts, papers
from accord.register.published import Published
from tests import render_commitment as made_up
from tests.documents import lines, of, said, solid, text, trees
from tests.support import element

COUNCIL = 'Tŷ "Bara" & Sons <b>'


def current(g: Published) -> Version:
    found = g.commitment.current(g.register.as_of)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def version(live: Published) -> Version:
    return current(live)


@pytest.fixture(scope="module")
def paper(live: Published, version: Version) -> Document:
    (words,) = live.papers
    return papers.document(live, words, version)


def test_the_whole_text_is_in_it_to_the_letter(root: Path, paper: Document, version: Version) -> None:
    """Every line of the published file stands in the appendix, in its order, and nothing is between."""
    rows = (root / version.path).read_text(encoding="utf-8").split("\n")
    wanted = [plain(re.sub(r"^(#+|-) ", "", row)) for row in rows if row]
    told = lines(*paper.blocks)
    start = told.index(wanted[1]) - 1  # its title may stand elsewhere too
    end = start + len(wanted)
    assert told[start:end] == wanted
    assert told[end] == f"Here the text of version {version.number} ends."


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_every_clause_is_in_every_format(paper: Document, version: Version, ending: str) -> None:
    raw = of(ending, paper)
    if ending == "pdf":
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages]
        foot = re.compile(r"Page \d+ of \d+|\[name of the organisation\]: whether.*", re.DOTALL)
        whole = "".join(foot.sub("", page) for page in pages)
    else:
        whole = text(trees(raw)["word/document.xml" if ending == "docx" else "content.xml"])
    flat = solid(whole)
    wanted = [f"{clause.label}. {plain(clause.words)}" for clause in version.text.clauses]
    assert [clause for clause in wanted if solid(clause) not in flat] == []
    assert version.digest in flat


def filled(paper: Document) -> list[str]:
    return [blank.value for block in paper.blocks if isinstance(block, Form) for blank in block.blanks if blank.value]


def test_what_we_do_not_know_is_blank(paper: Document, version: Version) -> None:
    """Upstream's paper names no council: places to write in are empty, and brackets say what belongs there."""
    assert filled(paper) == []
    told = "\n".join(lines(*paper.blocks))
    assert "[name of the organisation]" in told
    assert not re.search(r"\{[a-z-]*\}|\[\[", told)
    (apart,) = [b for b in paper.blocks if isinstance(b, Table) and "left out" in b.caption]
    labels = [clause.label for clause in version.text.clauses]
    assert [said(row[0]).partition(":")[0] for row in apart.rows] == labels
    assert all(row[1:] == ((), ()) for row in apart.rows)


def test_a_copy_fills_in_its_council(live: Published, version: Version) -> None:
    """A council's copy has its name over the title, in the wording, in the form and at the foot; as typed."""
    site = element("local-site", council=COUNCIL, contact="The office.")
    own = dataclasses.replace(live, local=Local(site, {}, "Upstream"))
    found = papers.document(own, own.papers[0], version)
    assert (found.over, found.foot[0].partition(": ")[0]) == (COUNCIL, COUNCIL)
    assert filled(found) == [COUNCIL, "The office."]
    assert "[name of the organisation]" not in "\n".join(lines(*found.blocks))


def test_only_signatures_that_hold_for_the_version_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who signed a text whose promises were others is no signatory of this one, and is told apart from those."""
    given = made_up.guidance(made_up.sample())
    holding = given.signed_for(current(given))
    others = [s for s in given.register.counted if s not in holding]
    told = register(given)
    assert holding
    assert others
    assert f"{len(holding)} organisations have a confirmed signature that holds for version 2.0.0" in told
    assert f"{len(others)} organisations signed another version, and not this one." in told
    assert all(signatory.name in told for signatory in holding)
    assert not any(f"{signatory.name}\n" in told for signatory in others)
    monkeypatch.setattr(inserts, "MOST", 1)
    assert "They are too many for this paper." in register(given)
    first = "No organisation has a confirmed signature that holds for version 2.0.0, as at 22 November 2026."
    assert register(made_up.guidance()).split("\n")[0] == first


def register(given: Published) -> str:
    """Return what the paper says of a made-up register."""
    filler = Filler(given, papers.fills(given, current(given)))
    return "\n".join(lines(*inserts.INSERTS["register"](filler, None, current(given))))  # type: ignore[arg-type]


def test_sources_are_those_that_are_cited(live: Published, root: Path, paper: Document) -> None:
    """Each mark of a source in the words has its line at the end, and there are no others."""
    marks = re.findall(r"\[\[([a-z0-9-]+)", (root / live.papers[0].path).read_text(encoding="utf-8"))
    *_, listing, credit = paper.blocks
    assert len(lines(listing)) == len(set(marks) & live.source_by_id.keys()) > 0
    assert "CC BY 4.0" in lines(credit)[0]


def test_every_fill_is_made(live: Published, version: Version) -> None:
    assert set(papers.fills(live, version)) == set(FILLS)
