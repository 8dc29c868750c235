"""Your own results: each figure against its oracles, odd files, what is hidden, what is said, saved and never kept."""

import json
import os
import re
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_TWO_VIEWS, NOTHING, STORED, WIDE, Open, violations
from tests.browser.results_cases import FULL, MANY, ODD, PERSONAL, SHAPES, close, made, stored, tables

pytestmark = pytest.mark.browser
PLACE = "toolkit/numbers/results/"
COUNT = """async ([text, typed]) => {
    const at = (name) => new URL(`../../../assets/numbers/results/${name}`, location);
    const worker = new Worker(at("worker.js"), { type: "module" });
    const ask = (question) => new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        worker.postMessage(question, [port2]);
    });
    await ask({ ask: "load", file: new Blob([text]), nameless: "Column {number}" });
    const columns = { model: 0, flag: null, outcome: 1, happened: "1", groups: 2, household: 3 };
    const { groups, whole, tenths, points } = await ask({ ask: "count", ...columns, typed, about: -1 });
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
        tenths: tenths.map(({ mean, share }) => [share.part / share.whole, mean]),
        points: whole.shares.base.part ? points.map(({ threshold, shares: { precision, recall } }) =>
            [threshold, precision.part / precision.whole, recall.part / recall.whole]) : [] };
}"""
PROTECT = """(tables) => import(new URL("../../../assets/numbers/results/hide.js", location))
    .then(({ protect }) => tables.map((each) => protect(each, 5)))"""


HIDDEN = [  # what is hidden of flagged rightly and wrongly, and of the sum: no more than has to be
    ([[3, 0, 50, 50], [4, 0, 50, 50], [50, 50, 50, 50]], [True, True, False, False]),
    ([[30, 0, 50, 50], [40, 0, 50, 50]], [False, False, False]),
    ([[3, 9, 50, 50], [0, 0, 50, 50], [8, 9, 50, 50]], [True, False, True, False]),
    ([[3, 9, 50, 50], [0, 9, 50, 50]], [True, True, True]),
]


def test_each_figure_is_that_of_its_oracle_and_nothing_small_leaks(open_page: Open) -> None:
    """Counts, rates, ranges, differences, ratios, tenths and thresholds, of files of many shapes.

    Whoever holds the published table alone can't tell that a hidden number is small: `make prove` tries it.
    """
    page, _ = open_page(PLACE)
    for shape, wanted in zip(SHAPES, stored()["files"], strict=True):
        file = made(*shape)
        found = page.evaluate(COUNT, [file.csv(), repr(file.threshold)])
        for part in wanted:
            assert close(found[part], wanted[part]), (shape, part, found[part], wanted[part])
        ends = [end for rates in found["ranges"] for end in rates.values() if end]
        assert all(low == 0 or low > 1e-9 for low, _ in ends)
    protected = page.evaluate(PROTECT, tables())
    rows = [" ".join("".join(str(int(mark)) for mark in row.values()) for row in marks) for marks in protected]
    assert rows == stored()["hidden"]
    cases = [[{"counts": counts, "unknown": 0} for counts in groups] for groups, _ in HIDDEN]
    for marks, (_, wanted) in zip(page.evaluate(PROTECT, cases), HIDDEN, strict=True):
        assert [mark["hits"] for mark in marks] == wanted


def choose(page: Page, data: bytes, name: str = "rows.csv") -> None:
    page.locator("#results-file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})


def answered(page: Page) -> str:
    """Wait until a file is read and counted or refused, pass over the warning, and return what is said."""
    says = page.locator("[data-says]")
    expect(says).not_to_have_text(re.compile(r"^(|Reading .*)$"))
    if page.locator("[data-warning]").is_visible():
        page.get_by_role("button", name="Go on without these columns").click()
    expect(says).not_to_have_text(re.compile(r"^Read .*"))
    return says.inner_text()


def test_an_odd_file_gets_a_result_or_a_sentence(open_page: Open) -> None:
    page, _ = open_page(PLACE)
    for case, (data, wanted) in ODD.items():
        page.evaluate("document.querySelector('[data-says]').textContent = ''")
        choose(page, data)
        assert wanted in answered(page), case
    assert page.evaluate(STORED) == NOTHING


def test_what_looks_personal_is_said_before_anything_is_counted(open_page: Open) -> None:
    page, _ = open_page(PLACE)
    warning = page.locator("[data-warning]")
    for head, values in PERSONAL:
        rows = "".join(f"0.{n},{n % 2},{values[n % len(values)]}\n" for n in range(9))
        choose(page, f"score,outcome,{head}\n{rows}".encode())
        expect(warning.get_by_role("heading")).to_be_focused()
        expect(warning.locator("li")).to_have_count(1)
        expect(warning.locator("li")).to_contain_text(f"{head}: looks like")
        expect(page.locator("[data-form]")).to_be_hidden()
        expect(page.locator("[data-answer]")).to_be_hidden()
        page.get_by_role("button", name="Go on without these columns").click()
        expect(page.locator("[data-answer]")).to_be_visible()
        offered = page.locator("#results-model option, #results-outcome option, #results-groups option")
        assert head not in offered.all_inner_texts()
        assert values[0] not in page.locator("main").inner_text()
        page.get_by_role("button", name="Clear the file").first.click()
        expect(page.locator("[data-form]")).to_be_hidden()
        assert page.locator("#results-model option").count() == 0


def test_groups_are_shown_compared_and_saved(open_page: Open, tmp_path: Path) -> None:
    page, _ = open_page(PLACE)
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
    assert page.evaluate(STORED) == NOTHING


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
    sheet, _ = open_page("toolkit/worksheets/modelling/")
    sheet.locator("#load-answers").set_input_files(path)
    expect(sheet.locator("[data-report]")).to_contain_text("Your answers are loaded")


def test_as_many_rows_as_are_taken_are_counted_quickly(open_page: Open) -> None:
    """In a second, and a key costs 25 ms, so less than 100 at a quarter of the speed: `make prove` measures."""
    page, _ = open_page(PLACE)
    choose(page, MANY.encode())
    answered(page)
    page.evaluate("window.began = performance.now()")
    page.locator("#results-threshold").fill("0.9")
    expect(page.locator("[data-says]")).to_contain_text("The model flagged 20,")
    if "ACCORD_TIMED" not in os.environ:  # nothing is measured while other tests run
        return
    assert page.evaluate("performance.now() - window.began") < 1000
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    busy = []  # seconds of the page's own thread, whatever else the machine does
    for key in "123456":
        page.locator("#results-threshold").press(key)
        page.wait_for_timeout(400)
        metrics = meter.send("Performance.getMetrics")["metrics"]
        busy.append(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))
    assert median(after - before for before, after in pairwise(busy)) < 0.025


@IN_TWO_VIEWS
def test_no_violation_before_and_after(open_page: Open, size: dict[str, int], scheme: str) -> None:
    page, _ = open_page(PLACE, viewport=size, color_scheme=scheme)
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
    choose(page, FULL.replace("household", "surname").encode())
    expect(page.locator("[data-warning]")).to_be_visible()
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
    answered(page)
    assert (violations(page), page.evaluate(WIDE)) == ([], False)
