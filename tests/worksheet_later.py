"""A made-up later guidance: one question retired and another in its place, one practice reworded."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from accord.files.overlay import copy_project

GONE, HEIR, REWORDED = "inequality-q4", "inequality-q5", "modelling-1"
OLD_TITLE = "Set the pass mark before you see any results"
NEW_TITLE = "Agree the pass mark before anybody sees a result"
HEIR_WORDS = "Who would be worse off, and did they say so themselves?"


def later(root: Path, to: Path) -> Path:
    """Copy the project into the new folder `to`, change what it asks, and return the folder."""
    copy_project(root, to)
    for path in (to / "data").rglob("*.yml"):
        if path.parent.name != "guidance-releases":
            _change(path, f"\\b{GONE}\\b", HEIR)
    _change(to / "data/contexts/inequality.yml", rf"- id: {HEIR}\n    text: (?:>-\n(?: {{6}}.*\n)+|.*\n)",
            f"- id: {HEIR}\n    text: {HEIR_WORDS}\n")  # fmt: skip
    _change(to / "data/lifecycle/modelling.yml", OLD_TITLE, NEW_TITLE)
    guidance = to / "data/guidance.yml"
    retired = f"retired:\n  - id: {GONE}\n    replaced_by: {HEIR}\n"
    _change(guidance, r'\Aversion: "0\.3\.0"\nreleased: .*\n', 'version: "0.4.0"\n')
    guidance.write_text(guidance.read_text(encoding="utf-8") + retired, encoding="utf-8")
    return to


def build(root: Path, out: Path) -> Path:
    """Build the site of a project into `out`, and return that folder."""
    command = [sys.executable, "-m", "accord", "site", "--root", str(root), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def _change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text)
    assert changed != text or new == HEIR, f"{path}: {pattern}"
    path.write_text(changed, encoding="utf-8")
