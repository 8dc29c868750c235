"""Someone who has never seen the site can answer, from the home page, in three clicks; and on paper."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import PHONE, Open
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
HOME = (ROOT / "overrides" / "home.html").read_text(encoding="utf-8").partition('id="answers-title"')[2]
QUESTIONS = re.findall(r"<a href=\"\{\{ '(.+?)' \| url \}\}\">(.+?)</a>", HOME)


@pytest.mark.parametrize(("target", "question"), QUESTIONS)
def test_a_question_is_a_link_on_the_home_page(open_page: Open, target: str, question: str) -> None:
    """One click, by keyboard, on the question itself; or two: a door, then the step of its path."""
    page, _ = open_page("", viewport=PHONE)
    page.get_by_role("link", name=question).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}")
    assert page.locator("main h1").is_visible()


def test_each_door_leads_through_its_steps(open_page: Open, address: str) -> None:
    page, _ = open_page("")
    doors = page.locator(".doors a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(doors) == len(list((ROOT / "data" / "doors").iterdir()))
    steps: set[str] = set()
    for door in doors:
        page.goto(f"{address}{door}")
        found = page.locator("ol.path a").evaluate_all("links => links.map(link => link.href)")
        assert len(found) > 1
        steps |= {url.removeprefix(address) for url in found}
    assert {target for target, _ in QUESTIONS} <= {step.partition("#")[0] for step in steps}


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
