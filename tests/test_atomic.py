"""A new file is whole or not there, and never over another: also on a full disk, and when the writer is killed."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from accord.files import atomic

WRITER = """
import sys
from pathlib import Path
from accord.files.atomic import write_new
folder, size = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
number = 0
while True:
    write_new(folder / f"{number}.yml", b"x" * size)
    number += 1
"""
SIZE = 2_000_000


def _left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    """All bytes, readable by others, and nothing beside it."""
    path = tmp_path / "new" / "record.yml"
    atomic.write_new(path, b"a\n")
    assert path.read_bytes() == b"a\n"
    assert path.stat().st_mode & 0o777 == 0o644
    assert _left(path.parent) == ["record.yml"]


@pytest.mark.parametrize("taken", ["file", "folder", "link to nothing"])
def test_nothing_is_ever_replaced(tmp_path: Path, taken: str) -> None:
    """Whatever has the name keeps it."""
    path = tmp_path / "record.yml"
    if taken == "file":
        path.write_bytes(b"old")
    elif taken == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        atomic.write_new(path, b"new")
    assert _left(tmp_path) == ["record.yml"]
    assert taken != "file" or path.read_bytes() == b"old"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("taken", [False, True])
def test_a_disk_that_knows_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool) -> None:
    """FAT has none: the name is taken first, in a step that fails where somebody has it."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "record.yml"
    if taken:
        path.write_bytes(b"old")
        with pytest.raises(FileExistsError):
            atomic.write_new(path, b"new")
    else:
        atomic.write_new(path, b"new")
    assert path.read_bytes() == (b"old" if taken else b"new")
    assert _left(tmp_path) == ["record.yml"]


@pytest.mark.parametrize("step", ["fsync", "link"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """The error is passed on, and no part of the file stays."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space left"):
        atomic.write_new(tmp_path / "record.yml", b"new")
    assert _left(tmp_path) == []


def test_a_limit_of_the_system_leaves_nothing(tmp_path: Path) -> None:
    """A real limit on the size of files, which a full disk resembles: half the bytes were written when it struck."""
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom accord.files.atomic import write_new\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_new(Path(sys.argv[1]), b'x' * 5000)\nexcept OSError as error:\n    print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.yml")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "File too large\n"
    assert _left(tmp_path) == []


def test_a_writer_that_is_killed_leaves_no_half_file(tmp_path: Path) -> None:
    """Killed at many moments, for real; each file that has its name is whole, and the next writer sweeps the rest."""
    swept = 0
    for round_ in range(12):
        folder = tmp_path / str(round_)
        folder.mkdir()
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(folder), str(SIZE)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(0.004 * round_)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        swept += any(name.startswith(atomic.PREFIX) for name in _left(folder))
        assert {path.stat().st_size for path in folder.glob("*.yml")} <= {SIZE}
        atomic.write_new(folder / "next.yml", b"whole")
        assert not [name for name in _left(folder) if name.startswith(atomic.PREFIX)]
        assert (folder / "next.yml").read_bytes() == b"whole"
    assert swept, "no kill hit the middle of a write: the test shows nothing"


def test_many_writers_of_one_name(tmp_path: Path) -> None:
    """One wins, the others hear that the name is taken, and none sweeps away what another is writing."""
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
