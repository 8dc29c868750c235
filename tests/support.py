"""The sample project, and what the checker says of it once something in it is broken."""

from __future__ import annotations

import errno
import os
import re
import resource
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
import yaml

from accord.files import schema as schemas
from accord.files import yaml_strict
from accord.files.disk import Disk
from accord.files.problem import Problem
from accord.files.tree import Found, Kind, Tree, in_order
from accord.files.yaml_strict import Refused
from accord.guidance.elements import CLASSES
from accord.project import reading
from accord.project import rules_all as rules
from accord.project.element import Element, shape
from accord.project.rules_all import Inputs, check, every_rule
from accord.register.record import Record
from accord.seals import chain

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
CODE = ROOT / "scripts" / "accord"
AS_OF = date(2026, 6, 1)
# What holds for upstream alone is not asked of a council's copy, which has settings, notes and records of its own.
OWN_COPY = (ROOT / "data" / "local" / "site.yml").exists()
SLOWEST = 2.0  # seconds of the processor for one bad input, generously: this is no benchmark
MEMORY = 256 * 1024 * 1024  # bytes that one may take besides what this process holds

# A place in the code: file, line, column.
Site = tuple[str, int, int]


@dataclass(frozen=True)
class Outcome:
    """What the checker printed, which rules printed something, and which lines of code made the problems."""

    lines: tuple[str, ...]
    rules: frozenset[str]
    sites: frozenset[Site]


def sample(to: Path) -> Path:
    """Copy the sample project, with the real schemas, into the empty folder `to`."""
    shutil.copytree(HERE / "sample", to, dirs_exist_ok=True)
    shutil.copytree(ROOT / "data" / "schema", to / "data" / "schema")
    return to


@cache
def own_schemas() -> schemas.Schemas:
    return schemas.load(Disk(ROOT))


def element(kind: str, **fields: Any) -> Any:
    """Return what a data file with these fields holds. Its other fields are empty, needed or not."""
    path = fields.pop("path", "")
    return shape(own_schemas()[kind], fields, CLASSES.get(kind, Element), path=path)


@cache
def table(name: str) -> Any:
    """Return a table of tests/cases/ that is no rule's."""
    return yaml.load((HERE / "cases" / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def write(root: Path, name: str, content: str | bytes) -> None:
    """Write one file of a project, byte for byte."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def found(place: Tree | Path) -> list[Problem]:
    """Return all that the checker finds."""
    return check(Inputs(reading.load(place), AS_OF))


def lines(place: Tree | Path) -> list[str]:
    """Return what the checker prints, line by line, and see to it that each line is one clean line."""
    printed = [str(problem) for problem in found(place)]
    for line in printed:
        assert line.isprintable(), ascii(line)
    return printed


class Files(Tree):
    """A project's files in memory, by path: bytes, or the kind of what is no plain file."""

    def __init__(self, files: Mapping[str, bytes | Kind]) -> None:
        self.files = dict(files)

    def walk(self, top: str) -> tuple[list[Found], list[Problem]]:
        below = [path for path in self.files if path == top or path.startswith(f"{top}/")]
        return in_order(Found(path, self.kind(path) or "file") for path in below), []

    def kind(self, path: str) -> Kind | None:
        there = self.files.get(path)
        return "file" if isinstance(there, bytes) else there

    def read(self, path: str, most: int) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if self.kind(path) != "file":
            raise OSError(0, "no plain file")
        return self.raw(path)[: most + 1]

    def raw(self, path: str) -> bytes:
        there = self.files[path]
        assert isinstance(there, bytes), path
        return there

    def put(self, path: str, raw: bytes | Kind) -> None:
        self.files[path] = raw

    def drop(self, path: str) -> None:
        del self.files[path]

    def lay(self, name: str) -> None:
        """Put the files of a folder beside the sample over it."""
        self.files.update(_files(HERE / name))


class Folder:
    """A folder on disk that is changed like `Files`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def raw(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def put(self, path: str, raw: bytes) -> None:
        write(self.root, path, raw)

    def drop(self, path: str) -> None:
        (self.root / path).unlink()


@cache
def _files(top: Path) -> dict[str, bytes]:
    found = [path for path in sorted(top.rglob("*")) if path.is_file()]
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in found}


def files() -> Files:
    """Return the sample project in memory, with the real schemas. It is read once."""
    schemas = {f"data/schema/{name}": raw for name, raw in _files(ROOT / "data" / "schema").items()}
    return Files({**_files(HERE / "sample"), **schemas})


_rules = cache(every_rule)


def judged(inputs: Inputs, rule: str = "") -> tuple[tuple[str, ...], frozenset[str]]:
    """Return what the checker prints, and the rules that spoke: all, or one and the readers."""
    spoke = {"reader"} if inputs.project.problems else set()

    def heard(name: str, rule: rules.Rule) -> rules.Rule:
        def hearing(given: Inputs) -> Iterator[Problem]:
            for problem in rule(given):
                spoke.add("reader" if name.endswith("_reading") else name)
                yield problem

        return hearing

    every = {name: heard(name, of) for name, of in _rules().items() if rule in (name, "") or name.endswith("_reading")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "every_rule", lambda: every)
        return tuple(map(str, check(inputs))), frozenset(spoke)


@contextmanager
def bounded() -> Iterator[None]:
    """Fail where what is done takes too long, or more memory than a bad input may take."""
    status = Path("/proc/self/status")
    held = re.search(r"VmData:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if held:
        resource.setrlimit(resource.RLIMIT_DATA, (int(held[1]) * 1024 + MEMORY, hard))
    start = time.process_time()
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
    took = time.process_time() - start
    assert took < SLOWEST, f"it took {took:.1f} s"


SEEN: set[Site] = set()  # by all runs: what a reader remembers of a file, it does not say again


@contextmanager
def recorded() -> Iterator[set[Site]]:
    """Collect the place of each call that makes a problem or a fault, or that refuses a file."""
    sites: set[Site] = set()
    made = Problem.__init__
    refuse = _reader()._refuse

    def note(function: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*args: Any, **kwargs: Any) -> Any:
            frame = sys._getframe(1)
            sites.add(_place(frame.f_code, frame.f_lasti))
            SEEN.update(sites)
            return function(*args, **kwargs)

        return noting

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Problem, "__init__", note(made))
        patch.setattr(yaml_strict, "_kept", yaml_strict._parsed)  # what was read before is read again, and so noted
        patch.setattr(Record, "fault", note(Record.fault))
        patch.setattr(_reader(), "_refuse", note(refuse))
        patch.setattr(chain, "Fault", note(chain.Fault))
        yield sites


def _reader() -> Any:
    return sys.modules[Refused.__module__]._Reader


def _place(code: CodeType, instruction: int) -> Site:
    line, _, column, _ = list(code.co_positions())[instruction // 2]
    return "/".join(Path(code.co_filename).parts[-2:]), line or 0, column or 0
