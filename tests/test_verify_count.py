"""The explained count adds up, whatever lies in the folder, and every file is in exactly one number."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.model.standing import COUNTED
from accord.read import project as reading
from accord.verify.audit import Audit, audit
from accord.verify.count import Sum
from tests import support
from tests.ssh import Holder

AS_OF = date(2026, 6, 1)
RECORDS = "commitment/signatories"
KEY = Holder()


def audited(root: Path, as_of: date = AS_OF) -> Audit:
    return audit(reading.load(root), as_of)


@pytest.fixture(scope="module")
def pristine() -> Iterator[Path]:
    """Yield a sample project of which copies are spoilt. Its pages stay out: they slow the reading down."""
    with tempfile.TemporaryDirectory() as folder:
        root = support.sample(Path(folder, "sample"))
        shutil.rmtree(root / "docs")
        yield root


def test_the_sample_adds_up(pristine: Path) -> None:
    found = audited(pristine)
    assert [str(problem) for problem in found.problems] == []
    assert found.count.adds_up
    assert found.count.records == found.count.good == len([*(pristine / RECORDS).glob("*/*.yml")])
    assert found.list.records == found.count.good + found.count.erased


def test_a_sum_can_fail() -> None:
    """The check of the sums is one: a wrong part is found, and said in the singular and the plural."""
    assert Sum("signatories", 1, (("claimed", 1), ("signed", 0))).adds_up
    assert not Sum("signatories", 2, (("claimed", 1), ("signed", 0))).adds_up
    assert str(Sum("signatories", 1, (("claimed", 1), ("signed", 0)))) == "1 signatory = 1 claimed + 0 signed"
    assert str(Sum("good records", 1, (("signed", 1),))) == "1 good record = 1 signed"
    assert str(Sum("versions", 1200, (("good", 1200),))) == "1,200 versions = 1,200 good"


def renamed(path: Path, at: int) -> None:
    path.rename(path.with_name(f"2026-05-3{at % 3}-signed.yml"))


def moved(path: Path, at: int) -> None:
    to = path.parent.with_name(f"new-{at % 5}")
    to.mkdir(exist_ok=True)
    path.rename(to / path.name)


def beside(path: Path, ending: str, raw: bytes) -> None:
    path.with_name(f"{path.name}{ending}").write_bytes(raw)


# What is done to a record's file, with a number and some bytes to do it with.
SPOILERS: dict[str, Callable[[Path, int, bytes], object]] = {
    "delete": lambda path, _at, _raw: path.unlink(),
    "break": lambda path, _at, raw: path.write_bytes(path.read_bytes()[:-9] + raw),
    "sign": lambda path, _at, _raw: beside(path, ".sig", KEY.sign(path.read_bytes())),
    "key": lambda path, _at, _raw: path.write_bytes(path.read_bytes() + f'public_key: "{KEY.line}"\n'.encode()),
    "garbage": lambda path, _at, raw: beside(path, ".sig", raw),
    "erase": lambda path, _at, _raw: path.rename(path.with_name(f"{path.name}.erased")),
    "rename": lambda path, at, _raw: renamed(path, at),
    "move": lambda path, at, _raw: moved(path, at),
    "stranger": lambda path, _at, raw: path.with_name("notes.txt").write_bytes(raw),
    "text": lambda path, at, raw: (path.parents[2] / "versions" / f"{at % 4}.0.0.md").write_bytes(raw),
    "no version": lambda path, _at, _raw: (path.parents[2] / "versions" / "1.0.0.yml").unlink(missing_ok=True),
}


def spoil(root: Path, what: str, at: int, raw: bytes) -> None:
    """Do one thing to one of the records that are left."""
    if records := sorted((root / RECORDS).glob("*/*.yml")):
        SPOILERS[what](records[at % len(records)], at, raw)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(sorted(SPOILERS)), st.integers(0, 60), st.binary(max_size=20)), max_size=8),
    st.dates(date(2023, 1, 1), date(2029, 1, 1)),
)
def test_the_count_adds_up_for_any_mix(pristine: Path, spoilt: list[tuple[str, int, bytes]], as_of: date) -> None:
    """Broken, deleted, renamed, signed, erased: each file that lies there is counted once, and no sum fails."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "spoilt")
        shutil.copytree(pristine, root)
        for what, at, other in spoilt:
            spoil(root, what, at, other)
        found = audited(root, as_of)
        count = found.count
        assert count.adds_up, [str(each) for each in count.sums() if not each.adds_up]
        assert count.records == len([*(root / RECORDS).glob("*/*.yml")])
        assert count.signatures == len([*(root / RECORDS).glob("*/*.yml.sig")])
        assert count.erased == len([*(root / RECORDS).glob("*/*.yml.erased")])
        assert count.shown == sum(count.states.get(state, 0) for state in COUNTED)
        named = {problem.path for problem in found.problems}
        assert set(count.refused) <= named  # nothing is left out without a word
        assert {path for path in found.list.digests if (root / path).exists()} <= set(found.digests)
        assert not named & set(found.list.digests)
