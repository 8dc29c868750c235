"""`accord verify` as people call it: what is printed, in which order, and with which exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from accord.verify import openssh

from accord.cli import main
from tests import support
from tests.ssh import Holder

KEY = Holder()
FLOUR = "commitment/signatories/flour-makers/2026-05-01-signed.yml"
DIGEST = "sha256:31b169320bb5c41eaa2c166c41b5b8e8680c67d75db3f6429adf38f54b2a62cd"
RECORD = (
    'event: "signed"\nsignatory: "flour-makers"\ndate: "2026-05-01"\norganisation: "The Flour Makers"\n'
    'kind: "organisation"\nrole: "Chair of the bakers"\nversion: "1.1.0"\n'
    f'digest: "{DIGEST}"\npublic_key: "{KEY.line}"\n'
).encode()


def call(root: Path, *arguments: str) -> int:
    return main(["verify", "--root", str(root), "--as-of", support.AS_OF.isoformat(), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return support.sample(tmp_path / "sample")


@pytest.fixture
def signed(project: Path) -> Path:
    """Return a project in which one more signatory has signed, with a key."""
    support.write(project, FLOUR, RECORD)
    support.write(project, f"{FLOUR}.sig", KEY.sign(RECORD))
    return project


def test_all_is_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0; versions, sums, root; nothing on standard error."""
    assert call(project) == 0
    out, err = capsys.readouterr()
    rows = out.splitlines()
    assert err == ""
    assert rows[1] == f"Version 1.1.0 of 2025-09-01: {DIGEST}"
    assert rows[2] == "How the number was counted, as at 2026-06-01:"
    records = len([*(project / "commitment" / "signatories").glob("*/*.yml")])
    assert rows[4] == f"  {records} records = {records} good + 0 refused"
    assert rows[-2].startswith("Merkle root: sha256:")
    assert rows[-1] == "0 problems."


def test_a_good_signature_is_counted(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And OpenSSH agrees."""
    assert call(signed, "--openssh") == 0
    rows = capsys.readouterr().out.splitlines()
    assert "  1 signature = 1 good + 0 bad + 0 by a key that is not known any more + 0 beside no good record" in rows
    assert "  with a key of their own, of these signatories: 1" in rows
    assert "ssh-keygen was asked about 1 good signature." in rows


def test_a_broken_record_is_named_and_the_rest_goes_on(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1; the record is refused, its signature stands beside no good record, and the sums hold."""
    assert call(signed) == 0
    before = capsys.readouterr().out.splitlines()
    support.write(signed, FLOUR, RECORD.replace(b'"organisation"', b"organisation"))
    assert call(signed) == 1
    out = capsys.readouterr().out
    rows = out.splitlines()
    assert rows[0].startswith(f"{FLOUR}:5: ")
    assert f"Refused, and in no number but its own: {FLOUR}" in rows
    assert "  1 signature = 0 good + 0 bad + 0 by a key that is not known any more + 1 beside no good record" in rows
    assert rows[-1] == "1 problem."
    good = int(before[4].split()[3])
    assert f"  {good} records = {good - 1} good + 1 refused" in rows
    assert "add up" not in out


def test_a_bad_signature_is_a_problem(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    support.write(signed, f"{FLOUR}.sig", Holder().sign(RECORD))
    assert call(signed, "--openssh") == 1
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == (
        f"{FLOUR}.sig:1: The signature is by another key than this signatory's. "
        "Sign with the key that the signatory's last signing names."
    )
    assert "  1 signature = 0 good + 1 bad + 0 by a key that is not known any more + 0 beside no good record" in rows


def test_openssh_must_agree(signed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it does not, or does not answer, that is a problem."""
    monkeypatch.setattr(openssh, "verify", lambda *_: False)
    assert call(signed, "--openssh") == 1
    mend = "Verify it by the published recipe, and report what you find."
    said = f"{FLOUR}.sig:1: ssh-keygen does not find the signature good, though we do. {mend}"
    assert said in capsys.readouterr().out.splitlines()

    def slow(*_: object) -> bool:
        raise subprocess.TimeoutExpired("ssh-keygen", 20)

    monkeypatch.setattr(openssh, "verify", slow)
    assert call(signed, "--openssh") == 1
    assert f"{FLOUR}.sig:1: ssh-keygen gave no answer about the signature. {mend}" in capsys.readouterr().out


def test_without_openssh(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert call(project) == 0
    capsys.readouterr()
    assert call(project, "--openssh") == 2
    said = "accord verify: there is no ssh-keygen on this machine. Install OpenSSH.\n"
    assert capsys.readouterr().err == said


def test_a_list_is_a_witness(signed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written when all is good, never over another, and what vanished since is named."""
    kept = tmp_path / "kept"
    assert call(signed, "--list", str(kept)) == 0
    root = capsys.readouterr().out.splitlines()[-2].split()[2]
    assert kept.read_text().startswith(f"# root {root} over ")
    assert call(signed, "--list", str(kept)) == 2
    assert capsys.readouterr().err == f"accord verify: {kept} is there already. Choose another name.\n"
    assert call(signed, "--since", str(kept)) == 0
    files = len(kept.read_text().splitlines()) - 1
    told = f"Since the list of 2026-06-01: {files} files = {files - 1} kept + 1 erased + 0 changed + 0 vanished"
    assert f"{told}; besides, 0 added" in capsys.readouterr().out
    (signed / FLOUR).unlink()
    (signed / f"{FLOUR}.sig").unlink()
    assert call(signed, "--since", str(kept)) == 1
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == (
        f"{FLOUR}:1: It was in the list of 2026-06-01, and it is gone. "
        "Bring the file back as it was, and add a new record or version for what has changed."
    )
    assert rows[-1] == "1 problem."


def test_a_changed_record_is_named(signed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that is good by itself and is not what it was."""
    kept = tmp_path / "kept"
    call(signed, "--list", str(kept))
    support.write(signed, FLOUR, RECORD.replace(b"Chair", b"Choir"))
    (signed / f"{FLOUR}.sig").unlink()
    capsys.readouterr()
    assert call(signed, "--since", str(kept)) == 1
    assert f"{FLOUR}:1: It was in the list of 2026-06-01 as sha256:" in capsys.readouterr().out


def test_no_list_of_what_is_not_good(signed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    support.write(signed, f"{FLOUR}.sig", b"")
    assert call(signed, "--list", str(tmp_path / "kept")) == 1
    assert capsys.readouterr().err == "The list is not written: a witness names only what is good.\n"
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    ("raw", "status", "said"),
    [
        (None, 2, "accord verify: the list can't be read: No such file or directory: "),
        (b"", 1, ":1: The list is empty. Get the list again, byte for byte, from where it was published.\n"),
        (b"# root\n", 1, ":1: The list does not start with "),
    ],
)
def test_a_list_that_is_none(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes | None, status: int, said: str
) -> None:
    if raw is not None:
        (tmp_path / "old").write_bytes(raw)
    assert call(project, "--since", str(tmp_path / "old")) == status
    out, err = capsys.readouterr()
    assert said in out + err


def test_a_list_that_cannot_be_written(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert call(project, "--list", str(tmp_path / "file" / "kept")) == 2
    assert "accord verify: " in capsys.readouterr().err


def test_the_day_decides_and_no_clock(signed: Path, tmp_path: Path) -> None:
    """Zone, language, hash seed: the same bytes come out of another process."""
    command = [sys.executable, "-m", "accord", "verify", "--openssh", "--root", str(signed), "--as-of", "2026-06-01"]
    environments: list[dict[str, str]] = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Honolulu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    ]
    told = set()
    for environment in environments:
        path = {"PATH": os.environ["PATH"]}
        done = subprocess.run(command, capture_output=True, check=False, env={**path, **environment}, timeout=60)
        assert (done.returncode, done.stderr) == (0, b"")
        told.add(done.stdout)
    assert len(told) == 1


def test_every_byte_of_the_register_counts(signed: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One changed byte in any record, its signature, a text or its description is found by the list and named."""
    kept = tmp_path / "kept"
    assert call(signed, "--list", str(kept)) == 0
    capsys.readouterr()
    paths = [row.split("  ")[1] for row in kept.read_text().splitlines()[1:]]
    for number, name in enumerate(path for path in paths if (signed / path).exists()):
        raw = (signed / name).read_bytes()
        at = (number * 37) % len(raw)
        support.write(signed, name, raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert call(signed, "--since", str(kept)) == 1, name
        said = capsys.readouterr().out
        assert f"{name}:1: It was in the list of 2026-06-01 as sha256:" in said
        support.write(signed, name, raw)
