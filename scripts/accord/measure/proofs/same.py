"""One commit and one day give the same bytes: elsewhere, later, for another user, without a network."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from accord.document.cache import ELSEWHERE
from accord.measure.proof import Outcome, Proof, judged
from accord.measure.proofs import launch
from accord.measure.proofs.ground import DEMO, HERE, LIVE, Ground, building, differing, fingerprint, run, told

# As different from the first surroundings as one machine allows; only the day that counts as today is the same.
THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711", "HOME": "/nonexistent"}
VARIED = "path, zone, locale, hash seed, umask, processors and Python's clock (seven years ahead) varied"
ALONE = (("unshare", "-n"), ("unshare", "-rn"))  # a network of its own, with nothing in it: for root, and for others


def proofs(ground: Ground) -> Iterator[Proof]:
    for name, words in ((LIVE, "the live site"), (DEMO, "the demo")):
        yield Proof(f"same-{name}", f"two builds of {words} are byte-identical", partial(same, ground, name))
    yield Proof("offline", "both sites are built without a network, to the same bytes", partial(offline, ground))


def same(ground: Ground, name: str) -> Outcome:
    """Build in a copy elsewhere, under other circumstances, and compare every byte."""
    copy = ground.copy(f"elsewhere/the same {name}", name)
    out = ground.work / "elsewhere" / f"site of {name}"
    wrapper = written(ground.work / "elsewhere" / "python", launch.YEARS, launch.ALONE)
    old = os.umask(0o077)
    try:
        own = THERE | {ELSEWHERE: str(ground.work / "elsewhere" / "documents")}  # each makes its documents itself
        done = run([str(wrapper), "-I", "-m", "accord", *building(copy, out)], own)
    finally:
        os.umask(old)
    if done.returncode:
        return judged(f"the second build failed: {told(done)}")
    return judged(differing(fingerprint(ground.site(name)), fingerprint(out)), VARIED)


def offline(ground: Ground) -> Outcome:
    """Build in a network of its own where the system gives one, else with a Python that opens no connection."""
    prefix = next((words for words in ALONE if possible(words)), None)
    how = "with Python's sockets refused"
    start: list[str] = []
    if prefix:
        how, start = f"in a network namespace of its own ({' '.join(prefix)})", [*prefix, sys.executable]
    else:
        start = [str(written(ground.work / "cut-off" / "python", launch.CUT_OFF))]
    for name in (LIVE, DEMO):
        site = ground.site(name)
        out = ground.work / "cut-off" / name
        command = [*start, "-I", "-m", "accord", *building(ground.work / f"project-{name}", out)]
        done = run(command, HERE | {ELSEWHERE: str(ground.work / "cut-off" / "documents")})
        if done.returncode:
            return judged(f"a build failed: {told(done)}")
        if wrong := differing(fingerprint(site), fingerprint(out)):
            return judged(wrong)
    return judged("", how)


def possible(prefix: tuple[str, ...]) -> bool:
    """Say whether a program can be run so here."""
    return shutil.which(prefix[0]) is not None and run([*prefix, "true"]).returncode == 0


def written(path: Path, *options: str) -> Path:
    """Write the script that stands in for Python, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-I", "-m", launch.__name__, str(path), *options, "--"]
    quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in words)
    path.write_text(f'#!/bin/sh\nexec {quoted} "$@"\n', encoding="utf-8")
    path.chmod(0o700)
    return path
