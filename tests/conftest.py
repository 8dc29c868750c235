"""What all tests share: the project's folder, and the live site built once for a run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the live site with the real command, and return its folder."""
    return build(tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site with the sample register, as `make demo` does, and return its folder."""
    sample = ["--sample", str(ROOT / "tests" / "demo"), "--as-of", "2026-11-22"]
    return build(tmp_path_factory.mktemp("built") / "demo", *sample)


def build(out: Path, *options: str) -> Path:
    """Build a site of the project into `out`, and return that folder."""
    command = [sys.executable, "-m", "accord", "site", "--root", str(ROOT), "--out", str(out), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr, done.stderr
    return out
