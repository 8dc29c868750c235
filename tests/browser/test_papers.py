"""Papers made of answers in the browser: each whole, in every kind of file, whatever the answers say."""

from __future__ import annotations

import csv
import io
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from accord.answers.answers import Answer, Answers, More
from accord.guidance.known import Known, known
from accord.paper.blocks import typed
from accord.register.published import Published
from accord.site.workspace import open_checked
from tests import export_files
from tests.browser.conftest import DESKTOP, PHONE, Open, violations
from tests.browser.paper_reader import answered, flat, html_text, opened, saved, template, word_text
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
Make = Callable[[Known], Answers]
SHEET = "toolkit/worksheets/should-we/"
MAKE = """async ({ name, past, answers }) => {
  const { made } = await import(new URL("../../../assets/paper/made.js", location).href);
  const get = async (name) => (await fetch(new URL(`../../../api/${name}.json`, location))).json();
  const known = { ...(await get("worksheets")), rules: await get("answer-rules"), past };
  const said = await get("exports");
  const file = { guidance: known.version, saved: "2026-02-01", project: {}, decision: {} };
  file.earlier = [];
  file.answers = new Map(Object.entries(answers));
  return made({ layout: said.layouts.find((each) => each.name === name), file, known, said });
}"""


@pytest.fixture(scope="module")
def g() -> Published:
    return open_checked(ROOT).guidance


@pytest.mark.parametrize("make", [export_files.full, export_files.empty, export_files.hostile])
def test_every_paper_has_all_of_its_template(open_page: Open, tmp_path: Path, g: Published, make: Make) -> None:
    """For Word and as a page, of full, empty and hostile answers; nothing is fetched from elsewhere."""
    page, watch = open_page(SHEET)
    opened(page, export_files.written(tmp_path / "answers.json", make(known(g))))
    for layout in g.layouts:
        for kind, read in (("docx", word_text), ("html", html_text)):
            told = read(saved(page, layout.name, kind))
            assert [each for each in template(g, layout) if flat(each) not in told] == [], (layout.name, kind)
            if make is export_files.empty:
                assert [field.gap for field in layout.fields if flat(g.plain(field.gap)) not in told] == []
    assert watch.away == []
    assert watch.errors == []


def test_every_paper_can_be_seen_filled_in(open_page: Open, g: Published) -> None:
    """One press loads the made-up council's answers, and each paper is made of them and says that they are made up."""
    page, _ = open_page(SHEET)
    page.locator("[data-document][data-offered]").wait_for()
    page.get_by_role("button", name="Fill in with a made-up example").click()
    page.get_by_role("heading", name="Your answers are loaded").wait_for()
    for layout in g.layouts:
        if "html" in layout.files:
            assert "made up" in html_text(saved(page, layout.name, "html")), layout.name
    assert violations(page) == []


def test_hostile_answers_are_words_in_every_kind(open_page: Open, tmp_path: Path, g: Published) -> None:
    """The report holds each as it was typed; a spreadsheet computes no cell; a calendar has no line of theirs."""
    page, _ = open_page(SHEET)
    opened(page, export_files.written(tmp_path / "answers.json", export_files.hostile(known(g))))
    for kind, read in (("docx", word_text), ("html", html_text)):
        told = read(saved(page, "report", kind))
        assert [each for each in export_files.HOSTILE if flat(typed(each)) not in told] == []
    for layout in g.layouts:
        for kind in layout.files:
            text = saved(page, layout.name, kind).decode("utf-8-sig")
            if kind == "csv":
                cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
                assert [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell] == []
            else:
                names = {line.partition(":")[0].partition(";")[0] for line in text.split("\r\n") if line[:1] != " "}
                assert names <= {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP",
                                 "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", ""}  # fmt: skip
                assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_actions_have_owner_day_and_status_and_the_earliest_comes_first(
    open_page: Open, tmp_path: Path, g: Published
) -> None:
    asks = known(g)
    first, second, third = list(asks.asked.values())[:3]
    role = next(iter(asks.roles))
    answers = {
        first.id: Answer(first.digest, "open", by="2027-05-01"),
        second.id: Answer(second.digest, "open", by="2020-02-03", role=role),
        third.id: Answer(
            third.digest,
            "answered",
            "Done with.",
            by="2026-01-02",
            more=(
                More("Ask", "Finance; legal team", "2026-12-31"),
                More("Count", by="2026-02-03", done="yes"),
                More("Tell", done="yes"),
            ),
        ),
    }
    one, other = asks.release.twins[0]  # ticked on one sheet, and words alone on the other that asks it
    answers |= {
        one: Answer(asks.asked[one].digest, "answered", "Both."),
        other: Answer(asks.asked[other].digest, notes="Both."),
    }
    page, _ = open_page(SHEET)
    file = replace(export_files.empty(asks), answers=answers)
    opened(page, export_files.written(tmp_path / "answers.json", file))
    head, *rows = csv.reader(io.StringIO(saved(page, "actions", "csv").decode("utf-8-sig"), newline=""))
    assert head[:4] == ["What", "Status", "Owner", "By"]
    assert [row[0] for row in rows] == [second.label, f"Ask ({third.label})", first.label]
    assert rows[1][2:4] == ["Finance; legal team", "2026-12-31"]
    assert rows[0][2:4] == [asks.roles[role], "2020-02-03"]
    assert "Overdue" in rows[0][1]
    lines = saved(page, "actions", "ics").decode().split("\r\n")
    events = [line.partition("@")[0].removeprefix("UID:") for line in lines if line.startswith("UID:")]
    ended = [third.id, f"{third.id}-2"]  # a calendar that has what is done takes it away
    assert events == [second.id, f"{third.id}-1", first.id, *ended]  # not the day: another day moves the event
    assert len([line for line in lines if line.removeprefix("SEQUENCE:").isdigit()]) == len(events)
    assert lines.count("STATUS:CANCELLED") == len(ended)
    dates = [line for line in lines if line.startswith("DTSTART")]
    assert dates == [
        f"DTSTART;VALUE=DATE:{day}" for day in ("20200203", "20261231", "20270501", "20260102", "20260203")
    ]


def test_a_tick_alone_fills_nothing_and_the_count_says_so(open_page: Open, g: Published) -> None:
    asks = known(g)
    layout = next(each for each in g.layouts if each.name == "atrs")
    named = [field.answers[0] for field in layout.fields if field.answers][:2]
    page, _ = open_page(SHEET)

    def count(**more: str) -> str:
        answers = {name: {"asked": asks.asked[name].digest, "state": "done", **more} for name in named}
        paper = page.evaluate(MAKE, {"name": "atrs", "past": {}, "answers": answers})
        told: str = next(words for words in paper["blocks"][0]["text"] if words.startswith("Of "))
        return told

    total = len(layout.fields)
    assert count().endswith(
        f"Of {total} fields, 0 hold text about the project, 0 hold answers to write from, and {total} are empty."
    )
    assert "0 hold answers to write from" not in count(notes="Words.")


def test_older_and_retired_words_are_shown(open_page: Open, g: Published) -> None:
    """An answer to words that have changed stands beside them; one to what is asked no more stays in the report."""
    page, _ = open_page(SHEET)
    retired = {"care-q9": {"kind": "practice", "words": "Bake\nmust\nKnead it.", "retired": "0.2.0"}}
    past = {"wordings": {"care-q1": {"0" * 12: "What was asked?"}}, "retired": retired}
    answers = {name: {"asked": "0" * 12, "notes": f"About {name}."} for name in ("care-q1", "care-q9")}
    paper = page.evaluate(MAKE, {"name": "report", "past": past, "answers": answers})
    told = str(paper["blocks"])
    for wanted in ("What was asked?", "About care-q1.", "Bake", "Knead it.", "since version 0.2.0", "About care-q9."):
        assert wanted in told, wanted


def test_families_and_suppliers_see_what_is_meant_for_them(open_page: Open, tmp_path: Path, g: Published) -> None:
    """Families: no states, no evidence, and a number to ring. A supplier: nothing of what the council thinks. The form
    that they fill in comes back: their words and evidence are loaded, and nothing of what they took out again.
    """
    page, watch = open_page(SHEET)
    opened(page, export_files.written(tmp_path / "answers.json", export_files.full(known(g))))
    told = html_text(saved(page, "families", "html"))
    assert "What we say to " in told
    unsaid = ("Evidence:", "(Answered)", "fields", "rests on", "https://", "legal team")
    assert [words for words in unsaid if words in told] == []
    lines = [line for line in g.helplines.lines if "families" in line.places and line.phone]
    assert [line.phone for line in lines if line.phone not in told] == []
    raw = saved(page, "supplier", "docx")
    assert "What we say to " not in word_text(raw)
    form = tmp_path / "Form from Toolmaker.docx"
    form.write_bytes(answered(raw, {"Q1": ("A list & <b>.\nEach day.", "Sheet 4\nSheet 5"), "Q37": ("", "A draft")}))
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("Load answers").set_input_files(form)
    page.get_by_text("From Form from Toolmaker.docx").wait_for()
    raw = saved(page, "report", "docx")
    assert "A list & <b>. Each day." in word_text(raw)
    assert "What we say to " not in word_text(raw)
    for number, spoilt in enumerate((raw, form.read_bytes()[:3000], b"PK\x03\x04")):
        other = tmp_path / f"spoilt-{number}.docx"
        other.write_bytes(spoilt)
        page.get_by_label("Load answers").set_input_files(other)
        page.get_by_text(f"In {other.name}:").wait_for()
    assert watch.errors == []


@pytest.mark.skipif("SOFFICE" not in os.environ, reason="`make prove` opens the papers in LibreOffice")
def test_libreoffice_opens_each_and_the_committee_paper_stays_short(
    open_page: Open, tmp_path: Path, g: Published
) -> None:
    """However long the answers are, a committee paper has five sides at most, printed as a page too."""
    file = export_files.full(known(g))
    long = {name: replace(each, notes=f"{name}. {'Some words. ' * 160}") for name, each in file.answers.items()}
    page, _ = open_page(SHEET)
    opened(page, export_files.written(tmp_path / "answers.json", replace(file, answers=long)))
    for layout in g.layouts:
        if layout.shape == "numbered":
            (kept := tmp_path / "printed.html").write_bytes(saved(page, layout.name, "html"))
            other = page.context.new_page()
            other.goto(kept.as_uri())
            assert len(PdfReader(io.BytesIO(other.pdf(prefer_css_page_size=True, format="A4"))).pages) <= 5
        paper = tmp_path / f"{layout.name}.docx"
        paper.write_bytes(saved(page, layout.name, "docx"))
        command = [os.environ["SOFFICE"], "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(paper)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        sides = len(PdfReader(paper.with_suffix(".pdf")).pages)
        assert sides <= 5 or layout.shape != "numbered", sides


def test_a_saved_page_stands_alone(open_page: Open, tmp_path: Path, g: Published) -> None:
    """Opened from a folder it has its style, runs nothing, fits both widths, and has no fault that axe finds."""
    page, watch = open_page(SHEET)
    opened(page, export_files.written(tmp_path / "answers.json", export_files.hostile(known(g))))
    pages = {layout: saved(page, layout.name, "html") for layout in g.layouts}
    expect(page.locator("[data-says]")).to_contain_text("Saved as")
    seen = set[str]()
    for layout, raw in pages.items():
        kept = tmp_path / f"{layout.name}.html"
        kept.write_bytes(raw)
        page.goto(kept.as_uri())
        assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
        assert page.evaluate("document.scripts.length") == 0
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), layout.name
        if layout.shape not in seen:  # axe takes seconds, and what is made alike has the same faults
            assert violations(page) == [], layout.name
        seen.add(layout.shape)
    assert [line for line in watch.errors if "Content Security Policy" in line and "script" not in line] == []


def test_faults_are_told_before_a_paper_is_made(open_page: Open) -> None:
    """What could not be downloaded can't be made into a paper either; the page says what is wrong."""
    page, _ = open_page(SHEET)
    page.locator("[data-document][data-offered]").wait_for()
    page.get_by_text("About the project").click()
    page.get_by_label("Public page about it").fill("http://not-https.example")
    page.get_by_role("button", name="Save for Word").click()
    page.locator("[data-faults] a").first.wait_for()
    assert "https" in page.locator("[data-faults]").inner_text()
