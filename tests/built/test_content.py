"""What the data holds is on the pages: each id an anchor, each file with an edit link, each figure with words."""

from pathlib import Path

import pytest
import yaml

from accord.guidance.pages import api
from accord.site.workspace import Workspace, open_checked
from tests import stranger
from tests.built.pages import HTML, Built, pages, parsed, words

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return open_checked(root)


def _page(site: Path, name: str) -> Built:
    return Built(name, parsed(site / name))


def test_every_id_is_an_anchor_where_the_model_says(site: Path, workspace: Workspace) -> None:
    """An id is an address that never breaks: the page that the model names has it."""
    ids = {page.name: set(page.ids) for page in pages(site)}
    entries = workspace.guidance.entries.values()
    assert [each.address for each in entries if each.id not in ids[f"{each.page}index.html"]] == []


def test_every_data_file_has_an_edit_link(site: Path, workspace: Workspace) -> None:
    """From each block a link leads to its file, and the file is there to read."""
    linked = {value for page in pages(site) for _, key, value in page.attributes() if key == "href"}
    targets = {value.rpartition("source/")[2] for value in linked if "source/data/" in value}
    skip = ("data/search.yml", "data/site.yml", "data/local/")  # they fill no block of a page, or are a council's own
    never = ("data/guidance-releases/", "commitment/")  # frozen
    edited = [each.path for each in workspace.project.documents if not each.path.startswith((*skip, *never))]
    wanted = {f"{path}.txt" for path in edited}
    assert wanted - targets == set()
    assert all((site / "source" / target).is_file() for target in targets)


def test_every_page_says_when_it_was_reviewed(site: Path, workspace: Workspace) -> None:
    """The dates set by hand stand on the page, with an edit link."""
    for source in workspace.project.pages:
        page = _page(site, f"{source.address}index.html")
        times = {time.get("datetime") for time in page.all("time")}
        assert {source.meta("last_reviewed"), source.meta("review_due")} <= times, source.path
        links = [value for _, key, value in page.attributes() if key == "href"]
        assert any(value.endswith(f"source/{source.path}.txt") for value in links), source.path


def test_figures_that_lead_on_name_what_they_draw(site: Path, workspace: Workspace) -> None:
    """Each stage is a link of the drawing, wide and narrow; the framework's page names every part."""
    guidance = workspace.guidance
    framework = words(_page(site, "framework/index.html").all("main")[0])
    for element in (*guidance.tiers, *guidance.values, *guidance.principles, *guidance.virtues, *guidance.contexts):
        assert element.label in framework
    lifecycle = [link.get("aria-label") or "" for link in _page(site, "lifecycle/index.html").tree.iter(f"{SVG}a")]
    for stage in guidance.stages:
        assert sum(stage.label in label for label in lifecycle) == 2


def test_every_figure_is_on_a_page_with_its_words(site: Path, workspace: Workspace) -> None:
    """What a figure draws, a reader who cannot see it has in words."""
    shown = {figure.get("id"): page for page in pages(site) for figure in page.all("figure")}
    for figure in workspace.guidance.figures:
        said = words(shown[f"figure-{figure.name}"].all("main")[0])
        assert all(part.label in said and part.text in said for part in figure.points), figure.name


def test_the_matrix_is_whole(site: Path, workspace: Workspace) -> None:
    """The table has a row for every practice, and the filters know what it serves and who does it."""
    page = _page(site, "toolkit/practices/index.html")
    table = next(t for t in page.all("table") if t.get("id") == "practices")
    rows = table.findall(f"{HTML}tbody/{HTML}tr")
    practices = list(workspace.guidance.practices.values())
    assert len(rows) == len(practices)
    for row, practice in zip(rows, practices, strict=True):
        assert row.get("data-principle") == " ".join(practice.principles)
        assert row.get("data-role") == " ".join(practice.roles)


def test_the_api_asks_for_no_list_that_may_be_empty() -> None:
    """It leaves such a list out where it is empty."""
    lists = {"all": {"type": "array", "minItems": 1}, "some": {"type": "array", "minItems": 0}}
    assert api._relaxed({"required": [*lists], "properties": lists})["required"] == ["all"]


def test_a_citation_says_how_strong_it_is(site: Path, workspace: Workspace) -> None:
    """Where a page cites a source that we have not read, or only in part, it says so beside it."""
    strength = {source.id: source.strength for source in workspace.guidance.sources}
    said = {"first-hand": "", "part": "read in part", "second-hand": "second-hand"}
    for page in pages(site):
        for span in page.all("span"):
            if span.get("class") == "cite":
                (anchor,) = span.iter(f"{HTML}a")
                name = anchor.get("href", "").rpartition("#")[2]
                found = next((mark for mark in said.values() if mark and f", {mark})" in words(span)), "")
                assert found == said[strength[name]], f"{page.name}: {words(span)}"


RETIRED = yaml.safe_load(Path(__file__).with_name("retired_anchors.yml").read_text("utf-8"))
NEAR = 300  # characters after an anchor: what a reader who follows an old link sees first


def led_to(page: Built, anchor: str) -> str:
    """Return the words that begin at an anchor, or nothing where the page has no such anchor."""
    elements = list(page.tree.iter())
    at = next((index for index, element in enumerate(elements) if element.get("id") == anchor), len(elements))
    return " ".join(" ".join(f"{element.text or ''} {element.tail or ''}" for element in elements[at:]).split())


@pytest.mark.parametrize("name", RETIRED)
def test_a_heading_that_is_gone_leads_to_what_took_its_place(site: Path, name: str) -> None:
    page = _page(site, f"{name}index.html")
    seen = {anchor: led_to(page, anchor)[:NEAR] for anchor in RETIRED[name]}
    assert {anchor: text for anchor, text in seen.items() if not text or RETIRED[name][anchor] not in text} == {}


def test_a_stage_before_buying_leads_to_its_first_question(site: Path, workspace: Workspace) -> None:
    page = _page(site, "toolkit/before-you-buy/index.html")
    for stage in workspace.guidance.stages:
        titles = tuple(workspace.guidance.plain(each.title) for each in stage.practices if each.before_buying)
        assert not titles or led_to(page, f"buy-{stage.id}").startswith(titles), stage.id


def test_a_lost_anchor_would_be_seen(site: Path) -> None:
    assert led_to(_page(site, "about/index.html"), "gone-for-good") == ""


def test_the_recipe_on_the_page_is_what_is_run(site: Path) -> None:
    """The blocks that a stranger copies are those of their file (tests/test_stranger.py runs them), sign by sign."""
    shown = ["".join(code.itertext()) for code in _page(site, "commitment/verify/index.html").all("code")]
    assert [name for name, block in stranger.blocks().items() if block not in shown] == []
