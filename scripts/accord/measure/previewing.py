"""How long a writer waits in the local preview: from saving one changed line to the page that shows it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from accord.overlay import copy_project

PAGE, ADDRESS = "docs/about/index.md", "about/"
LONGEST = 120.0  # seconds to wait for anything
STEP = 0.02  # seconds between two looks


def seconds(root: Path, runs: int) -> list[float]:
    """Return what each change took by the clock, the first one left out: it warms what later ones use.

    Raises:
        RuntimeError: the preview does not start, or never shows the change.
    """
    with tempfile.TemporaryDirectory(prefix="accord-serve-") as folder:
        project = Path(folder).resolve() / "project"
        copy_project(root, project)
        with _served(project) as address:
            return [_changed(project / PAGE, f"{address}{ADDRESS}", number) for number in range(runs + 1)][1:]


@contextmanager
def _served(project: Path) -> Iterator[str]:
    port = _free()
    command = [sys.executable, "-I", "-m", "accord", "serve", "--root", str(project), "--port", str(port)]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        _until(lambda: _shows(f"{address}{ADDRESS}", "</html>"), "the preview does not start")
        yield address
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(project, ignore_errors=True)


def _changed(path: Path, url: str, number: int) -> float:
    marker = f"Changed line number {number}."
    text = path.read_text(encoding="utf-8")
    start = time.monotonic()
    path.write_text(f"{text}\n{marker}\n", encoding="utf-8")
    _until(lambda: _shows(url, marker), "the preview never shows the change")
    return time.monotonic() - start


def _until(is_so: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + LONGEST
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(otherwise)
        time.sleep(STEP)


def _shows(url: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=LONGEST) as answer:  # noqa: S310  our own server, on this machine
            return words in answer.read().decode(errors="replace")
    except (urllib.error.URLError, OSError):
        return False


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
