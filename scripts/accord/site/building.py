"""Builds the site in a folder of its own and swaps it in when it is whole (a killed build leaves the old site).

One build at a time goes on in one folder. A second one waits: it would else sweep away what the first is writing.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from accord.files.problem import Unusable

try:
    import fcntl
except ImportError:  # Windows: builds there are not kept apart
    fcntl = None  # type: ignore[assignment]

MARK = ".accord-build-"  # begins the name of all that a build lays beside its site, until it is done
RANDOM = "[a-z0-9_]" * 8  # what tempfile puts into a name


def build(root: Path, out: Path, as_of: date, environment: Mapping[str, str]) -> bool:
    """Check the project at `root` and build it into `out`. Return False where either refused; `out` is then untouched.

    Raises:
        Unusable: `out` holds something that no build made.
        OSError: the disk is full, or a folder can't be written.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with alone(out.parent) as lock:
        _sweep(out)
        _replaceable(out)
        fresh = Path(tempfile.mkdtemp(prefix=MARK, suffix=f"-{out.name}", dir=out.parent))
        try:
            if not _mkdocs(root, fresh, as_of, environment, lock):
                return False
            _readable(fresh)
            _swap(fresh, out)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return True


def _replaceable(out: Path) -> None:
    """Refuse to put a site in the place of anything but a site or an empty folder: all that is there would be gone."""
    if not (out / "index.html").is_file() and (out.is_file() or (out.is_dir() and any(out.iterdir()))):
        raise Unusable(
            f"{out} is there and is no site that was built. Give another folder with --out, or move it away."
        )


@contextmanager
def alone(folder: Path) -> Iterator[tuple[int, ...]]:
    """Wait until no other build goes into a folder, and keep others out meanwhile. Yield the lock, if there is one.

    The process that builds inherits it, so that it holds for as long as anything may still be written. On a disk that
    knows no locks, nobody waits.
    """
    if fcntl is None:
        yield ()
        return
    lock = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build into this folder is under way. This one waits for it.", file=sys.stderr, flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError:
            yield ()
            return
        yield (lock,)
    finally:
        os.close(lock)


def _mkdocs(root: Path, fresh: Path, as_of: date, environment: Mapping[str, str], lock: tuple[int, ...]) -> bool:
    """Check and build in a process of its own, isolated from modules that lie about in the project's folder."""
    settings = {
        **environment,
        "SOURCE_DATE_EPOCH": epoch(as_of, environment),
        "NO_MKDOCS_2_WARNING": "1",  # the theme's banner about its end of life; CONTRIBUTING.md says what we plan
    }
    command = [sys.executable, "-I", "-m", "accord.site.mkdocs_build", str(root), str(fresh)]
    done = subprocess.run(command, env=settings, cwd=root, check=False, pass_fds=lock)
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
    old = _aside(out)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _aside(out: Path) -> Path:
    return out.parent / f"{MARK}old-{out.name}"


def _sweep(out: Path) -> None:
    """Remove what killed builds left, and put back an old site that a kill between the two renames left aside.

    Called under the lock, so nobody is writing there. Names of other builds in the same folder do not fit the pattern.
    """
    if _aside(out).exists():
        if out.exists():
            shutil.rmtree(_aside(out), ignore_errors=True)
        else:
            _aside(out).rename(out)
    for left in sorted(out.parent.glob(f"{MARK}{RANDOM}-{glob.escape(out.name)}")):
        shutil.rmtree(left, ignore_errors=True)
