"""Each sheet has a page that asks all that the sheet asks, in plain controls with the words of the model."""

import dataclasses
import html
import re
from pathlib import Path

from accord.answers.answers import FIELDS, Answer, More, Proof
from accord.answers.pages.worksheet import WORDS, Card
from accord.answers.states import STATES
from accord.guidance.sheets import SHOULD_WE
from accord.pages.templating import render
from accord.register.published import Published
from accord.site.macros import MACROS
from tests.conftest import ROOT

BASE = "../../../"


def test_every_sheet_has_a_page_in_the_navigation(root: Path, live: Published) -> None:
    """A sheet whose page is missing would be asked nowhere."""
    navigation = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for sheet in live.sheets:
        page = f"{sheet.page.rstrip('/')}.md"
        assert f'{{{{ worksheet("{sheet.id}") }}}}' in (root / "docs" / page).read_text(encoding="utf-8")
        assert f"{page}\n" in navigation


def test_every_page_asks_all_and_nothing_twice(live: Published) -> None:
    """Each item is there once, with its words and a radio for each state of its kind; no id stands twice.

    Yes, not yet or no is the team's own, on the first sheet alone, and nothing is counted in percent.
    """
    for sheet in live.sheets:
        page = MACROS["worksheet"](live, BASE, sheet.id)
        assert re.findall('data-item="([^"]+)"', page) == [item.id for item in sheet.items]
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), sheet.id
        words = html.unescape(re.sub("<[^>]+>", "", page))
        for item in sheet.items:
            assert item.label in words
            radios = re.findall(f'name="{item.id}-state" id="[^"]+" value="([^"]+)"', page)
            assert radios == list(STATES[item.kind])
        assert ('data-part="decision"' in page) == (sheet.id == SHOULD_WE)
        assert "%" not in re.sub("<li>.*?</li>", "", page)  # steps and evidence, as lists, may speak of a share


def test_the_controls_are_the_fields_of_the_format(live: Published) -> None:
    """The project's and the decision's fields are all there, in the format's order, and no others."""
    page = html.unescape(MACROS["worksheet"](live, BASE, SHOULD_WE))

    def fields(start: str, end: str) -> list[str]:
        return re.findall('data-field="([^"]+)"', page[page.index(start) : page.index(end, page.index(start))])

    assert fields('data-part="project"', "</details>") == list(FIELDS["project"])
    assert fields('data-part="decision"', "</fieldset>") == list(FIELDS["decision"])
    assert fields('id="earlier-model"', "</template>") == list(FIELDS["decision"])
    assert fields('id="more-model"', "</template>") == [field.name for field in dataclasses.fields(More)]
    assert sorted({*re.findall('data-(?:field|rows)="([^"]+)"', page)} - set(sum(FIELDS.values(), ()))) == sorted(
        {field.name for kind in (Answer, Proof, More) for field in dataclasses.fields(kind)} - {"asked", "url", "steps"}
        | {"earlier"}
    )


def test_the_list_names_every_sheet(live: Published) -> None:
    page = MACROS["worksheets"](live, BASE, "")
    assert set(re.findall('href="([^"#]+)"', page)) == {f"{BASE}{sheet.page}" for sheet in live.sheets}
    assert page.count("<li") == len(live.sheets)
    new = render("worksheet_cards.html", live, BASE, cards=[Card("handing-over", "Handing over", "x/", "New.")])
    assert '<li><a href="../../../x/">Handing over</a>' in new  # whatever was ticked
    ticks = set(re.findall('checkbox" id="which-([a-z]+)"', MACROS["which_sheets"](live, BASE, "")))
    assert ticks == set(re.findall("for-([a-z]+)", page))
    assert ticks == set(re.findall(r"#which-([a-z]+):checked", (ROOT / "docs/assets/gates.css").read_text()))
    assert set(WORDS) == set(STATES)
