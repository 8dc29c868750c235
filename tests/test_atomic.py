"""A new file is whole or not there, and never over another: also on a full disk, or one without links."""

from __future__ import annotations

import errno
import os
import threading
from contextlib import nullcontext
from pathlib import Path

import pytest

from accord.files import atomic


def _left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    """All bytes, readable by others, and nothing beside it."""
    path = tmp_path / "new" / "record.yml"
    atomic.write_new(path, b"a\n")
    assert path.read_bytes() == b"a\n"
    assert path.stat().st_mode & 0o777 == 0o644
    assert _left(path.parent) == ["record.yml"]


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("taken", ["", "file", "folder", "link to nothing"])
def test_nothing_is_ever_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: str, links: bool) -> None:
    """Whatever has the name keeps it. A disk without links (FAT) takes the name first, in a step that may fail."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    path = tmp_path / "record.yml"
    match taken:
        case "file":
            path.write_bytes(b"old")
        case "folder":
            path.mkdir()
        case "link to nothing":
            path.symlink_to("nowhere")
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(FileExistsError) if taken else nullcontext():
        atomic.write_new(path, b"new")
    assert _left(tmp_path) == ["record.yml"]
    assert not path.is_file() or path.read_bytes() == (b"old" if taken else b"new")
    assert path.exists() == (taken != "link to nothing")


@pytest.mark.parametrize("step", ["fsync", "link"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """The error is passed on, and no part of the file stays, nor a folder that was made for it."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space left"):
        atomic.write_new(tmp_path / "new" / "folder" / "record.yml", b"new")
    assert _left(tmp_path) == []


def test_many_writers_of_one_name(tmp_path: Path) -> None:
    """One wins, the others hear that the name is taken."""
    results: list[str] = []

    def write(word: str) -> None:
        try:
            atomic.write_new(tmp_path / "one.yml", word.encode() * 1000)
            results.append(word)
        except FileExistsError:
            results.append("taken")

    threads = [threading.Thread(target=write, args=(word,)) for word in "abcdefghijkl"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [word for word in results if word != "taken"]
    assert len(results) == 12
    assert (tmp_path / "one.yml").read_bytes() == winner.encode() * 1000
    assert _left(tmp_path) == ["one.yml"]
