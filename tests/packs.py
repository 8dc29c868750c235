"""Verification packs of the sample register, laid out so that tests can spoil them, and the check of one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

from accord.pack import contents
from accord.pack.assemble import verifier
from accord.pack.verifier.main import main
from accord.verify.audit import audit

from accord.overlay import copy_project, lay_over
from accord.read import project as reading
from tests import support

DAY = date(2026, 11, 22)
SIGNED = "commitment/signatories/alderwick/2023-10-02-signed.yml"
ERASED = "commitment/signatories/quill-consulting/2024-09-02-signed.yml.erased"


def project(to: Path) -> Path:
    """Lay out the project with the sample register of tests/demo/."""
    copy_project(support.ROOT, to)
    lay_over(support.HERE / "demo", to)
    return to


def zipped(root: Path) -> bytes:
    """Return the pack of a project without a problem."""
    read = reading.load(root)
    found = audit(read, DAY)
    assert found.problems == []
    return contents.pack(read.commitment, found.list)


def unpacked(raw: bytes, to: Path) -> Path:
    """Unpack a pack of ours, and return the folder with its README.txt."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        archive.extractall(to)
    return to / contents.NAME


def told(*words: str) -> tuple[int, str]:
    """Run the check in this process, without ssh-keygen, and return its status and all that it prints."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = main(["--no-openssh", *words])
    for row in said.getvalue().splitlines():
        assert row.isprintable(), ascii(row)
    return status, said.getvalue()


def alone(
    folder: Path, *words: str, flags: tuple[str, ...] = ("-I", "-S"), python: str = sys.executable
) -> tuple[int, str, str]:
    """Run the one file as a stranger would: no site-packages, nothing of ours, no network."""
    file = folder / "verify.py"
    file.write_text(verifier(), encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [python, *flags, str(file), *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


def flipped(raw: bytes, at: int) -> bytes:
    """Return the bytes with one bit of one byte changed."""
    return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
