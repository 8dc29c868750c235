"""A copy's projects in a real browser: in the navigation, without a violation, and nothing that was typed runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser

from tests import answers_made as made
from tests import forks
from tests.browser.conftest import DESKTOP, PHONE, Watch, served
from tests.browser.test_axe import AXE, RUN, VIEWS
from tests.built.pages import parsed

pytestmark = pytest.mark.browser
NAME = "Early help list <script>document.title='ran'</script>"
PROJECT = {
    "name": NAME, "organisation": "Anytown Council", "purpose": "Families wait too long for help.",
    "use_of_ml": "piloting", "supplier": "Made-Up Models Ltd", "office": "Head of early help",
    "url": "https://www.example.org/early-help",
}  # fmt: skip
ANSWERS = {
    "care-q1": {"asked": "0" * 12, "state": "answered", "notes": "<img src=x onerror=alert(1)>\n{{ 7*7 }} [[care]]",
                "evidence": [{"text": "Minutes", "url": "https://www.example.org/m"}, {"text": "A file"}]},
    "rec-3": {"asked": "0" * 12, "state": "planned", "role": "director", "by": "2027-03-01"},
}  # fmt: skip
DECISION = {"answer": "not-yet", "reasons": "Records are patchy.", "look_again": "2026-11-01"}
OWN = ("projects/index.html", "projects/early-help/index.html", "projects/notes-tool/index.html")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of a council's copy with two projects, and return its folder."""
    forked = forks.adopted(tmp_path_factory.mktemp("projects"))
    folder = forked.fork / "data" / "local" / "assessments"
    made.write(folder / "early-help.json", made.plain("0.3.0", ANSWERS, project=PROJECT, decision=DECISION))
    (folder / "notes-tool.yml").write_text(
        'format: accord-answers-1\nguidance: "0.3.0"\nsaved: "2026-05-01"\nproject:\n  name: A tool that writes notes\n'
        "  organisation: Anytown Council\n  purpose: Workers write in the evening.\n  office: Digital services\n",
        encoding="utf-8",
    )
    assert forked.run("site") == 0
    return forked.fork / "site"


@pytest.fixture(scope="module")
def address(copy: Path) -> Iterator[str]:
    with served(copy) as address:
        yield address


def test_pages_are_sound_html(copy: Path) -> None:
    """Each page parses strictly, names no id twice, and no heading leaves out a level."""
    for name in OWN:
        page = parsed(copy / name)
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=[f"{size['width']}-{scheme}" for size, scheme in VIEWS])
def test_no_violation(browser: Browser, address: str, size: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    found: list[str] = []
    for name in OWN:
        page.goto(f"{address}{name}")
        page.add_script_tag(path=str(AXE))
        found += [f"{name}: {violation}" for violation in page.evaluate(RUN)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    context.close()
    assert found == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_was_typed_is_shown_and_never_run(browser: Browser, address: str, size: dict[str, int]) -> None:
    """From the home page to a project: every value is there as typed, and no script of it ran."""
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    watch = Watch(context, address)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("region", name="Anytown Council and the Commitment").get_by_role(
        "link", name="Our projects"
    ).click()
    page.get_by_role("link", name="Early help list").click()
    assert page.locator("h1").inner_text() == NAME
    said = page.locator("main").inner_text()
    for words in ("<img src=x onerror=alert(1)>", "{{ 7*7 }} [[care]]", "Records are patchy.", "that day has passed"):
        assert words in said
    assert page.title().startswith("Early help list")
    assert page.locator("main img, main script").count() == 0
    assert page.get_by_role("link", name="Minutes").get_attribute("href") == "https://www.example.org/m"
    context.close()
    assert (watch.away, watch.errors) == ([], [])


def test_the_projects_are_in_the_navigation_and_not_in_the_search(copy: Path) -> None:
    """The section of the Commitment lists them; the search index has none of their words."""
    for name, way in (("commitment/index.html", "../projects/"), ("commitment/about/index.html", "../../projects/")):
        assert f'<a href="{way}">Our projects</a>' in (copy / name).read_text(encoding="utf-8"), name
    assert "Made-Up Models" not in (copy / "search" / "search_index.json").read_text(encoding="utf-8")


def test_the_data_holds_to_its_schema(copy: Path) -> None:
    content = json.loads((copy / "api" / "projects.json").read_text(encoding="utf-8"))
    schema = json.loads((copy / "api" / content["$schema"]).read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(content)) == []
    assert [each["slug"] for each in content["projects"]] == ["notes-tool", "early-help"]


def test_upstream_has_no_such_page(site: Path) -> None:
    """Upstream publishes no projects: no page, no data, nothing in the navigation."""
    assert not (site / "projects").exists()
    assert not (site / "api" / "projects.json").exists()
    assert "projects/" not in (site / "commitment" / "index.html").read_text(encoding="utf-8")
