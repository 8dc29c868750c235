"""A command in a terminal of its own: what it asks is answered, key by key, and nobody waits for ever."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")  # Windows has none

CTRL_C = "\x03"
QUESTIONS = ("> ", "] ", "? ", ") ")
PATIENCE = 60  # seconds for a whole conversation
# A terminal of its own, as a shell would give it: only then does Ctrl-C reach the program. A script that runs the tests
# in the background has SIGINT ignored, and so would its children.
LAUNCH = (
    "import fcntl, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from accord.cli import main; sys.exit(main(sys.argv[1:]))"
)


def typed(root: Path, command: str, *answers: str, as_of: str = "2026-06-01") -> tuple[int, str]:
    """Run a command of the program, type each answer when it asks, and return its exit code and its words.

    What it says is read with a clock, and no traceback is ever shown.
    """
    ours, theirs = pty.openpty()
    words = [sys.executable, "-c", LAUNCH, command, "--root", str(root), "--as-of", as_of]
    process = subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    said, left, last = "", list(answers), ""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not select.select([ours], [], [], 3)[0]:
            if last == CTRL_C:  # a signal between the question and the wait for its answer is lost: press it again
                os.write(ours, last.encode())
            continue
        try:
            part = os.read(ours, 4096).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
        if said.endswith(QUESTIONS) and left:
            last = left.pop(0)
            os.write(ours, last.encode())
    os.close(ours)
    try:
        code = process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        pytest.fail(f"{command} still waits after {PATIENCE} seconds: {said[-300:]}")
    assert "Traceback" not in said
    return code, said
