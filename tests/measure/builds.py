"""Proofs about builds: the same bytes everywhere, and nothing harmed by one that is killed or has no disk left."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

from accord.files.sample import copy_project
from accord.paper.cache import ELSEWHERE
from accord.site.building import MARK
from tests import forks
from tests.measure.ground import DEMO, HERE, LIVE, ROOT, Fails, Ground, NotTried, building, fingerprint, run, same, took

# As different from the first surroundings as one machine allows; only the day that counts as today is the same.
THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}
VARIED = (("taskset", "-c", "0"), ("faketime", "-f", "+7y"))  # one processor; another year
ALONE = (("unshare", "-n"), ("unshare", "-rn"))  # a network with nothing in it: for root, and for others
OWN = (("unshare", "-m"), ("unshare", "-rm"))  # mounts of one's own
POISON = b"another document"
OLD = "<!doctype html><title>The old site</title>"


def identical(ground: Ground) -> str:
    """two builds give the same bytes in another folder, zone, locale, hash seed, umask and home"""
    prefix = [word for words in VARIED if possible(words) for word in words]
    copy = ground.work / "another folder"
    copy_project(ROOT, copy)
    for sample in (LIVE, DEMO):
        out = ground.work / "elsewhere" / sample
        took([*prefix, *building(out, sample, copy)], THERE | fresh(ground, "elsewhere"), umask=0o077)
        same(fingerprint(ground.site(sample)), fingerprint(out), sample)
    return f"and with {' '.join(prefix)}" if prefix else ""


def offline(ground: Ground) -> str:
    """both sites are built without a network, to the same bytes"""
    prefix = next((words for words in ALONE if possible(words)), None)
    if prefix is None:
        raise NotTried("this system gives no network of one's own (unshare)")
    for sample in (LIVE, DEMO):
        out = ground.work / "cut-off" / sample
        took([*prefix, *building(out, sample)], HERE | fresh(ground, "cut-off"))
        same(fingerprint(ground.site(sample)), fingerprint(out), sample)
    return " ".join(prefix)


def killed(ground: Ground) -> str:
    """builds killed at random moments leave the old site whole, and the next one clears up"""
    out = ground.work / "killed" / "site"
    cold = fresh(ground, "killed-documents")  # every second build has its documents still to make
    whole = took(building(out)).wall
    before = fingerprint(out)
    ended = 0
    for number in range(ground.kills):
        ended += kill(building(out), whole * random.uniform(0.1, 0.9), cold if number % 2 else {})
        same(before, fingerprint(out), "a killed build changed the site")
    took(building(out), cold)
    same(before, fingerprint(out), "what a killed build left was used")
    if left := [path.name for path in out.parent.iterdir() if path.name.startswith(MARK)]:
        raise Fails(f"{left[0]} is left behind")
    return f"{ended} of {ground.kills} were still running when SIGKILL came"


def full(ground: Ground) -> str:
    """a build on a full disk fails without a traceback, and the old site stays as it was"""
    work = ground.work / "full"
    site = work / "site"
    work.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=1m", "none", str(work))
    prefix = next((words for words in OWN if run([*words, *mount]).returncode == 0), ())
    before, after = (" ".join(mount), ":") if prefix else (":", "ulimit -f 1")
    script = (
        f'{before}; mkdir {site}; echo "{OLD}" > {site}/index.html; {after}; "$@"; status=$?; '
        f"cat {site}/*; ls -A {work} {site}; exit $status"
    )
    done = run([*prefix, "sh", "-c", script, "sh", *building(site)])
    if done.returncode not in {1, 2} or "Traceback" in done.stdout + done.stderr:
        raise Fails(f"the build ends with {done.returncode}: {(done.stdout + done.stderr)[-500:]}")
    if not done.stdout.endswith(f"{OLD}\n{work}:\nsite\n\n{site}:\nindex.html\n"):
        raise Fails(f"the old site is not as it was: {done.stdout[-500:]}")
    return "a file system of 1 MiB" if prefix else "files limited by ulimit"


def released(ground: Ground) -> str:
    """a release's files check each other, nothing in it comes from the cache of documents, and a second is the same"""
    clone = forks.make(ground.work / "release").upstream
    (clone / ".venv").symlink_to(sys.prefix)
    (clone / ".git" / "info" / "exclude").write_text(".venv\n")
    cold = fresh(ground, "release")
    took(building(ground.work / "filling"), cold)
    for path in Path(cold[ELSEWHERE]).iterdir():  # another's documents, under the names that the cache gives to ours
        recipe, _, ending = path.name.split(".")
        path.unlink()
        path.with_name(f"{recipe}.{hashlib.sha256(POISON).hexdigest()}.{ending}").write_bytes(POISON)
    script, made = [str(clone / "scripts" / "deploy" / "release.sh")], clone / "build" / "release"
    took(script, cold)
    first = fingerprint(made)
    took(["sh", "-c", f"cd {made} && sha256sum --check --strict --quiet SHA256SUMS"])
    took(["sh", "-c", f"cd {ground.work} && unzip -q {made}/verification-pack.zip"])
    took([sys.executable, "-I", "-S", str(ground.work / "verification-pack" / "verify.py")])
    with zipfile.ZipFile(made / "site.zip") as site:
        if foreign := [name for name in site.namelist() if site.read(name) == POISON]:
            raise Fails(f"{foreign[0]} comes from the cache")
    took(script, cold)
    same(first, fingerprint(made), "the second release")
    return f"{len(first)} files"


def possible(words: tuple[str, ...]) -> bool:
    """Say whether a program can be run with these words before it."""
    return shutil.which(words[0]) is not None and run([*words, "true"]).returncode == 0


def fresh(ground: Ground, name: str) -> dict[str, str]:
    """Return the setting that has a build make its documents anew."""
    return {ELSEWHERE: str(ground.work / f"documents-{name}")}


def kill(command: list[str], after: float, settings: dict[str, str]) -> bool:
    """Start a command, and after some seconds kill it and all that it started. Say whether it was still running."""
    quiet = subprocess.DEVNULL
    environment = {**os.environ, **HERE, **settings}
    process = subprocess.Popen(
        command, env=environment, start_new_session=True, stdin=quiet, stdout=quiet, stderr=quiet
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False
