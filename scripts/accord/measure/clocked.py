"""How much processor time a command takes, as the operating system counts it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path


def cpu_seconds(command: Sequence[str], folder: Path) -> float:
    """Run a command to its end and return its user and system time in seconds, children included.

    Raises:
        RuntimeError: the command failed; a failed run measures nothing.
    """
    before = os.times()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)
