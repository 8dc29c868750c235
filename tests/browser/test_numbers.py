"""The explorer of a model's numbers: its sums, its sentences, its address and its files."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import IN_TWO_VIEWS, NOTHING, STORED, WIDE, Open, violations

pytestmark = pytest.mark.browser
PLACE = "toolkit/numbers/"
RATES = ("base", "recall", "precision", "alarm")
EXACT = [(20, 60, 20, 900), (30, 170, 10, 790), (1, 1, 1, 997), (499, 1, 1, 499), (5, 0, 5, 990), (8, 32, 2, 958)]
SOLVE = """(cases) => import(new URL("../../assets/numbers/sums.js", location).href).then(({ solve, whole }) =>
    cases.map((x) => solve("flagged" in x ? "counts" : "rates", x)).map((x) => whole(x.groups, x.scored).counts))"""
WORDS = "(key) => document.querySelector('[data-words]').content.querySelector(`[data-key=${key}]`).textContent"
CASES = json.loads(Path(__file__).with_name("numbers.json").read_text(encoding="utf-8"))


def told(right: int, wrong: int, missed: int, left: int) -> list[dict[str, str]]:
    """Return every way to say four groups: as counts, and as all rates or any three of them that say enough."""
    total, outcome, flagged = right + wrong + missed + left, right + missed, right + wrong
    shares = (outcome / total, right / outcome, right / flagged, wrong / (wrong + left))
    rates = {name: f"{100 * share:.9f}" for name, share in zip(RATES, shares, strict=True)}
    spared = ("", *RATES) if wrong else ("precision", "alarm")  # no wrong flag: precision and alarm say the same
    ways = [{"scored": f"{total:,}"} | {name: rates[name] for name in RATES if name != spare} for spare in spared]
    return [*ways, {"scored": f"{total}", "outcome": f"{outcome}", "flagged": f"{flagged}", "right": f"{right}"}]


def test_every_way_to_say_it_is_the_same_and_every_contradiction_has_its_sentence(
    open_page: Open, address: str
) -> None:
    page, _ = open_page(PLACE)
    for groups in EXACT:
        assert {tuple(found) for found in page.evaluate(SOLVE, told(*groups))} == {groups}
    for know, numbers, keys in CASES:
        page.goto(f"{address}{PLACE}#know={know}&a.{numbers.replace('&', '&a.')}")
        for key in keys.split():
            says = re.compile(re.sub(r"\\{[a-z]+\\}", "[0-9.,]+", re.escape(page.evaluate(WORDS, key))))
            expect(page.locator("[data-model=a] .ask__error:visible").filter(has_text=says).first).to_be_visible()
        expect(page.locator("#numbers-a-says")).to_contain_text("There is no picture yet.")
        expect(page.locator("[data-model=a] [aria-invalid=true][aria-describedby*=error]").first).to_be_visible()
    code = page.evaluate("fetch('../../assets/numbers/sums.js').then((answer) => answer.text())")
    assert set(re.findall(r'fault\("([a-z-]+)"', code)) <= {key for _, _, keys in CASES for key in keys.split()}


def test_the_address_holds_the_numbers_and_files_hold_the_words(open_page: Open, address: str) -> None:
    page, watch = open_page(f"{PLACE}#a.base=4", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#numbers-a-scored").fill("1,000")
    page.locator("#numbers-a-recall").fill("50")
    page.locator("#numbers-a-alarm").fill("6.25%")
    page.get_by_label("Base rate, % (slider)").first.press("ArrowRight")
    page.locator("#numbers-lived-2").fill("=1+1 <script>")
    for button, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.path().read_bytes().startswith(start)
    page.get_by_role("button", name="Copy the table").click()
    expect(page.locator("[data-did]")).to_contain_text("Copied.")
    assert "\t'=1+1 <script>" in page.evaluate("navigator.clipboard.readText()")
    assert (page.evaluate(STORED), "script" in page.url) == (NOTHING, False)
    assert "/assets/numbers/" in watch.asked[-1]  # after the page and its modules nothing was asked for
    again, _ = open_page(page.url.removeprefix(address))
    expect(again.locator("#numbers-a-says")).to_contain_text("Of 1,000 children scored, the outcome happens for 45.")


def test_an_example_is_what_its_link_shows(open_page: Open) -> None:
    page, _ = open_page(PLACE)
    rows = page.locator("tr:has([data-example])").all()
    assert len(rows) == 4
    for row in rows:
        row.get_by_role("link").press("Enter")
        expect(page.locator("[data-origin]")).to_be_focused()
        expect(page.locator("[data-origin]")).to_contain_text("made-up")
        outcome, flagged, *groups = map(int, row.locator("td").all_inner_texts())
        shown = [int(each) for each in page.locator("[data-result=a] [data-count]").all_inner_texts()]
        assert (shown, outcome, flagged) == (groups, groups[0] + groups[2], groups[0] + groups[1])


@IN_TWO_VIEWS
def test_no_violation_with_a_fault_and_without(open_page: Open, size: dict[str, int], scheme: str) -> None:
    page, _ = open_page(f"{PLACE}#a.scored=99&b.scored=9", viewport=size, color_scheme=scheme)
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
    page.goto(page.url.replace("99&b.scored=9", "9&a.base=5&a.recall=5&a.alarm=5"))
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
