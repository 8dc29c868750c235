"""Someone who has never seen the site can answer, from the home page, in three clicks; and on paper."""

from __future__ import annotations

import pytest
import yaml

from tests.browser.conftest import PHONE, Open
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
DOORS = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "data" / "doors").iterdir())]
ANSWERS = [(step["page"], step["label"]) for door in DOORS for step in door["steps"][:2]]


@pytest.mark.parametrize(("target", "answer"), ANSWERS)
def test_each_card_of_the_home_page_has_two_answers(open_page: Open, target: str, answer: str) -> None:
    """One click, by keyboard."""
    page, _ = open_page("", viewport=PHONE)
    page.locator(".door li").get_by_role("link", name=answer, exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}")
    assert page.locator("main h1").is_visible()


def test_the_first_phone_screen_has_the_question_and_the_way_in_for_families(open_page: Open) -> None:
    page, _ = open_page("", viewport=PHONE)
    for link in (page.locator(".three__first a"), page.locator(".hero__families a").first):
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"]


def test_each_door_leads_through_its_steps(open_page: Open, address: str) -> None:
    page, _ = open_page("")
    doors = page.locator(".door h3 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(doors) == len(DOORS)
    for door in doors:
        page.goto(f"{address}{door}")
        assert page.locator("ol.path a").count() > 1


def test_print_keeps_the_words(open_page: Open) -> None:
    """On paper: no navigation, the words of closed parts, the version and the review date."""
    page, _ = open_page("lifecycle/stopping/")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("header nav").first.is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator("time").first.is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_the_commitment_on_paper_is_the_signed_text(open_page: Open) -> None:
    """A committee gets the words, the version and the digest; a line says where our notes are."""
    page, _ = open_page("commitment/")
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()
    newest = max((ROOT / "commitment" / "versions").glob("*.md"), key=lambda path: path.stem.split("."))
    assert f"Version {newest.stem}, released on" in shown
    assert "without our notes" in shown
    assert "sha256:" in shown
    assert shown.index("without our notes") < shown.index("Respect 1.") < shown.index("How it changes")
    assert "Our explanation" not in shown
    assert "Three ways on" not in shown
