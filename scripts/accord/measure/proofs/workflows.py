"""zizmor, a checker of workflows, on those of this project. It is no part of the project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from accord.measure.proof import Outcome, Proof, judged, unmeasured
from accord.measure.proofs.ground import Ground

SETTING = "ZIZMOR"  # in the environment: the path of the program
FOLDER = ".github"
SLOWEST = 60  # seconds


def proofs(ground: Ground) -> Iterator[Proof]:
    yield Proof("workflows", "zizmor finds nothing in the workflows", partial(measured, ground.root))


def measured(root: Path) -> Outcome:
    """Run the checker without a network, and count what it finds."""
    command = os.environ.get(SETTING) or shutil.which("zizmor")
    if not command:
        return unmeasured(f"zizmor is not here; {SETTING} may name it")
    words = [command, "--offline", "--no-exit-codes", "--no-progress", "--format", "json", str(root / FOLDER)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=SLOWEST, check=True)
        found = [str(each["ident"]) for each in json.loads(done.stdout)]
        version = subprocess.run([command, "--version"], capture_output=True, text=True, timeout=SLOWEST, check=True)
    except (OSError, ValueError, KeyError, TypeError, subprocess.SubprocessError) as error:
        return unmeasured(f"zizmor does not work here ({type(error).__name__})")
    files = len(list((root / FOLDER / "workflows").glob("*.yml")))
    how = f"{version.stdout.strip()}, {files} workflows"
    return judged(f"{len(found)} findings, such as {found[0]}" if found else "", how)
