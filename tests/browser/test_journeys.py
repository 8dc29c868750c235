"""Someone who has never seen the site can answer, from the home page, in three clicks; and on paper."""

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
DOORS = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "data" / "doors").iterdir())]


def test_each_card_of_the_home_page_has_two_answers_and_leads_through_its_steps(open_page: Open, address: str) -> None:
    """One click, by keyboard; the first phone screen has the question and the way in for families."""
    page, _ = open_page(viewport=PHONE)
    for link in (page.locator(".three__first a"), page.locator(".hero__families a").first):
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"]
    doors = page.locator(".door h3 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(doors) == len(DOORS)
    for target, answer in [(step["page"], step["label"]) for door in DOORS for step in door["steps"][:2]]:
        page.goto(address)
        page.locator(".door li").get_by_role("link", name=answer, exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{target}")
        expect(page.locator("main h1")).to_be_visible()
    for door in doors:
        page.goto(f"{address}{door}")
        assert page.locator("ol.path a").count() > 1


def test_on_paper_are_the_words_alone_and_of_the_commitment_the_signed_text(open_page: Open, address: str) -> None:
    """No navigation, black on white. A committee gets the words, version and digest, and where our notes are."""
    page, _ = open_page("lifecycle/stopping/")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("time").first).to_be_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    page.goto(f"{address}commitment/")
    shown = page.locator("main").inner_text()
    newest = max((ROOT / "commitment" / "versions").glob("*.md"), key=lambda path: path.stem.split("."))
    order = [f"Version {newest.stem}, released on", "sha256:", "without our notes", "Respect 1.", "How it changes"]
    assert [words for words in order if words not in shown] == []
    assert shown.index("without our notes") < shown.index("Respect 1.") < shown.index("How it changes")
    assert "Our explanation" not in shown
    assert "Three ways on" not in shown
