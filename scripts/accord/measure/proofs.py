"""The promises of the build, each tried for real. A proof returns what went wrong, or an empty string."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from accord.building import MARK
from accord.document.cache import ELSEWHERE
from accord.overlay import copy_project

Proof = Callable[[], str]
# Two surroundings as different as one machine allows; only the day that counts as today is the same.
HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711"}
EPOCH = "1700000000"
QUIET = subprocess.DEVNULL


def every(root: Path, work: Path, kills: int) -> Iterator[tuple[str, Proof]]:
    """Yield each promise in words, and the proof of it."""
    copy = work / "elsewhere" / "the same project"
    yield (
        "two builds are byte-identical (path, zone, locale, hash seed and umask varied)",
        partial(same, root, work, copy),
    )
    yield "a mistake in the data leaves the old site as it was", partial(refused, copy, work / "kept")
    yield f"{kills} builds killed at random moments leave a whole site", partial(killed, copy, work / "killed", kills)


def same(root: Path, work: Path, copy: Path) -> str:
    """Build here and in a copy elsewhere, under other circumstances, and compare every byte."""
    copy_project(root, copy)
    first, second = work / "first", work / "second"
    old = os.umask(0o022)
    try:
        if _build(root, first, HERE):
            return "the first build failed"
        os.umask(0o077)
        if _build(copy, second, THERE):
            return "the second build failed"
    finally:
        os.umask(old)
    one, two = fingerprint(first), fingerprint(second)
    differing = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    return f"{len(differing)} files differ, such as {differing[0]}" if differing else ""


def refused(copy: Path, out: Path) -> str:
    """Build, put a mistake in, build again: the second fails and the site stays."""
    _build(copy, out, HERE)
    before = fingerprint(out)
    spoilt = copy / "data" / "guidance.yml"
    text = spoilt.read_text(encoding="utf-8")
    spoilt.write_text(text + "surprise: yes\n", encoding="utf-8")
    status = _build(copy, out, HERE)
    spoilt.write_text(text, encoding="utf-8")
    if status == 0:
        return "the build took the mistake"
    return "" if fingerprint(out) == before else "the site changed"


def killed(copy: Path, out: Path, kills: int) -> str:
    """Kill builds at random moments; the site is whole after each, and the last build clears up."""
    _build(copy, out, HERE)
    before = fingerprint(out)
    dice = random.Random(kills)  # noqa: S311  moments, not secrets
    for _ in range(kills):
        process = subprocess.Popen(
            _command(copy, out), env=_environment(HERE), start_new_session=True, stdout=QUIET, stderr=QUIET
        )
        time.sleep(dice.uniform(0.2, 6))
        os.killpg(process.pid, 9)
        process.wait()
        if fingerprint(out) != before:
            return "a killed build changed the site"
    _build(copy, out, HERE)
    left = [path.name for path in out.parent.iterdir() if path.name.startswith(MARK)]
    return f"folders were left behind: {', '.join(left)}" if left else ""


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the SHA-256 and mode of each file by name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() + oct(path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _command(root: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "accord", "site", "--root", str(root), "--out", str(out)]


def _environment(settings: dict[str, str]) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if key != ELSEWHERE}  # each makes its documents itself
    return {**own, **settings, "SOURCE_DATE_EPOCH": EPOCH}


def _build(root: Path, out: Path, settings: dict[str, str]) -> int:
    return subprocess.run(
        _command(root, out), env=_environment(settings), check=False, stdout=QUIET, stderr=QUIET
    ).returncode
