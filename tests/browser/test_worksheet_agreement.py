"""The worksheets' scripts and `accord answers` say the same of the same files, and write the same bytes."""

from __future__ import annotations

import base64
import copy
import json
from typing import Any

import pytest

from tests import worksheet_agreement as agreement
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
JUDGE = """async ([address, cases, spoilt]) => {
    const load = await import(`${address}assets/worksheet/load.js`);
    const { open } = await import(`${address}assets/worksheet/judge.js`);
    const { text } = await import(`${address}assets/worksheet/write.js`);
    const { migrate, of, FATES } = await import(`${address}assets/worksheet/migrate.js`);
    const { looks } = await import(`${address}assets/worksheet/warn.js`);
    const known = await load.withPast(await load.load(new URL(address)));
    Object.assign(known.rules.limits, spoilt);
    const PASSED_OVER = ["url", "asked", "decided", "look_again", "by"];
    const full = (each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value)
        .map(([name, value]) => [name === "heir" ? "replaced_by" : name, value]));
    const notes = (file) => {
        const found = [];
        const walk = (value, path) => {
            if (typeof value === "string") {
                const said = looks(known.rules, value);
                if (said) found.push([path.join("/"), said]);
                return;
            }
            const rows = Array.isArray(value) ? value.map((each, at) => [String(at + 1), each]) : Object.entries(value);
            for (const [name, each] of rows) if (!PASSED_OVER.includes(name)) walk(each, [...path, name]);
        };
        walk({ project: file.project, decision: file.decision, answers: Object.fromEntries(file.answers) }, []);
        return found;
    };
    return cases.map((raw) => {
        const bytes = Uint8Array.from(atob(raw), (letter) => letter.charCodeAt(0));
        const { file, problems } = open(known, bytes);
        const said = problems.map((each) => [each.line, each.field, each.wrong, each.cure]);
        if (!file) return { said, written: null, told: null };
        const fates = migrate(known, file);
        const counts = Object.fromEntries(FATES.map((name) => [name, of(fates, name).length]));
        const told = { guidance: { file: file.guidance, today: known.version }, counts, answers: fates.map(full) };
        return { said, written: text(file), told, notes: notes(file) };
    });
}"""
COMPARE = """async ([address, pairs]) => {
    const load = await import(`${address}assets/worksheet/load.js`);
    const { open } = await import(`${address}assets/worksheet/judge.js`);
    const { difference } = await import(`${address}assets/worksheet/compare.js`);
    const known = await load.withPast(await load.load(new URL(address)));
    const read = (text) => open(known, new TextEncoder().encode(text)).file;
    const row = (each) => [each.place, each.fate, each.fields];
    return pairs.map(([old, now]) => difference(read(old), read(now)).map(row));
}"""


def _said(open_page: Open, address: str, cases: list[agreement.Case], **spoilt: int) -> list[Any]:
    page, watch = open_page("privacy/")
    found: list[Any] = page.evaluate(JUDGE, [address, [case["raw"] for case in cases], spoilt])
    assert watch.away == []
    return found


def _differences(cases: list[agreement.Case], found: list[Any]) -> list[Any]:
    different = []
    for case, page in zip(cases, found, strict=True):
        same = (
            sorted(page["said"]) == case["said"] and page["written"] == case["written"] and page["told"] == case["told"]
        )
        if not same or sorted(page.get("notes", [])) != case.get("notes", []):
            different.append((case["name"], base64.b64decode(case["raw"])[:400], page, case["said"], case["told"]))
    return different


def test_every_file_gets_the_same_verdict_the_same_report_and_the_same_bytes(open_page: Open, address: str) -> None:
    """Of good, wrong and hostile files: problems with line, place and words, or the report and the file again."""
    cases = agreement.cases()
    found = _said(open_page, address, cases)
    assert _differences(cases, found)[:3] == []
    assert sum(case["written"] is not None for case in cases) > 60
    assert len({row[2] for case in cases for row in case["said"]}) > 60


def test_a_difference_would_be_seen(open_page: Open, address: str) -> None:
    """The comparison is not empty: another limit in the rules gives another verdict."""
    cases = agreement.cases()[:30]
    assert _differences(cases, _said(open_page, address, cases, bytes=100))


def test_two_files_differ_alike(open_page: Open, address: str) -> None:
    """The page and the command line see the same differences between two files."""
    old = agreement.good()
    new: dict[str, Any] = copy.deepcopy(old)
    new["project"]["supplier"] = "Quill"
    del new["decision"]["decided"]
    new["answers"]["rec-3"]["state"] = "done"
    new["answers"]["care-q1"]["evidence"].pop()
    new["answers"]["rec-4"] = new["answers"].pop("care-q2")
    new["answers"]["rec-4"]["state"] = "planned"
    pairs = [(old, old), (old, new), (new, old)]
    page, _ = open_page("privacy/")
    found = page.evaluate(COMPARE, [address, [[agreement.text(one), agreement.text(two)] for one, two in pairs]])
    expected = [agreement.compared(*(agreement.text(each).encode() for each in pair)) for pair in pairs]
    assert json.loads(json.dumps(found)) == expected
