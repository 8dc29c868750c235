"""What `accord sign` makes is what the reader reads: every value comes back as it was typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.record_fields import fields
from accord.model.records import EVENTS
from accord.problem import Problem
from accord.read import project as reading
from accord.read import record
from accord.record import make
from tests import support

NAMES = [spec.name for spec in fields("signed", ["warmth-1"])]
# What a record may hold: letters of any language in one part, signs, quotes and backslashes, on one line.
VALUES = st.text(st.characters(categories=["Ll", "Lu", "Nd", "Po", "Sm", "Zs"], max_codepoint=0x17F), min_size=1)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1))
def test_what_is_made_is_read(values: dict[str, str]) -> None:
    """The reader gives back each value, in the order of the table; or it names what may not stand there."""
    typed = {name: make.typed(value) for name, value in values.items()}
    raw = make.encode(typed, fields("signed", ["warmth-1"]))
    found, problems = record.parse("r.yml", raw)
    assert raw.endswith(b"\n") or not raw
    if not problems:
        assert found is not None
        assert {field.name: field.value for field in found} == {name: text for name, text in typed.items() if text}
        assert [field.name for field in found] == [name for name in NAMES if typed.get(name)]


@given(st.dictionaries(st.text(max_size=9), st.text(), max_size=5))
def test_any_values_get_an_answer(values: dict[str, str]) -> None:
    """Never two lines for one value that the reader takes: nothing typed can add a field."""
    raw = make.encode(values, fields("signed"))
    found, problems = record.parse("r.yml", raw)
    assert problems or {field.name: field.value for field in found or ()} == {n: v for n, v in values.items() if v}


@pytest.mark.parametrize("event", EVENTS)
def test_the_name_of_a_new_file(event: str, tmp_path: Path) -> None:
    """Free among what lies there, erased records included."""
    folder = reading.load(support.sample(tmp_path)).commitment
    path = make.free(folder, "new-bakery", "2026-06-01", event)
    assert path == f"commitment/signatories/new-bakery/2026-06-01-{event}.yml"
    assert record.name(path) == record.Name("new-bakery", date(2026, 6, 1), event, 1)
    assert make.free(folder, "rye-club", "2025-05-05", "signed").endswith("/2025-05-05-signed-2.yml")


def test_the_same_is_said_once_it_lies_there(tmp_path: Path) -> None:
    """For each sample record, taken away and judged as a new one: nothing is found, as with the whole folder."""
    root = support.sample(tmp_path)
    for path in sorted((root / "commitment" / "signatories").glob("*/*-confirmed.yml")):
        raw = path.read_bytes()
        path.unlink()
        name = path.relative_to(root).as_posix()
        before = reading.load(root)
        assert _problems(before, name, raw) == []
        path.write_bytes(raw)


def _problems(project: reading.Project, path: str, raw: bytes) -> list[Problem]:
    return [each for each in make.problems(project, support.AS_OF, path, raw) if each.severity == "problem"]


def test_trouble_elsewhere_is_the_records_too(tmp_path: Path) -> None:
    """A withdrawal dated before a review spoils the review: that is said, though it is of another file."""
    project = reading.load(support.sample(tmp_path))
    path = "commitment/signatories/crumbshire/2025-06-01-withdrawn.yml"
    raw = b'event: "withdrawn"\nsignatory: "crumbshire"\ndate: "2025-06-01"\nrole: "Chair"\nreason: "Closed."\n'
    found = _problems(project, path, raw)
    assert {each.path for each in found} == {"commitment/signatories/crumbshire/2026-03-02-reviewed.yml"}


def test_trouble_of_others_is_not(tmp_path: Path) -> None:
    """What was wrong before is not said of a new record."""
    root = support.sample(tmp_path)
    support.write(root, "commitment/signatories/broken/2026-05-01-signed.yml", "event: signed\n")
    path = "commitment/signatories/market-bakery/2026-06-01-withdrawn.yml"
    raw = b'event: "withdrawn"\nsignatory: "market-bakery"\ndate: "2026-06-01"\nrole: "Chair"\nreason: "Closed."\n'
    assert _problems(reading.load(root), path, raw) == []
