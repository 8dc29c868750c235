"""The reader of records: what it accepts everybody reads alike, and nothing keeps it long or makes it fall over.

What `accord sign` makes is what it reads: every value comes back as it was typed.
"""

from __future__ import annotations

import time
from datetime import date

import yaml
from hypothesis import given
from hypothesis import strategies as st

from accord.register import reading as record
from accord.register.record import EVENTS
from accord.register.record_fields import fields
from accord.register.writing import make
from tests.registers import path as path_of
from tests.registers import sample, written
from tests.support import AS_OF, table
from tests.test_characters import letters

TABLE = table("records")
NAMES = [spec.name for spec in fields("signed", ["warmth-1"])]

NASTY = st.sampled_from(
    ['"', "\\", "\\\\", '\\"', "\n", "\r\n", "\t", ": ", ":", " #", "# ", "- ", "---", "&a ", "*a", "!!str ", "|", ">",
     "“", "”", "'", "{{", "<b>", "\u202e", "\u200b", "\u00a0", "\ufeff", "é", "e\u0301", "ŵ", "😀", "\x00", "\x1b[31m",
     "event", 'event: "signed"', "statement_why", "%", "[", "{", "=1+1", "\ud800"]
)  # fmt: skip
texts = st.lists(NASTY | st.text(max_size=8), max_size=12).map("".join)
names = st.from_regex(r"[a-z][a-z0-9_-]{0,20}", fullmatch=True).filter(lambda name: name not in record.NO_NAMES)
keys = names | st.sampled_from(sorted(record.NO_NAMES))
clean = st.text(letters, max_size=60)
PATH = "commitment/signatories/old-oven/2026-05-02-signed.yml"


@given(st.binary(max_size=300) | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_get_an_answer(raw: bytes) -> None:
    """Fields or problems, never both and never an exception, and each problem is one clean line."""
    fields, problems = record.parse("x", raw)
    assert (fields is None) == bool(problems)
    assert all(str(problem).isprintable() and "\n" not in str(problem) for problem in problems)
    assert len(problems) <= record.MOST


@given(st.lists(st.tuples(keys, texts), max_size=6))
def test_what_is_accepted_every_reader_of_yaml_reads_alike(rows: list[tuple[str, str]]) -> None:
    """The grammar is a part of YAML: another program sees the same fields and the same text."""
    raw = "".join(f'{key}: "{value}"\n' for key, value in rows).encode("utf-8", "surrogatepass")
    fields, _ = record.parse("x", raw)
    if fields is not None:
        assert fields == yaml.safe_load(raw.decode())
        assert list(fields) == [line.partition(":")[0] for line in raw.decode().splitlines()]


@given(st.dictionaries(keys, clean, min_size=1, max_size=6), st.data())
def test_no_changed_byte_reads_the_same(values: dict[str, str], data: st.DataObject) -> None:
    """There is one way to write a record: a changed byte is refused, or read as something else."""
    raw = written(values)
    before, problems = record.parse("x", raw)
    if problems:
        return
    place = data.draw(st.integers(0, len(raw) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != raw[place]))
    after, _ = record.parse("x", raw[:place] + bytes([other]) + raw[place + 1 :])
    assert after != before


def test_hostile_lines_cost_no_time() -> None:
    """Whatever fills 32 KiB is judged at once."""
    for first, again in TABLE["long"]:
        raw = (first + again * (32 * 1024))[: 32 * 1024].encode()[: 32 * 1024]
        start = time.process_time()
        assert record.parse("x", raw.decode("utf-8", "ignore").encode())[1], again
        assert time.process_time() - start < 2, again


def test_a_path_says_what_a_record_is() -> None:
    """Only the one form is a record's."""
    for old, new, number in TABLE["paths"]:
        found = record.name(PATH.replace(old, new))
        assert found == (number and record.Name("old-oven", date(2026, 5, 2), "signed", number)), new


@given(st.dictionaries(st.sampled_from(NAMES), st.text(letters, min_size=1), min_size=1))
def test_what_is_made_is_read(values: dict[str, str]) -> None:
    """The reader gives back each value, in the order of the table, with and without the last line end."""
    raw = make.encode(values, fields("signed", ["warmth-1"]))
    for made in (raw, raw.removesuffix(b"\n")):
        found, problems = record.parse("r.yml", made)
        assert problems == []
        assert list((found or {}).items()) == [(n, values[n]) for n in NAMES if n in values]


@given(st.dictionaries(st.text(max_size=9), st.text(), max_size=5))
def test_any_values_get_an_answer(values: dict[str, str]) -> None:
    """Never two lines for one value that the reader takes: nothing typed can add a field."""
    found, problems = record.parse("r.yml", make.encode(values, fields("signed")))
    assert problems or found == {n: v for n, v in values.items() if v}


def test_the_name_of_a_new_file() -> None:
    """Free among what lies there, erased records included."""
    folder = sample().folder()
    for event in EVENTS:
        path = make.free(folder, "new-bakery", "2026-06-01", event)
        assert record.name(path) == record.Name("new-bakery", date(2026, 6, 1), event, 1)
    assert make.free(folder, "rye-club", "2025-05-05", "signed").endswith("/2025-05-05-signed-2.yml")


def test_what_is_good_once_confirmed_was_good_when_it_was_brought() -> None:
    """Each record of the sample, taken away with what confirms it and all that is later, and brought anew."""
    for name in (name for name in sample().names() if not name.endswith("-confirmed")):
        r = sample()
        raw, slug = r.raw(name), name.split("/", maxsplit=1)[0]
        r.drop(*(other for other in r.names() if other.split("/")[0] == slug and other >= name))
        assert make.problems(r.project(), AS_OF, path_of(name), raw) == []


def test_what_does_not_fit_is_told_who_brings_it() -> None:
    """As a problem and no note; and what was wrong before is not said of it. A day ahead is today in another zone."""
    r = sample().put("broken/2026-05-01-signed", b"event: signed\n")
    for name, told in (
        ("test-shop/2026-05-20-reviewed", ["Nothing was signed before this review."]),
        ("market-bakery/2026-06-02-withdrawn", []),
        ("market-bakery/2026-06-03-withdrawn", ["The day 2026-06-03 has not come: today is 2026-06-01."]),
    ):
        found = make.problems(r.project(), AS_OF, path_of(name), sample().add(name).raw(name))
        assert [(problem.wrong, problem.severity) for problem in found] == [(said, "problem") for said in told]
