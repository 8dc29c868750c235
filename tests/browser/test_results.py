"""Your own results: each figure against its oracles, odd files, what is hidden, what is said, saved and never kept."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_TWO_VIEWS, NOTHING, STORED, WIDE, Open, violations
from tests.browser.results_cases import SHAPES, expected, largest, made, tables, unknowns
from tests.browser.results_files import FULL, ODD, PERSONAL

pytestmark = pytest.mark.browser
PLACE = "toolkit/numbers/results/"
CLOSE = 1e-9
SLOWER = 4
COUNT = """async ([text, typed]) => {
    const at = (name) => new URL(`../../../assets/numbers/results/${name}`, location);
    const worker = new Worker(at("worker.js"), { type: "module" });
    const ask = (question) => new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.postMessage(question);
    });
    await ask({ id: 1, ask: "load", file: new Blob([text]), nameless: "Column {number}" });
    const columns = { model: 0, flag: null, outcome: 1, happened: "1", groups: 2, household: 3 };
    const { groups, whole, tenths, points } = await ask({ id: 2, ask: "count", ...columns, typed, about: -1 });
    worker.terminate();
    const { wilson, difference, ratio, RATES } = await import(at("stats.js"));
    const each = (of) => Object.fromEntries(RATES.map((rate) => [rate, of(rate)]));
    const all = (of) => [...groups, whole].map(({ shares }) => each((rate) => of(shares[rate])));
    const against = (how) => groups.slice(1).map(({ shares }) =>
        each((rate) => how(shares[rate], groups[0].shares[rate])?.ends ?? null));
    return {
        names: groups.map(({ name }) => name), counts: [...groups, whole].map(({ counts }) => counts),
        shares: all(({ part, whole, size }) => [part, whole, size]), ranges: all(wilson),
        differences: against(difference), ratios: against(ratio),
        tenths: tenths.map(({ mean, share }) => [share.part / share.whole, mean]), points };
}"""
PROTECT = """(tables) => import(new URL("../../../assets/numbers/results/hide.js", location))
    .then(({ protect }) => tables.map((each) => protect(each, 5)))"""


def close(found: Any, wanted: Any) -> bool:
    """Say whether two figures, or lists and blocks of them, are the same to 1e-9."""
    if isinstance(wanted, dict):
        return found.keys() == wanted.keys() and all(close(found[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(close, found, wanted))
    if wanted is None or isinstance(wanted, str):
        return bool(found == wanted)
    return bool(abs(found - wanted) <= CLOSE * max(1, abs(wanted)))


def test_each_figure_is_that_of_its_oracle(open_page: Open) -> None:
    """Counts, rates, ranges, differences, ratios, tenths and thresholds, of files of many shapes."""
    page, watch = open_page(PLACE)
    for shape in SHAPES:
        file = made(*shape)
        found, wanted = page.evaluate(COUNT, [file.csv(), repr(file.threshold)]), expected(file)
        for part in ("names", "counts", "shares", "ranges", "differences", "ratios"):
            assert close(found[part], wanted[part]), (shape, part, found[part], wanted[part])
        ends = [end for rates in found["ranges"] for end in rates.values() if end]
        assert all(low == 0 or low > CLOSE for low, _ in ends)
        assert close(found["tenths"], wanted["tenths"]), (shape, found["tenths"], wanted["tenths"])
        for point in found["points"]:
            right, wrong, missed, _ = point["counts"]
            if wanted["curve"]:
                precision, recall = wanted["curve"][point["threshold"]]
                assert close([right / (right + wrong), right / (right + missed)], [precision, recall]), shape
    assert watch.errors == []


def test_no_small_number_can_be_worked_out(open_page: Open) -> None:
    """Whoever holds the published table alone can't tell that a hidden number is small."""
    page, _ = open_page(PLACE)
    cases = tables(18, 250)
    some = 0
    for groups, marks in zip(cases, page.evaluate(PROTECT, cases), strict=True):
        found = largest(groups, marks, 5)
        some += len(found)
        assert [each for each in found if each[3] <= 5] == [], (groups, marks)
        assert unknowns(groups, marks, 5), (groups, marks)
        for group, mark in zip(groups, marks, strict=False):
            right, wrong, missed, left = group["counts"]
            shown = [right + wrong + missed + left] * (not mark["children"]) + [right + wrong, missed + left] * (
                not mark["flagged"]
            )
            shown += [right, wrong] * (not mark["hits"]) + [missed, left] * (not mark["misses"])
            assert [each for each in shown if 0 < each <= 5] == []
    assert some > 200


HIDDEN = [  # what is hidden of flagged rightly and wrongly, and of the sum: no more than has to be
    ([[3, 0, 50, 50], [4, 0, 50, 50], [50, 50, 50, 50]], [True, True, False, False]),
    ([[30, 0, 50, 50], [40, 0, 50, 50]], [False, False, False]),
    ([[3, 9, 50, 50], [0, 0, 50, 50], [8, 9, 50, 50]], [True, False, True, False]),
    ([[3, 9, 50, 50], [0, 9, 50, 50]], [True, True, True]),
]


def test_no_more_is_hidden_than_has_to_be(open_page: Open) -> None:
    page, _ = open_page(PLACE)
    cases = [[{"counts": counts, "unknown": 0} for counts in groups] for groups, _ in HIDDEN]
    assert [[mark["hits"] for mark in marks] for marks in page.evaluate(PROTECT, cases)] == [
        wanted for _, wanted in HIDDEN
    ]


def choose(page: Page, data: bytes, name: str = "rows.csv") -> None:
    page.locator("[data-own-results][data-ready]").wait_for()
    page.locator("#results-file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})


def answered(page: Page) -> str:
    """Wait until a file is read and counted or refused, pass over the warning, and return what is said."""
    says = page.locator("[data-says]")
    expect(says).not_to_have_text(re.compile(r"^(|Reading .*)$"), timeout=20_000)
    if page.locator("[data-warning]").is_visible():
        page.get_by_role("button", name="Go on without these columns").click()
    expect(says).not_to_have_text(re.compile(r"^Read .*"), timeout=20_000)
    return says.inner_text()


def test_an_odd_file_gets_a_result_or_a_sentence(open_page: Open) -> None:
    page, watch = open_page(PLACE)
    for case, (data, wanted) in ODD.items():
        page.evaluate("document.querySelector('[data-says]').textContent = ''")
        choose(page, data)
        assert wanted in answered(page), case
    assert (watch.errors, watch.away, page.evaluate(STORED)) == ([], [], NOTHING)


@pytest.mark.parametrize("kind", PERSONAL)
def test_what_looks_personal_is_said_before_anything_is_counted(open_page: Open, kind: str) -> None:
    page, _ = open_page(PLACE)
    head, values = PERSONAL[kind]
    choose(page, (f"score,outcome,{head}\n" + "".join(f"0.{n},{n % 2},{values[n % 3]}\n" for n in range(9))).encode())
    warning = page.locator("[data-warning]")
    expect(warning.get_by_role("heading")).to_be_focused()
    expect(warning.locator("li")).to_have_count(1)
    expect(warning.locator("li")).to_contain_text(f"{head}: looks like")
    expect(page.locator("[data-form]")).to_be_hidden()
    expect(page.locator("[data-answer]")).to_be_hidden()
    page.get_by_role("button", name="Go on without these columns").click()
    expect(page.locator("[data-answer]")).to_be_visible()
    offered = page.locator("#results-model option, #results-outcome option, #results-groups option").all_inner_texts()
    assert head not in offered
    assert values[0] not in page.locator("main").inner_text()
    page.get_by_role("button", name="Clear the file").first.click()
    expect(page.locator("[data-form]")).to_be_hidden()
    assert page.locator("#results-model option").count() == 0


def test_groups_are_shown_compared_and_saved(open_page: Open, tmp_path: Path) -> None:
    page, watch = open_page(PLACE)
    choose(page, FULL.encode(), "=full.csv")
    answered(page)
    assert [
        page.locator(f"#results-{name} option:checked").inner_text()
        for name in ("model", "outcome", "groups", "household")
    ] == ["score", "outcome", "ethnicity", "household"]
    names = page.locator("[data-table=counts] tbody th").all_inner_texts()
    assert names == ["Not recorded", "=1+1", "A", "B", "NOBT", "Everyone"]
    assert page.locator("[data-notes]").inner_text().count("rows have no known outcome") == 1
    before = page.locator("[data-table=rates] tbody tr").last.inner_text()
    page.locator("#results-household").select_option(label="None")
    expect(page.locator("[data-table=rates] tbody tr").last).not_to_have_text(before)
    expect(page.locator("[data-table=compared] tbody tr")).to_have_count(4)
    page.locator("#results-least").fill("5000")
    expect(page.locator("[data-table=compared] td").last).to_have_text("Too few to tell")
    page.locator("#results-least").fill("30")
    page.locator("#results-threshold").fill("much")
    expect(page.locator("[data-says]")).to_contain_text("Type the threshold as a number")
    page.locator("#results-threshold").fill("0,8")
    expect(page.locator("[data-answer]")).to_be_visible()
    files = {}
    for button, end in (("CSV", "csv"), ("Word", "docx"), ("facts", "json")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).last.click()
        files[end] = download.value.path().read_bytes()
        expect(page.locator("[data-did]")).to_contain_text("Saved as")
    table = files["csv"].decode("utf-8-sig")
    assert '\r\n"\'=1+1",' in table
    assert "hidden" in table
    assert files["docx"].startswith(b"PK")
    held = json.loads(files["json"])
    assert set(held["answers"]) == {"data-acquisition-6", "modelling-3", "modelling-5"}
    assert all(len(each["notes"]) <= 2000 for each in held["answers"].values())
    page.locator("#results-model").select_option(label="flag")
    expect(page.locator("[data-scored]")).to_be_hidden()
    expect(page.locator("#results-flag")).to_have_value("yes")
    assert (watch.errors, watch.away, page.evaluate(STORED)) == ([], [], NOTHING)


def test_the_saved_facts_are_a_sound_file_of_answers(open_page: Open, root: Path, tmp_path: Path) -> None:
    """`accord answers check` says so, and a worksheet takes it."""
    page, _ = open_page(PLACE)
    many = "".join(f"0.{n % 10},{n % 2},{n % 55} is a group with a name that is long\n" for n in range(11_000))
    choose(page, f"score,outcome,group\n{many}".encode())
    answered(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="facts").click()
    path = tmp_path / "answers.json"
    path.write_bytes(download.value.path().read_bytes())
    assert "More groups are in the table" in path.read_text(encoding="utf-8")
    sheet, watch = open_page("toolkit/worksheets/modelling/")
    sheet.locator("[data-worksheet][data-ready]").wait_for()
    sheet.locator("#load-answers").set_input_files(path)
    expect(sheet.locator("[data-report]")).to_contain_text("Your answers are loaded")
    assert watch.errors == []


def test_many_rows_are_answered_in_a_second_and_typing_stays_quick(open_page: Open) -> None:
    """200,000 rows; a key costs the page less than a quarter of 100 ms, so less than 100 at a quarter of the speed."""
    page, watch = open_page(PLACE)
    rows = "".join(f"{n % 997 / 997:.4f},{int(n * 7919 % 13 == 0)},G{n % 17},{n // 2}\n" for n in range(200_000))
    choose(page, f"score,outcome,group,household\n{rows}".encode())
    answered(page)
    page.evaluate("window.began = performance.now()")
    page.locator("#results-threshold").fill("0.9")
    expect(page.locator("[data-says]")).to_contain_text("The model flagged 20,")
    assert page.evaluate("performance.now() - window.began") < 1000
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    busy = []  # seconds of the page's own thread, whatever else the machine does
    for key in "123456":
        page.locator("#results-threshold").press(key)
        page.wait_for_timeout(400)
        metrics = meter.send("Performance.getMetrics")["metrics"]
        busy.append(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))
    assert median(after - before for before, after in pairwise(busy)) < 0.1 / SLOWER
    assert watch.errors == []


@IN_TWO_VIEWS
def test_no_violation_before_and_after(open_page: Open, size: dict[str, int], scheme: str) -> None:
    page, _ = open_page(PLACE, viewport=size, color_scheme=scheme)
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
    choose(page, FULL.replace("household", "surname").encode())
    expect(page.locator("[data-warning]")).to_be_visible()
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
    answered(page)
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
