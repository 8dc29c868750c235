"""`accord sign --key`: the record names the key, its .sig is verified before anything is written."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest

from tests import support
from tests.ssh import Holder, says
from tests.test_cli_sign import FLOUR, OVEN, RECORD, call, said


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a sample project, with nobody at the terminal."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return support.sample(tmp_path / "sample")


@pytest.fixture
def holder(tmp_path: Path) -> tuple[Holder, str]:
    """Return a key and the private key's file."""
    made = Holder()
    return made, str(made.save(tmp_path))


def test_with_a_key(project: Path, holder: tuple[Holder, str]) -> None:
    """The record names the key, its .sig is good, and later records are signed by the same key."""
    made, key = holder
    assert call(project, *OVEN, "--key", key) == 0
    path = project / FLOUR / "2026-06-01-signed.yml"
    assert path.read_bytes() == RECORD + f'public_key: "{made.line}"\n'.encode()
    assert says(path.with_name(f"{path.name}.sig").read_bytes(), path.read_bytes(), made.line) == ""
    later = ("--event", "withdrawn", "--signatory", "flour-makers", "--role", "Chair", "--reason", "No flour.")
    assert call(project, *later, "--key", key) == 0
    assert (project / FLOUR / "2026-06-01-withdrawn.yml.sig").exists()
    assert support.lines(project) == []


def test_another_key(project: Path, holder: tuple[Holder, str], tmp_path: Path,
                     capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """A later record by another key is refused; without any key, a steward has to add it."""
    assert call(project, *OVEN, "--key", holder[1]) == 0
    capsys.readouterr()
    other = Holder().save(tmp_path, "other")
    later = ("--event", "withdrawn", "--signatory", "flour-makers", "--role", "Chair", "--reason", "No flour.")
    status, lines = said(project, capsys, *later, "--key", str(other))
    assert status == 1
    assert lines[-1].startswith(f"{FLOUR}/2026-06-01-withdrawn.yml.sig:1: The signature is by another key than this ")
    assert call(project, *later) == 0
    assert "This signatory has a key. Without --key, a steward has to add this record." in capsys.readouterr().err


def test_the_wrong_public_half(project: Path, holder: tuple[Holder, str], capsys: pytest.CaptureFixture[str]) -> None:
    """A .pub file of another pair: found when the signature is verified, and nothing is written."""
    Path(f"{holder[1]}.pub").write_text(f"{Holder().line} x\n")
    status, lines = said(project, capsys, *OVEN, "--key", holder[1])
    assert status == 1
    assert lines[-1].endswith("Nothing is written.") or "another key" in lines[-1]


@pytest.mark.parametrize("beside", [True, False])
def test_kinds_of_key_files(project: Path, tmp_path: Path, beside: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a .pub file, ssh-keygen is asked; an RSA key is refused; a private key in a .pub file is known."""
    ed = Holder().save(tmp_path, "ed")
    if not beside:
        Path(f"{ed}.pub").unlink()
    assert call(project, *OVEN, "--key", str(ed)) == 0
    capsys.readouterr()
    rsa = tmp_path / "rsa"
    subprocess.run(["ssh-keygen", "-q", "-t", "rsa", "-N", "", "-f", str(rsa)], check=True)
    status, lines = said(project, capsys, *OVEN, "--key", str(rsa))
    assert (status, lines) == (
        2,
        [
            f"accord sign: {rsa}: The key is an RSA key, and these are not taken. "
            'Make another with "ssh-keygen -t ed25519", or use a security key.'
        ],
    )
    Path(f"{rsa}.pub").write_bytes(rsa.read_bytes())
    status, lines = said(project, capsys, *OVEN, "--key", str(rsa))
    assert lines[0].startswith(f"accord sign: {rsa}: rsa.pub holds a private key. Take it out, never use it again")


GIVE = "Give the private key's file with --key."


def test_broken_key_files(project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each in a sentence; what ssh-keygen says of it stands above."""
    key = tmp_path / "key"
    key.write_text("no key\n")
    key.chmod(0o600)
    capsys = capfd
    status, lines = said(project, capsys, *OVEN, "--key", str(key))
    assert (status, lines[-1]) == (2, f"accord sign: {key}: ssh-keygen can't read the key. {GIVE}")
    Path(f"{key}.pub").write_text(Holder().line)
    status, lines = said(project, capsys, *OVEN, "--key", str(key))
    assert (status, lines[-1]) == (1, "ssh-keygen did not sign. See what it said above. Nothing is written.")
    Path(f"{key}.pub").unlink()
    Path(f"{key}.pub").mkdir()
    status, lines = said(project, capsys, *OVEN, "--key", str(key))
    assert (status, lines[-1]) == (2, f"accord sign: {key}: The key's file can't be read: Is a directory. {GIVE}")


def test_without_ssh_keygen(project: Path, holder: tuple[Holder, str], capsys: pytest.CaptureFixture[str],
                            monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("PATH", "/nonexistent")
    status, lines = said(project, capsys, *OVEN, "--key", holder[1])
    missing = "There is no ssh-keygen on this machine. Install OpenSSH, or sign without --key. Nothing is written."
    assert (status, lines[-1]) == (1, missing)
