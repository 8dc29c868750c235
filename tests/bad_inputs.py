"""Bad inputs: what is changed in a good project, and the lines that the check must then print, in one table a rule.

A table is tests/cases/<room>/<rule>.yml: a list of cases, or a block with `cases`, with `sample` (what they start from:
the made-up `register`, that register `sealed`, or a folder of tests/sample_on/ put over the sample) and with `before`
(changes that come first in each). A case has a name (`case`), a change or a list of `changes`, and what is printed
(`says`). A change is

    file: PATH, find: TEXT, put: TEXT    puts words in the place of what is there just once (often: `every: true`)
    file: PATH, end: TEXT                writes more at the end of a file
    file: PATH, encode: NAME             writes a file in another encoding
    add: PATH, text: TEXT                writes a whole file. `copy: PATH` gives it another's, `kind` makes a link of it
    remove: PATH                         takes a file away
    answers: {PLACE: VALUE}              writes a good file of answers with other values at places such as project/url;
                                         "x*300" is a text of 300 signs and what follows, and nothing takes one away
    note: TEXT                           writes a good file of answers with this JSON as a note, on the second line
    publish: VERSION, ...                writes a version of the Commitment with its digests (versions_made.py)
    record: NAME, FIELD: VALUE, ...      adds a record to the register. So do `counts`, `confirm`, `erase` and `set`,
                                         which are methods of registers.py; `day` is that of a confirmation
    keys: [[OFFICE, AFTER, BEFORE], ...] writes the list of stewards' keys, each as `steward` of registers.py makes it
    seal: DAY, by: [OFFICE, ...]         seals all that counts. `lines` are other digests than the right ones

`bytes` in the place of `put` or `text` has signs for bytes: "\\xe9". `times: N` repeats what is put or written. With
`fill`, it is that which is repeated, in the place of "…", each time with its number for "{n}".

A case of the register may say `against: RECORD`. That record is then judged as a claim that was there before (its line
is a note), as a claim that is brought, and confirmed, where `then` has what is said besides.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, TypeVar

import pytest
import yaml

from accord.project import reading
from accord.project.reading import Project
from accord.project.rules_all import Inputs
from accord.seals import chain
from tests import support, versions_made
from tests.registers import path, steward, verified
from tests.registers import sample as sample_register

TABLES = support.HERE / "cases"
ANSWERS = "data/local/assessments/oven.json"
GOOD = """{"format": "accord-answers-1", "guidance": "0.1.0", "saved": "2026-05-01", "project": {"name": "The oven",
    "organisation": "Ovenby", "purpose": "Bread is late.", "office": "Head baker"},
    "answers": {"warmth-q1": {"asked": "f544309a4c65"}}}"""
Change = dict[str, Any]
G = TypeVar("G")
NOTHING: Callable[[pytest.MonkeyPatch], object] = lambda patch: None  # noqa: E731


@dataclass(frozen=True, eq=False)
class Case:
    """One bad input. `aside` are lines that `apply` looks at itself, and `where` changes the machine."""

    rule: str
    name: str
    apply: Callable[[Any], object]
    says: tuple[str, ...]
    ground: Literal["files", "register", "disk"] = "files"  # the sample in memory, the made-up register, a folder
    fresh: frozenset[str] = frozenset()
    aside: tuple[str, ...] = ()
    where: Callable[[pytest.MonkeyPatch], object] = NOTHING
    as_of: date = support.AS_OF

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"


def change(ground: Any, each: Change) -> None:
    """Make one change of a table."""
    given = dict(each)
    new = _written(given)
    match given:
        case {"file": name, "encode": encoding}:
            ground.put(name, ground.raw(name).decode().encode(encoding))
        case {"file": name, "find": find}:
            raw, old = ground.raw(name), find.encode()
            times = raw.count(old)
            assert times == 1 or (times and given.get("every")), f"{name} has {find!r} {times} times"
            ground.put(name, raw.replace(old, new))
        case {"file": name}:
            ground.put(name, ground.raw(name) + new)
        case {"add": name, "copy": other}:
            ground.put(name, ground.raw(other))
        case {"add": name, "kind": kind}:
            ground.put(name, kind)
        case {"add": name}:
            ground.put(name, new)
        case {"remove": name}:
            ground.drop(name)
        case {"answers": values}:
            ground.put(ANSWERS, _answers(values))
        case {"note": _}:
            start, end = _answers({"decision/reasons": "?"}).replace(b"\n", b"").split(b'"?"')
            ground.put(ANSWERS, start + b"\n" + new + b"\n" + end)
        case _:
            _act(ground, given)


def _answers(values: dict[str, Any]) -> bytes:
    """Return a good file of answers with other values."""
    content = json.loads(GOOD)
    for place, value in values.items():
        *above, last = place.split("/")
        block = content
        for step in above:
            block = block.setdefault(step, {})
        many = re.fullmatch(r"(.)\*(\d+)(.*)", value) if isinstance(value, str) else None
        block[last] = many[1] * int(many[2]) + many[3] if many else value
        if value is None:
            del block[last]
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _act(ground: Any, given: Change) -> None:
    """Do what a steward or a signatory does."""
    match given:
        case {"publish": _}:
            versions_made.publish(ground, given)
        case {"keys": rows}:
            ground.name_stewards(*(steward(*row) for row in rows))
        case {"seal": day, "by": offices}:
            ground.seal(day, *offices, lines=given.get("lines"))
        case _:
            way = next(iter(given))
            name, day = given.pop(way), given.pop("day", None)
            getattr(ground, {"record": "add"}.get(way, way))(name, *([day] if day else []), **given)


def _written(given: Change) -> bytes:
    """Return what a change puts or writes. What says how is taken out of `given`."""
    times, fill = int(given.pop("times", 1)), given.pop("fill", None)
    if "bytes" in given:
        return str(given["bytes"]).encode("latin-1") * times
    text = next((str(given[key]) for key in ("put", "end", "text", "note") if key in given), "")
    if fill is not None:
        return text.replace("…", "".join(fill.replace("{n}", str(n)) for n in range(times))).encode()
    return text.encode() * times


def table(at: Path) -> Iterator[Case]:
    """Yield the cases of one table."""
    found = yaml.load(at.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    whole = found if isinstance(found, dict) else {"cases": found}
    for each in whole["cases"]:
        extra = ("case", "says", "changes", "against", "then", "sample")
        inline = {key: value for key, value in each.items() if key not in extra}
        changes = [*whole.get("before", ()), *each.get("changes", [inline] if inline else [])]
        yield from _made(at.stem, each.get("sample", whole.get("sample", "")), each, changes)


def _made(rule: str, sample: str, each: Change, changes: list[Change]) -> Iterator[Case]:
    def apply(ground: Any) -> None:
        if sample == "sealed":
            ground.name_stewards().seal("2026-05-29", "north", "south")
        elif sample not in ("", "register"):
            ground.lay(f"sample_on/{sample}")
        for one in changes:
            change(ground, one)

    says, name = tuple(each["says"].splitlines()), each["case"]
    if "against" not in each:
        yield Case(rule, name, apply, says, "register" if sample in ("register", "sealed") else "files")
        return
    record = each["against"]
    yield from against(rule, name, record, apply, says[0], tuple(each.get("then", "").splitlines()))


def against(
    rule: str, name: str, record: str, apply: Callable[[Any], object], said: str, then: tuple[str, ...] = ()
) -> Iterator[Case]:
    """Yield three cases of a record that does not fit: a claim that was there, one that is brought, one that counts."""
    place, line, words = said.split(":", 2)
    yield Case(rule, f"{name}, a claim before", apply, (f"{place}:{line}: note:{words}",), "register")
    yield Case(rule, f"{name}, a claim that is brought", apply, (said,), "register", frozenset({path(record)}))
    yield Case(rule, f"{name}, confirmed", lambda r: (apply(r), r.confirm(record)), (*then, said), "register")


@cache
def cases() -> tuple[Case, ...]:
    """Return every bad input: those of the tables, and those that modules tests/made_*.py make."""
    places = (at for at in sorted(TABLES.glob("*/*.yml")) if at.parent.name not in ("calls", "change"))  # see calls.py
    tables = [case for at in places for case in table(at)]
    made = [import_module(f"tests.{at.stem}").CASES for at in sorted(support.HERE.glob("made_*.py"))]
    return (*tables, *(case for cases in made for case in cases))


def find(name: str) -> Case:
    """Return the bad input that is called "rule: name"."""
    return next(case for case in cases() if str(case) == name)


@cache
def outcome(case: Case, rule: str = "") -> support.Outcome:
    """Run the check over one bad input, within bounds; or one rule of it alone, which is faster."""
    with support.recorded() as sites, pytest.MonkeyPatch.context() as patch, support.bounded():
        patch.setattr(chain, "verified", verified)
        case.where(patch)
        if case.ground == "disk":
            with tempfile.TemporaryDirectory() as folder:
                return _judged(case, reading.load(_changed(case, support.sample(Path(folder)))), sites, rule)
        if case.ground == "register":
            return _judged(case, _changed(case, sample_register()).project(), sites, rule)
        return _judged(case, reading.load(_changed(case, support.files())), sites, rule)


def _changed(case: Case, ground: G) -> G:
    case.apply(ground)
    return ground


def _judged(case: Case, project: Project, sites: set[support.Site], rule: str) -> support.Outcome:
    lines, rules = support.judged(Inputs(project, case.as_of, case.fresh), rule)
    return support.Outcome(lines, rules, frozenset(sites))
