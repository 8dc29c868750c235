"""Documents made from answers: full, empty and hostile files, in every format, to the same bytes each time."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import html5lib
import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from accord.answers.answers import Answer, Answers
from accord.answers.export_words import DECISION_LABELS, PROJECT_LABELS, WORDS
from accord.answers.pages import export_data, from_answers
from accord.answers.pages.answer_inserts import INSERTS, Made
from accord.commands import from_answers as command
from accord.guidance.known import Known, known
from accord.guidance.layout import Layout
from accord.guidance.releases import Frozen, Wording
from accord.paper import html
from accord.paper.blocks import Document, Heading, Paragraph, typed
from accord.paper.formats import recipe
from accord.register.published import Published
from accord.site.workspace import open_checked
from tests import export_files
from tests.conftest import ROOT
from tests.documents import WORD, text, trees
from tests.test_document_formats import ORDERS

Make = Callable[[Known], Answers]
MAKES: list[Make] = [export_files.full, export_files.empty, export_files.hostile]


@pytest.fixture(scope="module")
def g() -> Published:
    return open_checked(ROOT).guidance


def layout(g: Published, name: str) -> Layout:
    return next(each for each in g.layouts if each.name == name)


def made(g: Published, name: str, make: Make) -> Document:
    return from_answers.document(g, layout(g, name), make(known(g)))


def page(document: Document) -> Xml.Element:
    tree: Xml.Element = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True).parse(
        html.alone(document)
    )
    return tree


def test_there_is_a_layout_of_each_name(g: Published) -> None:
    assert [each.name for each in g.layouts] == ["report", "atrs", "dpia", "equality", "supplier", "families"]


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("name", ["report", "atrs", "dpia", "equality", "supplier", "families"])
def test_every_document_says_what_it_is(g: Published, name: str, make: Make) -> None:
    """It is a draft, of a version and a day; it tells what is open, and where its form comes from."""
    words = text(page(made(g, name, make)))
    assert "A draft, made from answers" in words
    assert "People must check every word" in words
    assert f"Made from answers saved on 22 November 2026, with version {g.release.version} of the guidance." in words
    assert layout(g, name).open in words
    for source in layout(g, name).basis:
        assert g.source_by_id[source].title in words


@pytest.mark.parametrize("name", ["atrs", "dpia", "equality", "supplier", "families"])
def test_what_nothing_fills_says_so_and_where_to_look(g: Published, name: str) -> None:
    """Of an empty file each field gives its gap twice: in its place, and in the list at the end."""
    words = text(page(made(g, name, export_files.empty)))
    for field in layout(g, name).fields:
        gap = g.plain(field.gap)
        assert f"{layout(g, name).lead} {gap}" in words, field.label
        assert words.count(gap) >= 2, field.label
    total = len(layout(g, name).fields)
    assert f"Fields that an answer fills: 0 of {total}. Not filled: {total}." in words


def test_a_full_file_fills_every_field_that_can_be(g: Published) -> None:
    """What stays empty is what no answer could fill, or what is answered as open."""
    words = text(page(made(g, "atrs", export_files.full)))
    for value in (*export_files.PROJECT.values(), "Piloting"):
        if value != "piloting":
            assert " ".join(value.split("\n")[0].split()) in words
    assert "What we say to modelling-5." in words
    assert "Evidence: Paper " in words
    assert "Companies House Number: Look in the contract" in words


def test_the_report_leaves_nothing_out(g: Published) -> None:
    """Every answer, piece of evidence, state, role and day of the file stands in the report."""
    asks = known(g)
    file = export_files.full(asks)
    words = text(page(from_answers.document(g, layout(g, "report"), file)))
    for name, answer in file.answers.items():
        assert f"What we say to {name}." in words
        assert asks.asked[name].label in words
        assert f"Evidence: {answer.evidence[0].text} https://alderwick.example/paper" in words
    assert words.count("And a second line.") == len(file.answers)
    assert words.count("By 31 January 2027.") >= len(file.answers)
    assert "Nobody has asked families. The records leave out what they say." in words
    older = sum(answer.asked != asks.asked[name].digest for name, answer in file.answers.items())
    assert words.count(WORDS["old-words"]) == 2 * older  # under the answer, and in the list of what is open


def test_the_page_for_families_is_without_evidence_and_states(g: Published) -> None:
    words = text(page(made(g, "families", export_files.full)))
    assert "What we say to care-q2." in words
    assert "Evidence:" not in words
    assert "(Answered)" not in words
    assert "Not answered yet" not in words


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf", "html"])
@pytest.mark.parametrize("make", MAKES)
def test_each_format_is_made_twice_to_the_same_bytes(g: Published, ending: str, make: Make) -> None:
    document = made(g, "equality", make)
    assert command._made(document, ending) == command._made(made(g, "equality", make), ending)


@pytest.mark.parametrize("name", ["report", "supplier"])
def test_hostile_answers_are_words_in_every_format(g: Published, name: str) -> None:
    """No answer becomes a field, a link, a script, a style or an order to a program."""
    document = made(g, name, export_files.hostile)
    wanted = [" ".join(typed(value).split()) for value in export_files.HOSTILE] if name == "report" else []
    tree = page(document)
    kinds = {str(each.tag).rpartition("}")[2] for each in tree.iter()}
    assert kinds.isdisjoint({"script", "iframe", "img", "object", "form", "input", "link"})
    assert [key for each in tree.iter() for key in each.attrib if key.startswith("on") or key == "style"] == []
    links = {each.get("href") for each in tree.iter() if str(each.tag).endswith("}a")}
    ours = {url for _, _, url in from_answers.sources(g, layout(g, name)) if url}
    assert links - ours == {export_files.PROJECT["url"]}
    assert [value for value in wanted if value not in text(tree)] == []

    word = trees(recipe(document, "docx").make())
    body = word["word/document.xml"]
    assert {tag for tag in ORDERS if list(body.iter(f"{WORD}{tag}"))} <= {"hyperlink"}
    out = [r.get("Target") for tree in word.values() for r in tree if r.get("TargetMode") == "External"]
    assert set(out) <= {export_files.PROJECT["url"], *ours}
    assert [value for value in wanted if value not in text(body)] == []

    content = trees(recipe(document, "odt").make())["content.xml"]
    names = {re.sub(r"\{.*\}", "", str(each.tag)) for each in content.iter()}
    assert names.isdisjoint({"script", "event-listener", "dde-connection", "object", "frame", "text-input"})
    assert [value for value in wanted if value not in text(content)] == []

    reader = PdfReader(io.BytesIO(recipe(document, "pdf").make()))
    told = re.sub(r"[\s\u200b\ufffe]", "", "".join(each.extract_text() for each in reader.pages))
    assert [value for value in wanted if re.sub(r"\s", "", value) not in told] == []
    actions = [note.get_object()["/A"] for each in reader.pages for note in each.get("/Annots", [])]
    assert {action.get("/URI") for action in actions if "/URI" in action} <= {export_files.PROJECT["url"], *ours}
    assert {action["/S"] for action in actions} <= {"/URI", "/GoTo"}


def test_what_is_asked_no_more_stays_in_the_report(g: Published) -> None:
    """An answer to a retired question is shown at the end, with the words that it was given to."""
    asks = known(g)
    old = Wording("care-q9", "question", "What did the old question ask?")
    release = Frozen(path="", version="0.1.0", date="2026-01-01", items=(old,))
    asks = replace(asks, releases=(release, *asks.releases))
    file = Answers("0.1.0", "2026-02-01", answers={"care-q9": Answer(old.digest, "answered", "It was about bread.")})
    blocks = list(INSERTS["retired"](Made(layout(g, "report"), file, asks)))
    assert blocks[0] == Heading(2, "What did the old question ask?")
    said = [block.runs[0].text for block in blocks if isinstance(block, Paragraph)]
    assert said[1:] == ["Answered", "It was about bread."]
    assert said[0].startswith("No longer asked, since version ")


def test_the_published_layouts_fit_their_schema(g: Published) -> None:
    """/api/exports.json holds every layout with plain words; its schema refuses a field that it does not know."""
    files = dict(export_data.files(g))
    told, schema = json.loads(files["api/exports.json"]), json.loads(files["api/schema/exports.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(told)) == []
    assert list(validator.iter_errors({**told, "surprise": 1}))
    assert "[[" not in files["api/exports.json"]
    assert told["policy"] in html.alone(made(g, "report", export_files.empty))
    assert set(told["labels"]["project"]) == set(PROJECT_LABELS)
    assert set(told["labels"]["decision"]) == set(DECISION_LABELS)


def test_written_files_have_names_of_their_own(g: Published, tmp_path: Path) -> None:
    written = export_files.written(tmp_path / "finder.json", export_files.empty(known(g)))
    assert written.read_bytes().endswith(b"\n")
