"""`accord seal`: by two offices at once or one after the other, and a sentence for all that can go wrong."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accord.files.atomic import write_new
from accord.steward import sealing
from tests.steward_made import DAY, Made, founded, key, unfounded

# Where a script runs the tests in the background, SIGINT is ignored, and so it would be here.
LAUNCH = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from accord.cli import main; sys.exit(main(sys.argv[1:]))"
)
SEAL = f"commitment/seals/{DAY}.sha256"
FIRST = {SEAL, f"commitment/seals/{DAY}.stewards", f"{SEAL}.north.sig", f"{SEAL}.south.sig"}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Return a register whose stewards are named and have sealed nothing."""
    found = unfounded(tmp_path)
    assert found.found() == 0
    return found


def refused(made: Made, *words: str) -> str:
    """Return what `accord seal` says where it seals nothing, and see to it that nothing is left."""
    before = made.files()
    assert made.run("seal", "--yes", *words) == 1
    assert made.files() == before
    assert made.said.splitlines()[-1].startswith("Nothing is sealed"), made.said
    return made.said


def test_two_keys_in_one_call(made: Made) -> None:
    before = made.files().keys()
    assert made.seal("north", "south") == 0
    assert made.files().keys() - before == FIRST
    assert "Sealed." in made.said
    assert made.run("verify") == 0
    assert made.run("check") == 0


def test_one_after_the_other_on_two_machines(made: Made, tmp_path: Path) -> None:
    """The second signs the very same bytes, on a later day, too; one office twice is not two."""
    assert made.seal("north") == 0
    assert "Another office has to sign." in made.said
    assert made.run("check") == 1
    other = Made(shutil.copytree(made.root, tmp_path / "other"), made.keys)
    assert "north has signed" in refused(other, "--key", made.key("north"))
    assert other.seal("south", as_of="2026-06-09") == 0
    assert other.files().keys() >= FIRST
    assert other.run("verify") == 0
    assert "nothing to seal" in refused(other, "--key", made.key("south"))


def test_a_tree_that_changed_between_the_two(made: Made) -> None:
    """What the first office signed is what the second signs, or nothing: the file that moved is named."""
    assert made.seal("north") == 0
    name = made.root / "data" / "authorities.yml"
    name.write_text(name.read_text() + "# more\n")
    said = refused(made, "--key", made.key("south"))
    assert "what it lists has changed since (data/authorities.yml)" in said


def test_who_may_not_sign(made: Made, tmp_path: Path) -> None:
    """A stranger, a .pub file that is missing, a key that ended, a key of days to come."""
    assert "east.pub is no steward's key" in refused(made, "--key", made.key("east"))
    bare = shutil.copy(made.key("north"), tmp_path / "bare")
    assert f'ssh-keygen -y -f "{bare}"' in refused(made, "--key", str(bare))
    assert made.seal("north", "south") == 0
    end = ("--end", "south", "--until", "2026-06-02", "--add", f"east={made.key('east')}.pub")
    assert made.run("found", *end) == 0
    assert made.seal("north", "south") == 0  # judged by the list before
    claim = made.sign("dawn-bakers")
    assert made.confirm(claim) == 0
    made.as_of = "2026-06-03"
    said = refused(made, "--key", made.key("south"))
    assert "may sign from 20260601 to 20260602, and the seal is of 2026-06-03" in said
    assert made.seal("east") == 0


def test_a_public_key_that_windows_saved_again(made: Made, tmp_path: Path) -> None:
    """A mark at the front of the .pub file is no part of the key."""
    copied = shutil.copy(made.key("north"), tmp_path / "north")
    raw = Path(f"{made.key('north')}.pub").read_bytes().replace(b"\n", b"\r\n")
    Path(f"{copied}.pub").write_bytes(b"\xef\xbb\xbf" + raw)
    assert made.run("seal", "--yes", "--key", str(copied), "--key", made.key("south")) == 0


def test_a_password_that_is_not_given(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ssh-keygen says why it did not sign, as of a security key that nobody touches, and its failure leaves nothing."""
    monkeypatch.setenv("SSH_ASKPASS", "/bin/false")
    monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")
    subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", "a long one", "-f", made.key("north")], check=True)
    assert "ssh-keygen did not sign" in refused(made, "--key", made.key("north"), "--key", made.key("south"))


def _program(folder: Path, script: str) -> str:
    """Put a program in ssh-keygen's place for signing, and return the PATH that finds it."""
    folder.mkdir()
    real = shutil.which("ssh-keygen")
    file = folder / "ssh-keygen"
    file.write_text(f'#!/bin/sh\ncase "$*" in *"-Y sign"*) {script};; *) exec {real} "$@";; esac\n')
    file.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def test_no_ssh_keygen(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert "no ssh-keygen" in refused(made, "--key", made.key("north"))


def test_control_c_in_ssh_keygen(made: Made, tmp_path: Path) -> None:
    """Both programs get the signal, as a terminal sends it."""
    before = made.files()
    path = _program(tmp_path / "bin", "touch $0.began; exec sleep 30")
    words = ["seal", "--root", str(made.root), "--as-of", DAY, "--yes", "--key", made.key("north")]
    process = subprocess.Popen([sys.executable, "-c", LAUNCH, *words], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, start_new_session=True,
                               env={**os.environ, "PATH": path})  # fmt: skip
    end = time.monotonic() + 30
    while not (tmp_path / "bin" / "ssh-keygen.began").exists() and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(process.pid, 2)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.endswith("Stopped. Nothing is sealed.\n")
    assert made.files() == before


@pytest.mark.parametrize("good", range(4))
def test_a_disk_that_is_full(made: Made, good: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file is the one that does not fit, none of the others is left."""
    left = iter(range(good))

    def full(path: Path, raw: bytes) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        write_new(path, raw)

    monkeypatch.setattr(sealing, "write_new", full)
    said = refused(made, "--key", made.key("north"), "--key", made.key("south"))
    assert "whether the disk is full" in said


def test_what_is_not_good_is_not_sealed(tmp_path: Path) -> None:
    made = founded(tmp_path)
    claim = made.sign("dawn-bakers")
    file = made.root / claim
    assert made.confirm(claim) == 0
    file.write_text(file.read_text().replace("Owners", "Mr Baker"))
    before = made.files()
    assert made.run("seal", "--yes", "--key", made.key("north")) == 1
    assert made.files() == before
    assert "A seal covers only what is good." in made.said
    assert "No record has this digest." in made.said


def test_a_claim_rides_along_with_no_seal(tmp_path: Path) -> None:
    """Only what is confirmed is listed: a claim of the same folder can still be taken away."""
    made = founded(tmp_path)
    first, second = made.sign("dawn-bakers"), made.sign("late-bakers")
    assert made.confirm(first) == 0
    assert made.run("seal") == 0
    assert "dawn-bakers: signed of 2026-06-01, by Owners" in made.said
    assert "; seen: letter" in made.said
    assert made.seal("south") == 0
    newest = (made.root / f"commitment/seals/{DAY}-2.sha256").read_text()
    assert first in newest
    assert second not in newest


def test_a_key_of_an_old_type(tmp_path: Path) -> None:
    """A spare of the same office signs for it, and two of one office count once."""
    made = unfounded(tmp_path)
    spare = key(made.keys, "spare", "-t", "ecdsa", "-b", "256")
    pairs = (f"north={made.key('north')}.pub", f"north={spare}.pub", f"south={made.key('south')}.pub")
    assert made.run("found", *(word for pair in pairs for word in ("--steward", pair))) == 0
    assert made.seal("spare", "north") == 0
    assert "Another office has to sign." in made.said
    assert made.seal("south") == 0
    assert made.run("verify") == 0
