"""The worksheets' scripts and `accord answers` refuse the same files, and write and carry over alike."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from accord.answers.answers import Answers, encoded, make
from accord.answers.migration import report
from accord.answers.pages.terminal import told
from accord.answers.reading import parse
from accord.answers.rules import answers_fields
from tests import answers_made as made
from tests import export_files
from tests.bad_inputs import ANSWERS, cases
from tests.browser.conftest import Open
from tests.support import ROOT, files

pytestmark = pytest.mark.browser
BOOK = made.book(ROOT)
START = """async ([address, given]) => {
    const load = await import(`${address}assets/worksheet/load.js`);
    const { open } = await import(`${address}assets/worksheet/judge.js`);
    const known = await load.toRead(await load.load(new URL(address)));
    const bytes = (raw) => Uint8Array.from(atob(raw), (letter) => letter.charCodeAt(0));
    const read = (raw) => open(known, bytes(raw));
"""
REFUSE = START + "return given.map((raw) => read(raw)); }"
CARRY = (
    START
    + """
    const { text } = await import(`${address}assets/worksheet/write.js`);
    const { migrate, of, FATES } = await import(`${address}assets/worksheet/migrate.js`);
    const full = (each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value)
        .map(([name, value]) => [name === "heir" ? "replaced_by" : name, value]));
    return given.map((raw) => {
        const { file, problems } = read(raw);
        if (!file) return problems;
        const fates = migrate(known, file);
        const counts = Object.fromEntries(FATES.map((name) => [name, of(fates, name).length]));
        const told = { guidance: { file: file.guidance, today: known.version }, counts, answers: fates.map(full) };
        return { written: text(known, file), told };
    });
}"""
)


def _raw(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _asked(open_page: Open, address: str, script: str, given: Any) -> Any:
    page, watch = open_page("privacy/")
    found = page.evaluate(script, [address, given])
    assert watch.away == []
    return found


def _bad() -> Iterator[tuple[str, bytes]]:
    """Yield the files of answers of tests/cases/answers/ that can't be read or break their schema."""
    for case in cases():
        if case.rule == "answers_fields" or case.name.startswith("answers, "):
            case.apply(made_of := files())
            (path,) = (each for each in made_of.files if each.startswith("data/local/assessments/"))
            if made_of.kind(path) == "file":
                yield str(case), made_of.raw(path)


def _good() -> list[Answers]:
    """Return files with each state of each kind, to words of today and older ones, and with hostile words."""
    makes = (export_files.empty, export_files.full, export_files.hostile)
    return [make(made.good(BOOK.known)), *(each(BOOK.known) for each in makes)]


def test_what_the_check_refuses_is_refused_whole_with_a_cure(open_page: Open, address: str) -> None:
    """No file ends the script or is loaded in part; of a wrong form, the places are those of the check."""
    read = dict(_bad())
    found = dict(zip(read, _asked(open_page, address, REFUSE, list(map(_raw, read.values()))), strict=True))
    for name, opened in found.items():
        assert opened["file"] is None, name
        assert opened["problems"], name
        assert all(each["wrong"].endswith(".") and each["cure"].endswith(".") for each in opened["problems"]), name
    for name in (name for name in read if name.startswith("answers_fields") and "merge" not in name):  # that is YAML
        file, _ = parse(ANSWERS, read[name])
        places = {each.field for each in answers_fields.against(file, BOOK.schemas)}
        unknown = {"answers/warmth-q1"} - places  # the sample's question, which the project itself does not ask
        assert {each["field"] for each in found[name]["problems"]} - unknown == places, name


def test_a_file_is_carried_over_and_written_again_alike(open_page: Open, address: str) -> None:
    """Of good files: the same report, and the same bytes."""
    files = _good()
    found = _asked(open_page, address, CARRY, [_raw(encoded(file)) for file in files])
    expected = [{"written": encoded(file).decode(), "told": told(report(file, BOOK.known))} for file in files]
    assert found == json.loads(json.dumps(expected))
