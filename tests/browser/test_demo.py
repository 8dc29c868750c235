"""The register's pages as a parent finds them, and a council's copy: what was typed is shown, and never runs."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open
from tests.browser.council import NAME
from tests.built.pages import Built, names, parsed
from tests.built.test_pages import headings, ids

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
BY = "Added by Anytown Council, not part of the upstream text"
CUT = """() => [...document.querySelectorAll("table.register :is(th, td), .scroll th code")].flatMap((cell) => {
  const found = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), part = document.createRange();
  for (let text; (text = walk.nextNode()); ) for (const word of text.data.matchAll(/[^\\s-]+/g)) {
    part.setStart(text, word.index);
    part.setEnd(text, word.index + word[0].length);
    if (new Set([...part.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word[0]);
  }
  return found;
})"""


@pytest.mark.parametrize("name", ["commitment/signatories/", "contributing/fields/"])
def test_no_word_of_a_table_is_cut(open_page: Open, name: str) -> None:
    """Neither where the columns are many for the page, nor on paper (A4 within its margins has 673 pixels)."""
    page, _ = open_page(name)
    for width in (390, 640, 768, 1024, 1280, 673):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="print" if width == 673 else "screen")
        assert (width, page.evaluate(CUT)) == (width, [])


def test_from_a_claim_to_what_can_be_asked(open_page: Open, address: str) -> None:
    """Walk from the Commitment to a signatory and to its words, as a parent would; what it wrote is shown as typed."""
    page, _ = open_page("commitment/", viewport=PHONE)
    page.locator("main").get_by_role("link", name="Who has signed").first.click()
    page.get_by_role("link", name="Inglewater").click()
    for words in ("Lead Member for Children", "has no right to test", "What can I ask?"):
        expect(page.locator("main")).to_contain_text(words)
    page.goto(f"{address}commitment/signatories/tallow-systems/")
    expect(page.locator("main")).to_contain_text("Prices: <ask us> & see {{ nothing }}.")


def test_the_promises_are_read_in_three_ways_without_a_script(open_page: Open) -> None:
    """The address says which reading is shown, so that it can be sent on; a promise's place shows the signed text."""
    page, _ = open_page("commitment/", java_script_enabled=False, viewport=PHONE)

    def shows(wanted: str) -> None:
        for name in (".pledge", "#plain", "#young"):
            expect(page.locator(name)).to_be_visible(visible=name == wanted)

    shows(".pledge")
    for link, reading in (("In plain words", "#plain"), ("For young people", "#young"), ("As signed", ".pledge")):
        page.locator(".switch").get_by_role("link", name=link).click()
        shows(reading)
    for place, reading in (("#young", "#young"), ("#respect-1", ".pledge")):
        page.goto(f"{page.url.partition('#')[0]}{place}")
        shows(reading)


@pytest.mark.of("copy")
def test_pages_are_sound_html_and_only_the_copy_has_the_council_s(copy: Path, site: Path) -> None:
    """Each page with something of the council's parses strictly. Its projects are in the menu, not in the search."""
    own = [name for name in names(copy) if not (site / name).exists() or "local-" in (copy / name).read_text("utf-8")]
    for name in ["index.html", *own]:
        page = Built(name, parsed(copy / name))
        assert (name, [*ids(page), *headings(page)]) == (name, [])
    menu = '<a href="../projects/">Our projects</a>'
    for place, has in ((copy, True), (site, False)):
        assert (menu in (place / "commitment" / "index.html").read_text(encoding="utf-8")) == has
        assert (place / "projects").exists() == has
    assert "Made-Up Models" not in (copy / "search" / "search_index.json").read_text(encoding="utf-8")


@pytest.mark.of("copy")
def test_the_council_comes_first_and_what_it_typed_never_runs(open_page: Open, address: str) -> None:
    """Logo, standing and reservations on the home page; notes beside promise and practice; projects as typed."""
    page, _ = open_page(viewport=PHONE)
    logo = page.get_by_role("img", name="Anytown Council")
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    panel = page.get_by_role("region", name="Anytown Council and the Commitment")
    expect(panel).to_contain_text("We need a year to set this up.")
    panel.get_by_role("link", name="What is different in this copy").click()
    page.get_by_role("link", name="Respect 1", exact=True).click()
    page.wait_for_url("**/commitment/respect-1/")
    expect(page.locator(".local-note")).to_contain_text(BY)
    page.goto(f"{address}lifecycle/problem-formulation/")
    expect(page.locator(".local-note")).to_have_count(1)
    assert page.locator("#problem-formulation-1 .local-note").inner_text().startswith(BY)
    page.goto(address)
    panel.get_by_role("link", name="Our projects").click()
    page.get_by_role("link", name="Early help list").click()
    expect(page.locator("h1")).to_have_text(NAME)
    for words in ("<img src=x onerror=alert(1)>", "{{ 7*7 }} [[care]]", "Records are patchy.", "that day has passed"):
        expect(page.locator("main")).to_contain_text(words)
    assert page.title().startswith("Early help list")
    assert page.locator("main img, main script").count() == 0
    assert page.get_by_role("link", name="Minutes").get_attribute("href") == "https://www.example.org/m"
