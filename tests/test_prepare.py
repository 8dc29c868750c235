"""Setting up runs our own program alone, wherever it is started: a proposed change beside it stays data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def test_its_words_fit_any_terminal(root: Path) -> None:
    """It runs before anything of ours is set up, where an old terminal's letters would stop it."""
    assert (root / "scripts" / "prepare.py").read_bytes().isascii()


@pytest.mark.parametrize("name", ["venv", "pip", "ensurepip", "subprocess"])
def test_nothing_of_the_folder_where_it_is_started_runs(root: Path, tmp_path: Path, name: str) -> None:
    """A hosted check starts in the folder of the change, which can hold a module of any name."""
    base, change = tmp_path / "base", tmp_path / "change"
    (base / "scripts").mkdir(parents=True)
    shutil.copy(root / "scripts" / "prepare.py", base / "scripts")
    (base / "requirements.txt").write_text("")
    (base / "pyproject.toml").write_text(
        '[project]\nname = "nothing"\nversion = "1"\n[tool.setuptools]\npackages = []\n'
    )
    (change / name).mkdir(parents=True)
    for module in ("__init__.py", "__main__.py"):
        (change / name / module).write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    command = [sys.executable, str(base / "scripts" / "prepare.py"), "site"]
    away = {"PIP_USER": "1", "PIP_TARGET": str(tmp_path / "away"), "PIP_PREFIX": str(tmp_path / "away")}
    settings = {**os.environ, **away}  # which pip refuses together, and each of which leads away from .venv
    done = subprocess.run(command, cwd=change, capture_output=True, text=True, check=False, timeout=120, env=settings)
    assert ("Can not" in done.stderr, (tmp_path / "away").exists()) == (False, False), done.stderr
    assert not (tmp_path / "ran").exists(), done.stdout + done.stderr
    assert (base / ".venv" / "pyvenv.cfg").is_file(), done.stdout + done.stderr
    assert not (change / ".venv").exists()
