"""How much time a command takes: the processor's, as the operating system counts it, and the clock's."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Clocked(NamedTuple):
    """Seconds: `cpu` is user and system time, children included; `wall` is what a person waits."""

    cpu: float
    wall: float


def clocked(command: Sequence[str], folder: Path) -> Clocked:
    """Run a command to its end and return what it took.

    Raises:
        RuntimeError: the command failed; a failed run measures nothing.
    """
    before, start = os.times(), time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    after, end = os.times(), time.monotonic()
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed: {(done.stdout + done.stderr)[-2000:]}")
    user, system = after.children_user - before.children_user, after.children_system - before.children_system
    return Clocked(user + system, end - start)
