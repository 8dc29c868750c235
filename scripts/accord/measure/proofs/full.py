"""A full disk: a small file system where the system lets us mount one, else a limit on the size of each file.

The mount needs a namespace of its own, so what happens on it is tried by a process in that namespace:
`python -I -m accord.measure.proofs.full KIND ROOT WORK` prints what went wrong, or nothing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from accord.measure.proof import Outcome, Proof, judged, unmeasured
from accord.measure.proofs.ground import Ground, accord, building, fingerprint, run, told
from accord.measure.proofs.writing import NAMES, project, writer

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

LINUX = sys.platform == "linux"  # where alone there are namespaces
BUILD, RECORDS = "build", "records"
TITLES = {
    BUILD: "a build on a full disk leaves the old site, and says so in a line",
    RECORDS: "sign, release and adopt on a full disk leave nothing half, and work once there is room",
}
OWN = (("unshare", "-m"), ("unshare", "-rm"))  # a namespace of mounts: for root, and for others
SIZES = {BUILD: 1, RECORDS: 64}  # MiB
SMALLEST = 64  # bytes that a file may have where its size is limited: less than any of ours
OLD = "<!doctype html><title>The old site</title>\n"


def proofs(ground: Ground) -> Iterator[Proof]:
    for kind, title in TITLES.items():
        yield Proof(f"full-{kind}", title, partial(full, ground, kind))


def full(ground: Ground, kind: str) -> Outcome:
    """Try a kind on a small file system, or with limited files where none can be mounted; say which."""
    work = ground.work / f"full-{kind}"
    work.mkdir(parents=True)
    words = [sys.executable, "-I", "-m", __name__, kind, str(ground.root), str(work)]
    prefix = (
        next((each for each in OWN if run([*each, *mounting(work, "64k")]).returncode == 0), None) if LINUX else None
    )
    if prefix is None and resource is None:
        return unmeasured("this system has neither small file systems to mount nor limits on files")
    limit = f"files limited to {SMALLEST} bytes (RLIMIT_FSIZE)"
    how = f"a file system of {SIZES[kind]} MiB (tmpfs)" if prefix else limit
    done = run([*(prefix or ()), *words, *(["mount"] if prefix else [])])
    return judged(done.stdout.strip() or (told(done) if done.returncode else ""), how)


def mounting(folder: Path, size: str) -> tuple[str, ...]:
    return ("mount", "-t", "tmpfs", "-o", f"size={size}", "accord", str(folder))


def main(kind: str, root: Path, work: Path, mount: bool) -> str:
    """Return what went wrong, or an empty string."""
    if mount:
        subprocess.run(mounting(work, f"{SIZES[kind]}m"), check=True)
    ground = Ground(root, work, 0, 0)
    return _build(ground, mount) if kind == BUILD else _records(ground, mount)


def _build(ground: Ground, mount: bool) -> str:
    out = ground.work / "site"
    out.mkdir()
    (out / "index.html").write_text(OLD, encoding="utf-8")
    before = fingerprint(out)
    done = run(accord(*building(ground.root, out)), limit=None if mount else _limited)
    if wrong := _said(done):
        return wrong
    left = [path.name for path in ground.work.iterdir() if path.name != "site"]
    if left:
        return f"{left[0]} is left behind"
    return "" if fingerprint(out) == before else "the old site is not as it was"


def _records(ground: Ground, mount: bool) -> str:
    for name in NAMES:
        root = project(ground, f"full-{name}")
        made = writer(name, root)
        before = made.files(root)
        with _filled(ground.work) if mount else contextlib.nullcontext():
            done = run(made.command(root), limit=None if mount else _limited)
        if wrong := _said(done):
            return f"{name}: {wrong}"
        if made.files(root) != before:
            return f"{name}: something half is left"
        if (done := run(made.command(root))).returncode or made.files(root) == before:
            return f"{name}: does not work once there is room: {told(done)}"
        shutil.rmtree(root)
    return ""


def _said(done: subprocess.CompletedProcess[str]) -> str:
    """Return what is wrong with the answer to a full disk: it fails, with a sentence and no traceback."""
    if done.returncode not in {1, 2}:
        return f"the command ends with {done.returncode}: {told(done)}"
    return "the command shows a traceback" if "Traceback" in done.stdout + done.stderr else ""


@contextlib.contextmanager
def _filled(folder: Path) -> Iterator[None]:
    """Fill the file system to the last byte, for as long as the context lasts."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while file.write(b"\0" * size):
                    pass
    try:
        yield
    finally:
        path.unlink()


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALLEST, SMALLEST))


if __name__ == "__main__":
    os.umask(0o022)
    if wrong := main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), "mount" in sys.argv[4:]):
        print(wrong)
