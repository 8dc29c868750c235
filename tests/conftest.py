"""What all tests share: the project's folder, and the live site built once for a run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",  # in a container the kernel gives no user namespaces; the pages are ours
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
ROOT = Path(__file__).resolve().parent.parent
# Dozens of tests build copies of the project. They share its documents; the proofs and their own tests do not.
os.environ.setdefault("ACCORD_CACHE", str(ROOT / ".cache" / "documents"))

# A property gets 50 examples where nothing else is asked for: `python -m tests.measure.long` asks for more.
settings.register_profile("ours", max_examples=int(os.environ.get("ACCORD_EXAMPLES", "50")), deadline=None)
settings.load_profile("ours")


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


def build(out: Path, *options: str, settings: Mapping[str, str] | None = None) -> Path:
    """Build a site of the project into `out`, and return that folder. `settings` are added to the environment."""
    command = [sys.executable, "-m", "accord", "site", "--root", str(ROOT), "--out", str(out), *options]
    known = {**os.environ, **(settings or {})}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=known)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr, done.stderr
    return out


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    """Start Chromium. A missing browser is a failure, not a skip: a green run means that pages were looked at."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("Chromium is missing. On Debian: sudo apt install chromium")
    started = playwright_driver.chromium.launch(executable_path=found, args=FLAGS)
    yield started
    started.close()
