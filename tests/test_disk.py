"""What a disk refuses is a problem of one line, and never ends the check."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from accord.files.disk import Disk
from accord.project import reading
from accord.steward.audit import audit
from tests import support

TOO_LONG = "This can't be read (file name too long). Look at what it is, and who may read it."
SIGNED = "commitment/signatories/ovenby/2025-02-01-signed.yml"
LONG, DEPTH = "d" * 250, 20


def _deep(root: Path, top: str) -> str:
    """Make folders in folders until no path can name them. Return the first that has too long a path."""
    here = os.open(root / top, os.O_RDONLY)
    for _ in range(DEPTH):
        os.mkdir(LONG, dir_fd=here)
        inner = os.open(LONG, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    most = os.pathconf(root, "PC_PATH_MAX")
    paths = [f"{top}{f'/{LONG}' * depth}" for depth in range(DEPTH + 1)]
    return next(path for path in paths if len(f"{root}/{path}") >= most)


@pytest.mark.parametrize("top", ["data/roles", "docs", "commitment/signatories"])
def test_folders_without_end_are_told(top: str, tmp_path: Path) -> None:
    """No call within a call, and no path that the system refuses, ends the check."""
    root = support.sample(tmp_path)
    assert [f"{_deep(root, top)}:1: {TOO_LONG}"] == support.lines(root)


@pytest.mark.parametrize("name", ["data/roles/eater.yml", "docs/index.md", "commitment/draft.md", SIGNED,
                                  f"{SIGNED}.erased", "commitment/versions/1.1.0.md",
                                  "commitment/versions/1.1.0.yml"])  # fmt: skip
def test_what_nobody_may_read_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses one file: it is named, and nothing else ends."""
    root = support.sample(tmp_path)
    (root / name).touch()
    read = Disk.read

    def refuse(disk: Disk, path: str, most: int) -> bytes:
        if path == name:
            raise PermissionError(13, "Permission denied")
        return read(disk, path, most)

    monkeypatch.setattr(Disk, "read", refuse)
    said = f"{name}:1: This can't be read (permission denied). Look at what it is, and who may read it."
    assert any(line.startswith(said) for line in support.lines(root))
    assert all(each.adds_up for each in audit(reading.load(root), support.AS_OF).sums)


def test_what_desktops_and_editors_leave_is_not_read(tmp_path: Path) -> None:
    """Whoever has a page open in an editor, or looked at a folder in Finder, checks and builds as before."""
    left = (".DS_Store", "._a.md", "Thumbs.db", "desktop.ini", "~$a.docx", "a.md~", "#a.md#", ".a.md.swp", "a.md.orig",
            "a.md.REJ")  # fmt: skip
    for name in (*left, "a.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [found.path for found in Disk(tmp_path.parent).walk(tmp_path.name)[0]] == [f"{tmp_path.name}/a.md"]
    ignored = (Path(__file__).parent.parent / ".gitignore").read_text(encoding="utf-8").splitlines()
    wanted = {
        ".DS_Store",
        "._*",
        "Thumbs.db",
        "desktop.ini",
        "~$*",
        "*~",
        "\\#*#",
        ".*.sw[a-p]",
        "*.bak",
        "*.orig",
        "*.rej",
    }
    assert wanted <= {*ignored}
