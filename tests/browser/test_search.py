"""The search finds what readers type: other words for a thing, other forms of a word, and slips of the keys."""

import re
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Page, expect

from accord.site.workspace import open_checked
from tests.browser.conftest import PHONE, Open, violations
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
FIRST = 10
QUERIES = yaml.safe_load((ROOT / "tests" / "browser" / "queries.yml").read_text(encoding="utf-8"))
FIND = """async (queries) => {
    const { elsewhere, find, open } = await import(new URL("../assets/search-index.js", location).href);
    const index = await (window.index ??= open(new URL("../", location)));
    return queries.map((query) => [find(index, query).map((hit) => hit.id), elsewhere(index, query).length]);
}"""
LOST = """async () => {
    const { open } = await import(new URL("../assets/search-index.js", location).href);
    const { asked, places } = await open(new URL("../", location));
    return asked.map(({ to }) => to).filter((to) => !places.has(to));
}"""
HREFS = "links => links.map(link => link.getAttribute('href').replace(/^.*?:.[/][^/]*[/]/, ''))"


def wanted() -> Iterator[tuple[str, str]]:
    """Yield what is typed, and the place that has to be among the first results."""
    guidance = open_checked(ROOT).guidance
    for term in guidance.terms:
        yield from ((name, f"glossary/#{term.id}") for name in (term.label, *term.aliases))
    for stage in guidance.stages:
        yield stage.label, f"lifecycle/{stage.id}/"
    for clause in guidance.commitment.versions[-1].text.clauses:
        yield clause.label, f"commitment/{clause.id}/"
        yield " ".join(clause.words.split()[3:11]), f"commitment/{clause.id}/"


def missed(page: Page, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    found = page.evaluate(FIND, [typed for typed, _ in pairs])
    return [
        pair for pair, ids in zip(pairs, found, strict=True) if not any(i.startswith(pair[1]) for i in ids[0][:FIRST])
    ]


def test_it_finds_everything_by_its_names(open_page: Open) -> None:
    """Each stage, each promise by number and by some words, and nearly each term, though two letters slipped."""
    page, _ = open_page("search/")
    pairs = list(wanted())
    left = missed(page, pairs)
    assert [place for _, place in left if not place.startswith("glossary/")] == []
    assert len(left) < len(pairs) / 50, left  # some names, such as ML, are those of several terms
    words = [(name, place) for name, place in pairs if place.startswith("glossary/") and len(name.split()[0]) > 7][::3]
    slips = [(f"{name[:4]}{name[5]}{name[4]}{name[6:]}", place) for name, place in words]
    assert len(missed(page, slips)) < len(slips) / 10
    assert missed(page, [("zzqqxx", "glossary/")])
    assert page.evaluate(LOST) == []  # what data/search.yml names is in the index


def test_what_people_type_leads_to_the_right_place(open_page: Open) -> None:
    """In nine of ten queries of the table the right place is among the first three, or it is said to be elsewhere.

    A word of a phrase is not the phrase; no date, no other number and no like word answers for what was typed.
    """
    page, _ = open_page("search/")
    entries = open_checked(ROOT).guidance.entries
    table = [next(iter(row.items())) for row in QUERIES]
    found = page.evaluate(FIND, [query for query, _ in table])
    wrong = []
    for (query, wanted), (ids, away) in zip(table, found, strict=True):
        names = [wanted] if isinstance(wanted, str) else wanted
        starts = tuple(entries[name].address if name in entries else name for name in names)
        if not (away if wanted == "elsewhere" else any(each.startswith(starts) for each in ids[:3])):
            wrong.append((query, starts, ids[:3]))
    assert len(table) >= 80
    assert len(wrong) <= len(table) / 10, wrong
    typed = ["child in need", "is she a child in need", "my child", "how many children", "was my child scored"]
    assert [away > 0 for _, away in page.evaluate(FIND, typed)] == [True, True, False, False, False]
    typed = ["article 22", "section 4711", "GDPR article 22", "drift"]
    (article, _), (section, _), (gdpr, _), (drift, _) = page.evaluate(FIND, typed)
    assert (section, article) == ([], gdpr)
    assert not any(each.startswith(("sources/#uk-gdpr-16", "sources/#basw")) for each in article)
    assert not any("draft" in each for each in drift)


def test_from_the_header_by_keyboard(open_page: Open) -> None:
    """Type in the header of any page, press Enter; results say where they are, and who covers what is not here."""
    page, _ = open_page("lifecycle/modelling/", viewport=PHONE)
    page.locator("header input[type=search]").focus()
    page.keyboard.type("false alarm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=false+alarm")
    expect(page.locator("main [role=status]")).to_contain_text(re.compile("[0-9]"))
    hrefs = page.locator("[data-results] a").evaluate_all(HREFS)
    assert any(href.startswith("glossary/#") for href in hrefs[:FIRST]), hrefs
    box = page.locator("main input[type=search]")
    box.fill("override")
    stage = next(stage for stage in open_checked(ROOT).guidance.stages if stage.id == "implementing")
    expect(page.locator("[data-results] a", has_text="Record the reasons").first).to_contain_text(f"{stage.label} ›")
    box.fill("fostering payments")
    expect(page.locator("[data-elsewhere] a")).to_have_attribute("href", re.compile("^https://www.gov.uk/"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    box.fill("zzqqxx")
    expect(page.locator("main [role=status]")).to_contain_text("Try fewer or other words")
    expect(page.locator("[data-results] li")).to_have_count(0)


def test_without_scripts_the_page_lists_every_page(open_page: Open) -> None:
    page, _ = open_page("search/?q=family", java_script_enabled=False)
    assert "JavaScript" in page.locator("main").inner_text()
    assert page.locator("main a").count() >= len(open_checked(ROOT).project.pages) - 3


def test_what_is_typed_never_runs_and_a_flood_of_it_does_not_hold_the_tab(open_page: Open, address: str) -> None:
    """Signs that mean something to HTML, templates or a query language are only words here."""
    page, _ = open_page("search/")
    page.evaluate("window.alert = () => { throw new Error('ran'); }; null")
    for typed in ("<img src=x onerror=alert(1)>", '" onfocus="alert(1)', "{{7*7}}", "(((", "family~1^9"):
        page.locator("main input[type=search]").fill(typed)
        page.keyboard.press("Enter")
        expect(page.locator("main [role=status]")).to_contain_text(f"“{typed}”")
    assert page.locator("main img").count() == 0
    for typed in ("a" * 30_000, "+".join(["child"] * 8000)):
        page.goto(f"{address}search/?q={typed}")
        expect(page.locator("[data-count]")).not_to_be_empty()
        assert len(page.locator("#query").input_value()) == 200
