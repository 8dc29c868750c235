"""What all tests share: the project's folder, the sites built once for a whole run, and one browser a worker."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from accord.register.published import Published
from accord.site.workspace import open_checked

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
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
# Races show on a slow machine: ACCORD_SLOWER=6 runs pages' scripts six times slower, and files come late.
SLOWER = float(os.environ.get("ACCORD_SLOWER", "1"))
BUILDING = 600  # seconds that a build may take, and each test that may be the first to ask for it
# Where a change to docs/ or data/ alone can break a test. What else there is tests the program.
CONTENT = (
    "built/", "browser/test_every_page.py", "browser/test_cards.py", "browser/test_journeys.py",
    "browser/test_search.py", "test_cards.py",
    "test_document_checklist.py", "test_model.py", "test_repository.py", "test_worksheets.py",
)  # fmt: skip
BUILT = {"site", "demo", "each_site", "copy", "later", "address"}  # fixtures that build a site, or wait for one
# Dozens of tests build copies of the project. They share its documents; the proofs and their own tests do not.
os.environ.setdefault("ACCORD_CACHE", str(ROOT / "build" / "documents"))
Once = Callable[[str, Callable[[Path], object]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-view", action="store_true", help="look at every page in all four views (make prove)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put each test into its lane, and give it time where it may have to wait for a site to be built."""
    for item in items:
        place = item.path.relative_to(ROOT / "tests").as_posix()
        which = getattr(item, "callspec", None) and item.callspec.params.get("which")  # type: ignore[attr-defined]
        lane = "content" if place.startswith(CONTENT) and which in {None, "site"} else "program"
        item.add_marker(getattr(pytest.mark, lane))
        if BUILT.intersection(getattr(item, "fixturenames", ())) and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(BUILDING))


# A property gets 50 examples where nothing else is asked for: make prove asks for more.
settings.register_profile("ours", max_examples=int(os.environ.get("ACCORD_EXAMPLES", "50")), deadline=None)
settings.load_profile("ours")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def live(root: Path) -> Published:
    return open_checked(root).guidance


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Return a function that fills a folder once for all workers: the first that asks fills it, the others wait."""
    own = tmp_path_factory.getbasetemp()
    base = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def filled(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = base / f"shared-{name}", base / f"shared-{name}.done"
        with (base / f"shared-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return filled


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """Build the live site with the real command, and return its folder."""
    return once("live", lambda folder: build(folder / "site")) / "site"


@pytest.fixture(scope="session")
def demo(once: Once) -> Path:
    """Build the site with the sample register, as `make demo` does, and return its folder."""
    sample = ["--sample", str(ROOT / "tests" / "demo"), "--as-of", "2026-11-22"]
    return once("demo", lambda folder: build(folder / "site", *sample)) / "site"


@pytest.fixture(scope="session")
def later(once: Once) -> Path:
    """Make a project with a later guidance and an address, and build it. Return the folder of `project` and `site`."""
    from tests import worksheet_later  # noqa: PLC0415  it reads the project, and this file is read by every test

    return once("later", worksheet_later.build)


@pytest.fixture(scope="session", params=["live", "demo"])
def each_site(request: pytest.FixtureRequest) -> Path:
    """Return the live site, and then the one with the sample register."""
    found: Path = request.getfixturevalue({"live": "site", "demo": "demo"}[str(request.param)])
    return found


def build(out: Path, *options: str, settings: Mapping[str, str] | None = None) -> Path:
    """Build a site of the project into `out`, and return that folder. `settings` are added to the environment."""
    command = [sys.executable, "-m", "accord", "site", "--root", str(ROOT), "--out", str(out), *options]
    known = {**os.environ, **(settings or {})}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=BUILDING, env=known)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr, done.stderr
    return out


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session", autouse=SLOWER > 1)
def slow_pages() -> None:
    """Have each page's scripts run slower than the machine could."""
    fast = BrowserContext.new_page

    def slow(context: BrowserContext) -> Page:
        page = fast(context)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        return page

    BrowserContext.new_page = slow  # type: ignore[assignment, method-assign]


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    """Start Chromium. A missing browser is a failure, not a skip: a green run means that pages were looked at."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("Chromium is missing. On Debian: sudo apt install chromium-headless-shell")
    started = playwright_driver.chromium.launch(executable_path=found, args=FLAGS)
    expect.set_options(timeout=30_000)  # as long as all else that waits: five seconds are short on a busy machine
    yield started
    started.close()
