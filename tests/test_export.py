"""Documents made from answers, full, empty and hostile; and `accord export`: what it writes, and refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from accord.answers.answers import Answer, Answers
from accord.answers.export_words import DECISION_LABELS, PROJECT_LABELS, WORDS
from accord.answers.filling import says
from accord.answers.pages import answer_blocks, export_data, from_answers
from accord.answers.pages.answer_inserts import INSERTS, Made
from accord.cli import main
from accord.guidance import credit
from accord.guidance.asked import QUESTION
from accord.guidance.known import Known, known
from accord.guidance.layout import Layout
from accord.guidance.releases import Frozen, Wording
from accord.paper import html
from accord.paper.blocks import Document, Heading, Paragraph
from accord.paper.tools import Failed
from accord.register.published import Published
from accord.site import shelf
from accord.site.workspace import open_checked
from tests import export_files, support
from tests.documents import read_page, shown, text

PAPER = "committee-paper"


@pytest.fixture(scope="module")
def g(root: Path) -> Published:
    return open_checked(root).guidance


@pytest.fixture(scope="module")
def asks(g: Published) -> Known:
    return known(g)


@pytest.fixture(scope="module")
def answers(asks: Known, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_files.written(tmp_path_factory.mktemp("answers") / "finder.json", export_files.full(asks))


def layout(g: Published, name: str) -> Layout:
    return next(each for each in g.layouts if each.name == name)


def words(document: Document) -> str:
    return text(read_page(html.alone(document)))


def test_every_document_says_what_it_is_and_what_nothing_fills(g: Published, asks: Known) -> None:
    """A draft, of a version and a day, with its sources. Each empty field gives its gap in its place and at the end."""
    for each in g.layouts:
        told = words(from_answers.document(g, each, export_files.empty(asks)))
        assert "A draft, made from answers" in told
        assert "People must check every word" in told
        day = f"Made from answers saved on 22 November 2026, with version {g.release.version} of the guidance."
        assert all(wanted in told for wanted in (day, each.open, *(g.source_by_id[name].title for name in each.basis)))
        for field in each.fields:
            gap = g.plain(field.gap)
            assert f"{each.lead} {gap}" in told, field.label
            assert told.count(gap) >= 2, field.label
        total = len(each.fields)
        assert not total or f"Fields that an answer fills: 0 of {total}. Not filled: {total}." in told


def test_a_full_file_fills_every_field_that_can_be(g: Published, asks: Known) -> None:
    """What stays empty is what no answer could fill, or what is answered as open."""
    told = words(from_answers.document(g, layout(g, "atrs"), export_files.full(asks)))
    for value in (*export_files.PROJECT.values(), "Piloting"):
        assert value == "piloting" or " ".join(value.split("\n")[0].split()) in told
    assert "Evidence: Paper " in told
    assert "Companies House Number: Look in the contract" in told


def test_the_report_leaves_nothing_out(g: Published, asks: Known) -> None:
    """Every answer, piece of evidence, state, role and day of the file stands in the report."""
    file = export_files.full(asks)
    told = words(from_answers.document(g, layout(g, "report"), file))
    for name, answer in file.answers.items():
        assert f"What we say to {name}." in told
        assert asks.asked[name].label in told
        assert f"Evidence: {answer.evidence[0].text} https://alderwick.example/paper" in told
    assert told.count("And a second line.") == len(file.answers)
    assert told.count("By 31 January 2027.") >= len(file.answers)
    assert "Nobody has asked families. The records leave out what they say." in told
    older = sum(answer.asked != asks.asked[name].digest for name, answer in file.answers.items())
    assert told.count(WORDS["old-words"]) == 2 * older  # under the answer, and in the list of what is open


def test_an_open_answer_fills_nothing_and_old_words_are_told_of_older_answers_alone() -> None:
    kinds = ("open", "not-applicable", "answered")
    assert [says(Answer("", state, "Words."), QUESTION) for state in kinds] == [False, True, True]
    assert [says(Answer("", state), QUESTION) for state in kinds] == [False, True, False]
    for older in (True, False):
        shown = str(list(answer_blocks.stated(QUESTION, Answer("", "answered"), {}, older, "What was asked")))
        assert ("What was asked" in shown) == older


def test_the_page_for_families_is_without_evidence_and_states(g: Published, asks: Known) -> None:
    told = words(from_answers.document(g, layout(g, "families"), export_files.full(asks)))
    assert "What we say to " in told
    assert not [unsaid for unsaid in ("Evidence:", "(Answered)", "Not answered yet") if unsaid in told]


def test_hostile_answers_are_words(g: Published, asks: Known) -> None:
    """No answer becomes a link or an element. In other formats blocks are words too (test_documents.py)."""
    for each in g.layouts:
        tree = read_page(html.alone(from_answers.document(g, each, export_files.hostile(asks))))
        kinds = {str(element.tag).rpartition("}")[2] for element in tree.iter()}
        assert kinds.isdisjoint({"script", "iframe", "img", "object", "form", "input", "link"})
        assert [key for one in tree.iter() for key in one.attrib if key.startswith("on") or key == "style"] == []
        links = {one.get("href") for one in tree.iter() if str(one.tag).endswith("}a")}
        assert links <= {export_files.PROJECT["url"], *(source.url for source in credit.citations(g, each.basis))}
        if each.name == "report":
            assert [value for value in export_files.HOSTILE if shown(value) not in text(tree)] == []


def test_what_is_asked_no_more_stays_in_the_report(g: Published, asks: Known) -> None:
    """An answer to a retired question is shown at the end, with the words that it was given to."""
    old = Wording("care-q9", "question", "What did the old question ask?")
    release = Frozen(path="", version="0.1.0", date="2026-01-01", items=(old,))
    asks = replace(asks, releases=(release, *asks.releases))
    file = Answers("0.1.0", "2026-02-01", answers={"care-q9": Answer(old.digest, "answered", "It was about bread.")})
    blocks = list(INSERTS["retired"](Made(layout(g, "report"), file, asks)))
    assert blocks[0] == Heading(2, "What did the old question ask?")
    said = [block.runs[0].text for block in blocks if isinstance(block, Paragraph)]
    assert said[0].startswith("No longer asked, since version ")
    assert said[1:] == ["Answered", "It was about bread."]


def test_the_published_layouts_fit_their_schema(g: Published, asks: Known) -> None:
    """/api/exports.json holds every layout with plain words; its schema refuses a field that it does not know."""
    files = dict(export_data.files(g))
    told, schema = json.loads(files["api/exports.json"]), json.loads(files["api/schema/exports.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(told)) == []
    assert list(validator.iter_errors({**told, "surprise": 1}))
    assert "[[" not in files["api/exports.json"]
    page = html.alone(from_answers.document(g, layout(g, "report"), export_files.empty(asks)))
    assert told["policy"] in page
    assert told["labels"] == {"project": PROJECT_LABELS, "decision": DECISION_LABELS}


def export(root: Path, *options: str) -> int:
    return main(["export", "--root", str(root), "--as-of", "2026-11-22", *options])


def test_it_lists_what_there_is(g: Published, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split(maxsplit=2) == [PAPER, "html,docx,odt,pdf", "Committee paper: whether to sign the Commitment"]
    assert lines[1].split(maxsplit=2) == ["commitment-1.0.0", "html,docx,odt,pdf,epub", "The Commitment, version 1.0.0"]
    assert [line.split(maxsplit=2)[1] for line in lines if line[:2] == "--"] == [each.name for each in g.layouts]


def test_it_writes_every_format(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All formats where none is named, over what was there, and in a folder that it makes."""
    folder = tmp_path / "new" / "folder"
    paths = [folder / f"commitment-1.0.0.{ending}" for ending in ("html", "docx", "odt", "pdf", "epub")]
    assert export(root, "commitment-1.0.0", "--out", str(folder)) == 0
    assert sorted(folder.iterdir()) == sorted(paths)
    assert capsys.readouterr().out.split() == list(map(str, paths))
    before = paths[1].read_bytes()
    paths[1].write_bytes(b"old")
    assert export(root, "commitment-1.0.0", "--format", "docx, PDF", "--out", str(folder)) == 0
    assert paths[1].read_bytes() == before


def test_answers_become_documents_that_no_cache_keeps(
    root: Path, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a file of answers says does not stay behind in the project's folder."""
    monkeypatch.setenv("ACCORD_CACHE", str(tmp_path / "cache"))
    out = tmp_path / "out"
    options = ("--answers", str(answers), "--as", "families", "--format", "html,odt", "--out", str(out))
    assert export(root, *options) == 0
    paths = [out / "finder-families.html", out / "finder-families.odt"]
    assert capsys.readouterr().out.splitlines() == list(map(str, paths))
    assert sorted(out.iterdir()) == paths
    assert not (tmp_path / "cache").exists()


def test_a_wrong_file_is_refused_with_its_sentences(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text('{"format": "accord-answers-1", "guidance": "0.1.0", "saved": "2026-11-22", "projct": {}}\n')
    assert export(root, "--answers", str(path), "--as", "atrs", "--out", str(tmp_path)) == 1
    said = capsys.readouterr().out
    assert f'{path}:1: projct: "projct" is not a field of this file. Did you mean "project"?' in said
    assert "No document was made: 1 problem." in said
    assert [each.name for each in tmp_path.iterdir()] == ["wrong.json"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("comittee-paper", 'there is no document "comittee-paper". Did you mean "committee-paper"? Documents: '),
        (
            f"{PAPER} --format docs",
            '"docs" is no format. Did you mean "docx"? Formats: html, docx, odt, pdf and epub.',
        ),
        (f"{PAPER} --format epub", "committee-paper is not made as epub. Its formats: html, docx, odt and pdf."),
        ("--answers x --as atsr", '"atsr" can\'t be made from answers. Did you mean "atrs"? Write --as '),
        ("--answers x --format epub", '"epub" is no format here. Formats: html, docx, odt and pdf.'),
        (
            f"{PAPER} --answers x",
            '--answers makes its own document. Leave out "committee-paper", and choose one with --as.',
        ),
    ],
)
def test_a_wrong_call_is_explained(root: Path, capsys: pytest.CaptureFixture[str], options: str, words: str) -> None:
    assert export(root, *options.split()) == 2
    assert f"accord export: {words}" in capsys.readouterr().err


def test_a_document_that_fails_is_told(
    root: Path, answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program's own words, no traceback, and no file."""

    def fail(*_: object) -> list[object]:
        raise Failed("pandoc: no")

    monkeypatch.setattr(shelf, "make", fail)
    monkeypatch.setattr("accord.paper.tools.pandoc", fail)
    for options in ((PAPER,), ("--answers", str(answers))):
        assert export(root, *options, "--out", str(tmp_path)) == 2
        assert capsys.readouterr().err == "accord export: a document could not be made. pandoc: no\n"
    assert list(tmp_path.iterdir()) == []


def test_a_project_with_problems_makes_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = support.sample(tmp_path / "sample")
    support.write(root, "data/roles/baker.yml", "id: baker\n")
    assert export(root) == 1
    assert "data/roles/baker.yml" in capsys.readouterr().out
