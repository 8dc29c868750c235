"""What `accord sign` makes is what the reader reads: every value comes back as it was typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.register import reading as record
from accord.register.record import EVENTS
from accord.register.record_fields import fields
from accord.register.writing import make
from tests.registers import path, sample
from tests.support import AS_OF
from tests.test_characters import letters

NAMES = [spec.name for spec in fields("signed", ["warmth-1"])]
VALUES = st.text(letters, min_size=1)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1))
def test_what_is_made_is_read(values: dict[str, str]) -> None:
    """The reader gives back each value, in the order of the table, with and without the last line end."""
    raw = make.encode(values, fields("signed", ["warmth-1"]))
    for written in (raw, raw.removesuffix(b"\n")):
        found, problems = record.parse("r.yml", written)
        assert problems == []
        assert list((found or {}).items()) == [(n, values[n]) for n in NAMES if n in values]


@given(st.dictionaries(st.text(max_size=9), st.text(), max_size=5))
def test_any_values_get_an_answer(values: dict[str, str]) -> None:
    """Never two lines for one value that the reader takes: nothing typed can add a field."""
    raw = make.encode(values, fields("signed"))
    found, problems = record.parse("r.yml", raw)
    assert problems or found == {n: v for n, v in values.items() if v}


@pytest.mark.parametrize("event", EVENTS)
def test_the_name_of_a_new_file(event: str) -> None:
    """Free among what lies there, erased records included."""
    folder = sample().folder()
    path = make.free(folder, "new-bakery", "2026-06-01", event)
    assert path == f"commitment/signatories/new-bakery/2026-06-01-{event}.yml"
    assert record.name(path) == record.Name("new-bakery", date(2026, 6, 1), event, 1)
    assert make.free(folder, "rye-club", "2025-05-05", "signed").endswith("/2025-05-05-signed-2.yml")


@pytest.mark.parametrize("name", [name for name in sample().names() if not name.endswith("-confirmed")])
def test_what_is_good_once_confirmed_was_good_when_it_was_brought(name: str) -> None:
    """Each record of the sample, taken away with what confirms it and all that is later, and brought anew."""
    r = sample()
    raw, slug = r.raw(name), name.split("/", maxsplit=1)[0]
    r.drop(*(other for other in r.names() if other.split("/")[0] == slug and other >= name))
    assert make.problems(r.project(), AS_OF, path(name), raw) == []


def test_it_is_held_against_the_register_at_once() -> None:
    """To who brings a record, what does not fit is a problem and no note."""
    raw = sample().add("test-shop/2026-05-20-reviewed").raw("test-shop/2026-05-20-reviewed")
    (found,) = make.problems(sample().project(), AS_OF, path("test-shop/2026-05-20-reviewed"), raw)
    assert found.wrong == "Nothing was signed before this review."
    assert found.severity == "problem"


def test_trouble_of_others_is_not_told() -> None:
    """What was wrong before is not said of a new record. A day ahead is today in another time zone."""
    r = sample().put("broken/2026-05-01-signed", b"event: signed\n")
    for day, told in (("02", []), ("03", ["The day 2026-06-03 has not come: today is 2026-06-01."])):
        name = f"market-bakery/2026-06-{day}-withdrawn"
        found = make.problems(r.project(), AS_OF, path(name), sample().add(name).raw(name))
        assert [problem.wrong for problem in found] == told
