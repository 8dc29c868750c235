"""`accord verify` as people call it: what is printed, in which order, and with which exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from accord.cli import main
from tests import sealed
from tests.registers import path, sample
from tests.support import AS_OF, write

SEAL = "commitment/seals/2026-05-30.sha256"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample register under one seal, and one record more that a stranger made."""
    made = sealed.sample(tmp_path_factory.mktemp("sealed"))
    stranger = sample().add("test-shop/2026-05-31-signed")
    write(made, path("test-shop/2026-05-31-signed"), stranger.raw("test-shop/2026-05-31-signed"))
    return made


def call(root: Path, *arguments: str) -> int:
    return main(["verify", "--root", str(root), "--as-of", AS_OF.isoformat(), *arguments])


def test_all_is_well(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts, seals with their offices and digests, then how each number was counted; nothing on standard error."""
    assert call(root) == 0
    out, err = capsys.readouterr()
    rows = out.splitlines()
    assert err == ""
    assert [row.partition(":")[0] for row in rows[:3]] == [
        "Version 1.0.0 of 2024-01-15",
        "Version 1.1.0 of 2025-09-01",
        "Seal of 2026-05-30, signed by harbour and meadow",
    ]
    assert rows[3:] == [
        "How the number was counted, as at 2026-06-01:",
        "  Records that lie here: 27 = 12 counted + 13 confirmations under a seal + 0 confirmations without a seal, "
        "which count for nothing + 2 waiting for a steward + 0 that cannot be read",
        "  Records that count: 12 = 8 signed + 1 reviewed + 1 corrected + 1 succeeded + 1 withdrawn",
        "  Names on the register: 10 = 3 signed + 1 review due + 1 lapsed + 1 withdrawn + 2 succeeded + 1 erased "
        "+ 1 inherits",
        "  Signatories in counts and badges: 5 = 5 signed and not ended",
        "  Records erased, of which digest, day and ground stay: 1 = 1 sealed + 0 without a seal "
        "+ 0 that cannot be read",
        "0 problems.",
    ]


def test_where_the_seals_do_not_hold_nothing_counts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The fault is named, and so is that no record counts; the sums go on and add up."""
    raw = (root / f"{SEAL}.meadow.sig").read_bytes()
    (root / f"{SEAL}.meadow.sig").write_bytes((root / f"{SEAL}.harbour.sig").read_bytes())
    try:
        assert call(root) == 1
    finally:
        (root / f"{SEAL}.meadow.sig").write_bytes(raw)
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith(f"{SEAL}:1: The seal is signed by 1 office, and needs two.")
    assert rows[1].startswith(f"{SEAL}.meadow.sig:1: This is no good signature of the seal by a key of meadow")
    assert "  Records that count: 0 = 0 signed + 0 reviewed + 0 corrected + 0 succeeded + 0 withdrawn" in rows
    assert rows[-1] == "2 problems."
    assert not [row for row in rows if "add up" in row]


def test_a_seal_that_cannot_be_read(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(root, "--since", str(tmp_path / "nowhere")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("accord verify: the seal can't be read: No such file or directory: ")


def test_the_day_decides_and_no_clock(root: Path) -> None:
    """Zone, language, hash seed: the same bytes come out of another process."""
    command = [sys.executable, "-m", "accord", "verify", "--root", str(root), "--as-of", "2026-06-01"]
    environments: list[dict[str, str]] = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Honolulu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    ]
    told = set()
    for environment in environments:
        there = {"PATH": os.environ["PATH"]}
        done = subprocess.run(command, capture_output=True, check=False, env={**there, **environment}, timeout=60)
        assert (done.returncode, done.stderr) == (0, b"")
        told.add(done.stdout)
    assert len(told) == 1
