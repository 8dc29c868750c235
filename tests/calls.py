"""What commands do, as tables of calls: tests/cases/calls/. What a proposed change may do: tests/cases/change/.

A table has `cases`, and for all of them `start` (what lies there: a key of STARTS), `before` (steps that come first),
and `as_of` (the day that counts as today). A case has a name (`case`) and `steps`, or one call beside its name. `rows`
are cases of one call: its words, its status, and what it says. A step is a change as in bad_inputs.py, a method of
world.py with its arguments (`claim: dawn-bakers`, `role: Board`), or a call:

    run: WORDS      what is typed after "accord", as a shell takes it, or a list of words
    exit: 1         its status; 0 where nothing is said. After any other, every file is as it was (but with `changes`)
    says: TEXT      what is printed, among other things; a list of such pieces. `never` is not printed
    just: TEXT      all that is printed
    types: [LINE]   somebody sits at a terminal and types this. Else nobody can be asked
    pastes: TEXT    what comes by a pipe
    as_of: DAY      the day that counts as today
    writes: {PATH: TEXT}    files that then have just these bytes; `gone: [PATH]` are not there

In all texts ~dawn-bakers/2026-06-01-signed is the path of a record, {harbour} the file of an office's private key,
{public harbour} the other half, {digest PATH} the digest of a file, {text PATH} its text, {root} the project's folder.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import yaml

from accord.files.sample import copy_project
from tests import sealed, support
from tests.world import DAY, S, World

CASES = support.HERE / "cases"


def _unfounded(to: Path) -> None:
    shutil.rmtree(support.sample(to) / S)


def _founded(to: Path) -> None:
    _unfounded(to)
    world = World(to)
    world.found()
    world.seal(["harbour", "meadow"])


STARTS: dict[str, Callable[[Path], object]] = {
    "sample": support.sample,  # as it is, with no steward and no key
    "unfounded": _unfounded,  # and without a record
    "founded": _founded,  # with two stewards and a first seal
    "register": sealed.sample,  # the made-up register, under one seal
    "clone": sealed.register,  # three records, two of them under a seal, in a repository
    "real": lambda to: copy_project(support.ROOT, to),
}


@dataclass(frozen=True, eq=False)
class Call:
    """A case of a table. `told` is what the table says of all its cases, and the case's own words over it."""

    name: str
    told: Mapping[str, Any]

    @property
    def steps(self) -> list[Mapping[str, Any]]:
        """The steps, or the one that is told beside the name."""
        others = ("case", "start", "before", "as_of", "branch", "base", "wrong", "told", "steward")
        one = {key: each for key, each in self.told.items() if key not in others}
        return list(one.get("steps", [one]))

    def world(self, to: Path) -> World:
        """Lay down what is there before the case, and return it."""
        day = str(self.told.get("as_of", DAY))
        made = _laid(self.told.get("start", "clone"), json.dumps(self.told.get("before", [])), day)
        shutil.copytree(made, to / "project", symlinks=True)
        return World(to / "project", day)


@cache
def _laid(start: str, before: str, day: str) -> Path:
    """Make what many cases begin with, once."""
    world = World(Path(mkdtemp(prefix="accord-calls-")) / "project", day)
    STARTS[start](world.root)
    for step in json.loads(before):
        world.does(step)
    return world.root


@cache
def calls(folder: str) -> tuple[Call, ...]:
    """Return every case of the tables in a folder."""
    found = []
    for at in sorted((CASES / folder).glob("*.yml")):
        table = yaml.load(at.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        known = {key: table[key] for key in ("start", "before", "as_of") if key in table}
        rows = (
            {"case": words, "run": words, "exit": code, "says": says} for words, code, says in table.get("rows", ())
        )
        found += [Call(f"{at.stem}: {each['case']}", known | each) for each in (*table.get("cases", ()), *rows)]
    return tuple(found)


def begun(table: str, to: Path) -> World:
    """Return what the cases of a table begin with."""
    return next(call for call in calls("calls") if call.name.startswith(f"{table}: ")).world(to)
