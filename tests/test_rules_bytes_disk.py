"""Bad inputs that only a disk can hold: pipes, folders without end, links in the place of folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.files import disk
from accord.project import reading
from accord.steward.audit import audit
from tests import support
from tests.test_rules_bytes import LINK, Case, outcome

NO_FILE = "This can't be read (no plain file). Look at what it is, and who may read it."
TOO_LONG = "This can't be read (file name too long). Look at what it is, and who may read it."
SIGNED = "commitment/signatories/ovenby/2025-02-01-signed.yml"
DEEP = "/".join("d" * 500)
LONG, DEPTH = "d" * 250, 20


def _pipe(name: str) -> Callable[[Path], object]:
    def spoil(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name)

    return spoil


def _deep(top: str) -> Callable[[Path], object]:
    """Make folders in folders until no path can name them."""

    def spoil(root: Path) -> None:
        here = os.open(root / top, os.O_RDONLY)
        for _ in range(DEPTH):
            os.mkdir(LONG, dir_fd=here)
            inner = os.open(LONG, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
        os.close(here)

    return spoil


def _elsewhere(name: str) -> Callable[[Path], object]:
    """Leave a link in the place of a folder."""

    def spoil(root: Path) -> None:
        (root / name).rename(root / "elsewhere")
        (root / name).symlink_to("elsewhere")

    return spoil


def _deepest(top: str, root: Path) -> str:
    """Return the first folder that has a longer path than the system takes."""
    room = os.pathconf(root, "PC_PATH_MAX")
    paths = [f"{top}{f'/{LONG}' * depth}" for depth in range(DEPTH + 1)]
    return next(path for path in paths if len(f"{root}/{path}") >= room)


def _gone(clause: str, *lines: tuple[int, int]) -> tuple[str, ...]:
    said = f"No text has a clause with the id {clause}. Delete the file."
    return tuple(f"data/clauses/{clause}.yml:{line}: wordings/{entry}/explains: {said}" for line, entry in lines)


TABLE = (
    Case("a pipe in data", _pipe("data/roles/pipe.yml"), (f"data/roles/pipe.yml:1: {NO_FILE}",)),
    Case("a pipe for a page", _pipe("docs/pipe.md"), (f"docs/pipe.md:1: {NO_FILE}",)),
    Case("a pipe at the top", _pipe("GOVERNANCE.md"), (f"GOVERNANCE.md:1: {NO_FILE}",)),
    Case(
        "folders in folders",
        lambda root: (root / "docs" / DEEP).mkdir(parents=True),
        (f"docs/{DEEP[:63]}:1: More than 32 folders lie in one another here. Delete them.",),
    ),
    Case(
        "a link in the place of commitment/",
        _elsewhere("commitment"),
        (
            f"commitment:1: {LINK}",
            *_gone("patience-1", (8, 1)),
            *_gone("patience-2", (8, 1)),
            *_gone("warmth-1", (8, 1)),
            *_gone("warmth-2", (8, 1), (16, 2)),
        ),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_what_lies_there_gives_exactly_these_lines(case: Case) -> None:
    assert outcome(case).lines == case.expected


@pytest.mark.parametrize("top", ["data/roles", "docs", "commitment/signatories"])
def test_folders_without_end_are_told(top: str, tmp_path: Path) -> None:
    """No call within a call, and no path that the system refuses, ends the check."""
    root = support.sample(tmp_path)
    _deep(top)(root)
    assert support.lines(root) == [f"{_deepest(top, root)}:1: {TOO_LONG}"]


@pytest.mark.parametrize("name", ["data/roles/eater.yml", "docs/index.md", "commitment/draft.md", SIGNED,
                                  f"{SIGNED}.erased", "commitment/versions/1.1.0.md",
                                  "commitment/versions/1.1.0.yml"])  # fmt: skip
def test_what_nobody_may_read_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses one file: it is named, and nothing else ends."""
    root = support.sample(tmp_path)
    (root / name).touch()
    start = disk.start

    def refuse(path: Path | str, most: int) -> bytes:
        if Path(path) == root / name:
            raise PermissionError(13, "Permission denied")
        return start(path, most)

    monkeypatch.setattr(disk, "start", refuse)
    said = f"{name}:1: This can't be read (permission denied). Look at what it is, and who may read it."
    assert said in support.lines(root)
    assert all(each.adds_up for each in audit(reading.load(root), support.AS_OF).sums)
