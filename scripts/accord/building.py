"""Builds the site in a folder of its own and swaps it in when it is whole (a killed build leaves the old site)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

MARK = ".accord-build-"  # the prefix of folders that a killed build leaves; the next one removes them


def build(root: Path, out: Path, as_of: date, environment: Mapping[str, str]) -> bool:
    """Check the project at `root` and build it into `out`. Return False where either refused; `out` is then untouched.

    Raises:
        OSError: the disk is full, or a folder can't be written.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    _sweep(out)
    fresh = Path(tempfile.mkdtemp(prefix=f"{MARK}{out.name}-", dir=out.parent))
    try:
        if not _mkdocs(root, fresh, as_of, environment):
            return False
        _readable(fresh)
        _swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def _mkdocs(root: Path, fresh: Path, as_of: date, environment: Mapping[str, str]) -> bool:
    """Check and build in a process of its own, isolated from modules that lie about in the project's folder."""
    settings = {
        **environment,
        "SOURCE_DATE_EPOCH": epoch(as_of, environment),
        "NO_MKDOCS_2_WARNING": "1",  # the theme's banner about its end of life; CONTRIBUTING.md says what we plan
    }
    command = [sys.executable, "-I", "-m", "accord.adapters.mkdocs_build", str(root), str(fresh)]
    done = subprocess.run(command, env=settings, cwd=root, check=False)
    return done.returncode == 0 and (fresh / "index.html").is_file()


def epoch(as_of: date, environment: Mapping[str, str]) -> str:
    """Return SOURCE_DATE_EPOCH as it is where it lies in the day `as_of`, else the start of that day in UTC."""
    given = environment.get("SOURCE_DATE_EPOCH")
    if given and datetime.fromtimestamp(int(given), UTC).date() == as_of:
        return given
    return str(int(datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).timestamp()))


def _readable(folder: Path) -> None:
    """Give every file the same mode, whatever the umask: a web server of another user needs to read them."""
    for place, _, names in os.walk(folder):  # paths as plain text: a large site has fifty thousand of them
        os.chmod(place, 0o755)  # noqa: PTH101, S103
        for name in names:
            os.chmod(f"{place}/{name}", 0o644)  # noqa: PTH101


def _swap(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out`. Between the two renames there is no `out`, for less than a millisecond."""
    old = out.parent / f"{MARK}{out.name}-old-{os.getpid()}"
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _sweep(out: Path) -> None:
    """Remove what killed builds left, and put back an old site that a kill between the two renames left aside."""
    for left in sorted(out.parent.glob(f"{MARK}{out.name}-*")):
        if "-old-" in left.name and not out.exists():
            left.rename(out)
        else:
            shutil.rmtree(left, ignore_errors=True)
