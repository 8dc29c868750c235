"""The reader of records: what it accepts everybody reads alike, and nothing keeps it long or makes it fall over."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from accord.register import reading as record
from tests.registers import written
from tests.test_characters import letters

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


@pytest.mark.parametrize(
    "row",
    ['a: "' + 'x\\"' * 10_000, "a:" * 16_000, " " * 32_000, "a" * 32_000, '"' * 32_000, 'a: "' + "\\" * 32_000,
     'a: "' + "”" * 10_000, "\n" * 32_000, 'a: ""\n' * 5_000, "- " * 16_000, "Ω" * 16_000, "\u200b" * 10_000]
)  # fmt: skip
def test_hostile_lines_cost_no_time(row: str) -> None:
    """Whatever fills 32 KiB is judged at once."""
    start = time.process_time()
    assert record.parse("x", row.encode()[: 32 * 1024].decode("utf-8", "ignore").encode())[1]
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ("old-oven", "2026-05-02", "signed", 1)),
        (".yml", "-2.yml", ("old-oven", "2026-05-02", "signed", 2)),
        (".yml", "-12.yml", ("old-oven", "2026-05-02", "signed", 12)),
        *((".yml", end, None) for end in ("-1.yml", "-02.yml", ".yml\n", ".yml.erased")),
        ("2026", "２０２６", None),
        ("05-02", "02-30", None),
        ("signed", "sign", None),
        *(("old-oven", slug, None) for slug in ("Old-Oven", "-oven", "old--oven", "pages", "com1", "o" * 65, "o/ven")),
        ("commitment", "x/commitment", None),
    ],
)
def test_a_path_says_what_a_record_is(old: str, new: str, expected: tuple[str, str, str, int] | None) -> None:
    """Only the one form is a record's."""
    found = record.name(PATH.replace(old, new))
    assert (found and (found.slug, found.date.isoformat(), found.event, found.sequence)) == expected
