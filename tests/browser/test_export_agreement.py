"""Documents that a worksheet makes in the browser say what `accord export` says, whatever the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from accord.answers import reading
from accord.answers.answers import Answer, Answers
from accord.answers.pages import from_answers
from accord.answers.pages.answer_inserts import INSERTS, Made
from accord.guidance.known import Known, known
from accord.guidance.releases import Frozen, Wording
from accord.paper import html
from accord.paper.blocks import Block, Heading, Paragraph
from accord.site.workspace import open_checked
from tests import answers_made, export_files
from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
Make = Callable[[Known], Answers]
SHEET = "toolkit/worksheets/should-we/"
SHOWN = ("class", "href", "scope", "lang", "content", "name")


def tree(page: str) -> list[tuple[str, dict[str, str], str, str]]:
    """Return every element of a page, which must parse strictly, with its attributes and its words."""
    root = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True).parse(page)
    return [
        (
            str(each.tag).rpartition("}")[2],
            {name: value for name, value in each.attrib.items() if name in SHOWN},
            " ".join((each.text or "").split()),
            " ".join((each.tail or "").split()),
        )
        for each in root.iter()
    ]


def opened(page: Page, path: Path) -> None:
    page.locator("[data-document][data-offered]").wait_for()
    page.get_by_label("Load answers").set_input_files(path)
    page.get_by_role("heading", name="Your answers are loaded").wait_for()


def pressed(page: Page, name: str) -> bytes:
    """Press a button from the keyboard, and return the file that comes of it."""
    page.get_by_role("button", name=name).focus()
    with page.expect_download() as caught:
        page.keyboard.press("Enter")
    return Path(caught.value.path()).read_bytes()


@pytest.mark.parametrize("make", [export_files.full, export_files.empty, export_files.hostile])
def test_the_page_makes_what_the_command_makes(open_page: Open, tmp_path: Path, make: Make) -> None:
    """Element for element and word for word, in every layout."""
    g = open_checked(ROOT).guidance
    page, watch = open_page(SHEET)
    opened(page, export_files.written(tmp_path / "answers.json", make(known(g))))
    raw = pressed(page, "Download my answers")
    judged = answers_made.book(ROOT).judged(*reading.parse("answers.json", raw))
    assert judged.answers
    for layout in g.layouts:
        page.get_by_label("Make a document from these answers").select_option(layout.name)
        made = pressed(page, "Save as a web page (HTML)").decode()
        wanted = html.alone(from_answers.document(g, layout, judged.answers))
        assert tree(made) == tree(wanted), layout.name
    assert watch.away == []
    assert watch.errors == []


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_a_saved_page_stands_alone(open_page: Open, tmp_path: Path, viewport: dict[str, int]) -> None:
    """Opened from a folder it has its style, runs nothing, loads nothing, and has no fault that axe finds."""
    g = open_checked(ROOT).guidance
    page, watch = open_page(SHEET, viewport=viewport)
    opened(page, export_files.written(tmp_path / "answers.json", export_files.hostile(known(g))))
    kept = tmp_path / "report.html"
    kept.write_bytes(pressed(page, "Save as a web page (HTML)"))
    assert "Saved as" in page.locator("[data-says]").inner_text()
    page.goto(kept.as_uri())
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found: Any = Axe().run(page)
    assert [each["id"] for each in found.response["violations"]] == []
    assert [line for line in watch.errors if "Content Security Policy" in line and "script" not in line] == []


def test_faults_are_told_before_a_document_is_made(open_page: Open) -> None:
    """What could not be downloaded can't be made into a document either; the page says what is wrong."""
    page, _ = open_page(SHEET)
    page.locator("[data-document][data-offered]").wait_for()
    page.get_by_text("About the project").click()
    page.get_by_label("Public page about it").fill("http://not-https.example")
    page.get_by_role("button", name="Save as a web page (HTML)").click()
    page.locator("[data-faults] a").first.wait_for()
    assert "https" in page.locator("[data-faults]").inner_text()


def told(blocks: Iterator[Block]) -> Iterator[list[Any]]:
    """Yield each heading and paragraph as plain values."""
    for block in blocks:
        match block:
            case Heading(level, words):
                yield ["Heading", level, words]
            case Paragraph(runs, look):
                yield ["Paragraph", look, *(run.text for run in runs)]


def test_older_and_retired_words_are_those_of_the_command(open_page: Open) -> None:
    """Of an older file both show the words of that time, and keep what is asked no more."""
    g = open_checked(ROOT).guidance
    old, gone = (
        Wording("care-q1", "question", "What was asked?"),
        Wording("care-q9", "practice", "Bake\nmust\nKnead it."),
    )
    release = Frozen(path="", version="0.1.0", date="2026-01-01", items=(old, gone))
    asks = replace(known(g), releases=(release, *known(g).releases))
    answers = {each.id: Answer(each.digest, "", f"About {each.id}.") for each in (old, gone)}
    layout = g.layouts[0]
    made = Made(layout, Answers("0.1.0", "2026-02-01", answers=answers), asks)
    page, _ = open_page(SHEET)
    found = page.evaluate(
        """async ({ wordings, retired, answers }) => {
          const { inserts } = await import(new URL("../../../assets/worksheet/export/inserts.js", location).href);
          const get = async (name) => (await fetch(new URL(`../../../api/${name}.json`, location))).json();
          const known = { ...(await get("worksheets")), rules: await get("answer-rules"), past: { wordings, retired } };
          const said = await get("exports");
          const file = { project: {}, decision: {}, answers: new Map(Object.entries(answers)) };
          const m = { layout: said.layouts[0], file, known, said };
          const plain = ({ kind, level, text, look, runs }) =>
            kind === "Heading" ? [kind, level, text] : [kind, look, ...runs.map((run) => run.text)];
          const some = (name) => inserts[name](m).filter(({ kind }) => kind !== "Listing");
          return ["sheets", "retired"].map((name) => some(name).map(plain));
        }""",
        {
            "wordings": {each.id: {each.digest: each.words} for each in (old, gone)},
            "retired": {gone.id: {"kind": gone.kind, "words": gone.words, "retired": asks.gone[gone.id].retired}},
            "answers": {name: {"asked": each.asked, "notes": each.notes} for name, each in answers.items()},
        },
    )
    assert found == [list(told(INSERTS[name](made))) for name in ("sheets", "retired")]
    assert ["Paragraph", "small", "Asked then: ", "What was asked?"] in found[0]
    assert ["Paragraph", "small", "Must: Knead it."] in found[1]
