"""`accord sign` in a real terminal: it asks, and Ctrl-D and Ctrl-C stop it without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import support
from tests.test_cli_sign import FLOUR, RECORD, files

pty = pytest.importorskip("pty")  # Windows has none
QUESTIONS = ("> ", "] ", "? ", ") ")


# A terminal of its own, as a shell would give it: only then does Ctrl-C reach the program.
LAUNCH = (
    "import fcntl, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "from accord.cli import main; sys.exit(main(sys.argv[1:]))"
)


def typed(root: Path, *answers: str) -> tuple[int, str]:
    """Run the program in a terminal, type each answer when it asks, and return its exit code and its words."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", LAUNCH, "sign", "--root", str(root), "--as-of", "2026-06-01"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    said = ""
    left = list(answers)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            part = os.read(ours, 4096).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
        if said.endswith(QUESTIONS) and left:
            os.write(ours, left.pop(0).encode())
    os.close(ours)
    return process.wait(10), said


def test_a_record_is_made(tmp_path: Path) -> None:
    root = support.sample(tmp_path / "sample")
    answers = ["signed", "flour-makers", "", "The Flour Makers", "organisation", "Chair of the bakers", "", "", "", "",
               "", "", "", "yes"]  # fmt: skip
    status, said = typed(root, *(f"{answer}\n" for answer in answers))
    assert status == 0, said
    assert (root / FLOUR / "2026-06-01-signed.yml").read_bytes() == RECORD
    assert "Traceback" not in said


@pytest.mark.parametrize("key", ["\x04", "\x03"], ids=["Ctrl-D", "Ctrl-C"])
def test_stopped_by_a_key(tmp_path: Path, key: str) -> None:
    """At the second question. Exit 130, one sentence, nothing written."""
    root = support.sample(tmp_path / "sample")
    before = files(root)
    status, said = typed(root, "signed\n", key)
    assert status == 130, said
    assert said.endswith("Stopped. Nothing is written.\r\n")
    assert "Traceback" not in said
    assert files(root) == before
