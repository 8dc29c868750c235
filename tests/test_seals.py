"""The chain of seals: the form of each file, what is said where it does not hold, and the program of the pack alone."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from accord.cli import main
from accord.project import reading
from accord.register.folder import read_folder
from accord.seals import chain
from accord.steward import pack, sealing
from tests import change_acts as act
from tests import sealed
from tests.change_acts import FIRST, SIGNED, WAITING
from tests.sealed import SEALS, S
from tests.support import write

GOOD = f"# 2026-05-21 adds 1 record\n{'0' * 64}  commitment/stewards\n{'1' * 64}  data/authorities.yml\n"
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFake"
LINE = f'north namespaces="accord-seal-v1",valid-after="20260101" {KEY}\n'
OTHERS = [path for name in ("3.9.18", "3.10.13", "3.12.1", "3.13.0", "3.14.0")
          if (path := Path(f"/root/.pyenv/versions/{name}/bin/python")).exists()]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("2026-05-21", ""),
        ("2026-05-21", GOOD.replace("\n", "\r\n")),
        ("2026-05-21", "\ufeff" + GOOD),
        ("2026-05-22", GOOD),  # another day than its name's
        ("2026-05-21", GOOD.replace("adds", "holds")),
        ("2026-05-21", GOOD.replace("  c", " *c")),
        ("2026-05-21", GOOD.replace("commitment/stewards", "/etc/passwd")),
        ("2026-05-21", GOOD.replace("commitment/stewards", "scripts/hook.py")),
        ("2026-05-21", GOOD.replace("0000", "000G")),
        ("2026-05-21", GOOD + GOOD.splitlines()[1] + "\n"),  # out of order, and twice
    ],
)
def test_a_seal_has_one_form(name: str, raw: str) -> None:
    """What is not a seal to the last byte is none, and is said to be none at a line."""
    seal, faults = chain.read_seal(f"{SEALS}{name}.sha256", raw.encode())
    assert seal is None
    assert len(faults) == 1
    assert chain.read_seal(f"{SEALS}2026-05-21.sha256", GOOD.encode())[1] == []


@pytest.mark.parametrize(
    "raw",
    [
        LINE.replace("north ", "* "),
        LINE.replace("north ", "north,south "),
        LINE.replace("north ", "!north "),
        LINE.replace(",valid-after", ",cert-authority,valid-after"),
        LINE.replace('valid-after="20260101"', 'valid-before="20270101"'),
        LINE.replace('"20260101"', '"20260101",valid-before="20260101"'),
        LINE.replace('"20260101"', '"20260101",valid-before="20250101"'),
        LINE.replace("accord-seal-v1", "file"),
        LINE.replace("ssh-ed25519", "ssh-rsa"),
        LINE.replace("ssh-ed25519", "cert-authority ssh-ed25519"),
        LINE.replace("\n", " a person's name\n"),
        LINE + LINE.replace("north", "south"),  # one key of two offices
        "# a comment\n" + LINE,
        LINE.replace("\n", "\r\n"),
    ],
)
def test_a_list_of_keys_has_one_form(raw: str) -> None:
    """Nothing that OpenSSH might read otherwise than we do gets into the list of stewards' keys."""
    assert chain.read_stewards(chain.STEWARDS, LINE.encode()) == ([chain.Steward("north", "20260101", "", KEY)], [])
    found, faults = chain.read_stewards(chain.STEWARDS, raw.encode())
    assert found == []
    assert len(faults) == 1


def test_an_old_confirmation_brings_in_no_other_record(tmp_path: Path) -> None:
    """What was erased and comes back is not sealed again by the confirmation that it once had."""
    root = sealed.register(tmp_path / "r")
    act.comes_back(root)
    sealed.confirm(root, WAITING, "2026-05-31")
    added = sealing.plan(read_folder(reading.load(root)), sealed.AS_OF).added
    assert [path for path in added if path.startswith(S)] == [
        f"{S}/ovenby/2026-05-25-signed.yml",
        f"{S}/ovenby/2026-05-31-confirmed.yml",
    ]


def test_a_steward_sees_what_is_sealed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each confirmation is shown with what the register would say, and what was shown is what is sealed."""
    root = sealed.register(tmp_path / "r")
    path = act.correct(root, field="url", value="https://bread.example.org/")
    sealed.confirm(root, path, "2026-05-31")
    folder = read_folder(reading.load(root))
    assert main(["seal", "--root", str(root), "--as-of", "2026-06-01"]) == 0
    assert (
        "crumbshire: corrected of 2026-05-30, by no office; field: url; value: https://bread" in capsys.readouterr().out
    )
    read = next(file.digest for file in folder.records if file.path == path)
    act.swap(root, path, "A slip.", "A trip.")
    assert f"sha256:{sealing.plan(folder, sealed.AS_OF).seal.lines[path]}" == read


def _unpacked(root: Path, to: Path) -> Path:
    """Unpack the verification pack of a register, and return its folder."""
    zipfile.ZipFile(io.BytesIO(pack.packed(reading.load(root)))).extractall(to)
    return to / pack.NAME


def _alone(folder: Path, *words: str, python: str = sys.executable, path: str = "") -> tuple[int, str]:
    """Run the pack's own program, and return its status and what it says."""
    environment = {**sealed.ENVIRONMENT, "PATH": path or sealed.ENVIRONMENT["PATH"]}
    done = subprocess.run(
        [python, "-I", str(folder / "verify.py"), *words], capture_output=True, text=True, env=environment, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("python", OTHERS, ids=lambda path: path.parts[4])
def test_the_program_says_the_same_under_each_python(python: Path, tmp_path: Path) -> None:
    """From 3.9 on, the verdict on a good pack and on a bad one is the same."""
    folder = _unpacked(sealed.register(tmp_path / "register"), tmp_path)
    assert _alone(folder, python=str(python)) == _alone(folder)
    act.swap(folder, SIGNED, "Ovens", "Doors")
    assert _alone(folder, python=str(python)) == _alone(folder)
    assert _alone(folder)[0] == 1


def test_what_no_seal_lists_is_named(tmp_path: Path) -> None:
    """A record that somebody lays into a pack counts for nothing; what a file is called is printed in plain signs."""
    folder = _unpacked(sealed.register(tmp_path / "register"), tmp_path)
    assert _alone(folder)[0] == 0
    write(folder, f"{S}/kent/2026-05-10-signed.yml", "x")
    write(folder, "data/\x1b[2J\nno.yml", "x")
    code, out = _alone(folder)
    assert code == 1
    assert f"{S}/kent/2026-05-10-signed.yml:1: No seal lists this file." in out
    assert "data/\\u001b[2J\\u000ano.yml:1: No seal lists this file." in out


def test_openssh_is_asked_for_stewards_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of signatures under other names cost no time."""
    root = sealed.register(tmp_path / "register")
    act.strangers_sign(root)
    asked: list[str] = []

    def verified(_program: str, _seal: chain.Seal, office: str, *_more: bytes) -> bool:
        asked.append(office)
        return True

    monkeypatch.setattr(chain, "verified", verified)
    assert len(read_folder(reading.load(root)).chain.faults) == 50
    assert sorted(asked) == ["harbour", "harbour", "meadow"]


def test_an_old_openssh_is_told(tmp_path: Path) -> None:
    """Before OpenSSH 8.7 a list with days is an error, and not a bad signature."""
    folder = _unpacked(sealed.register(tmp_path / "register"), tmp_path)
    tool = tmp_path / "bin" / "ssh-keygen"
    write(tmp_path, "bin/ssh-keygen", "#!/bin/sh\necho 'stewards:1: bad options: unknown key option' >&2\nexit 255\n")
    tool.chmod(0o755)
    code, out = _alone(folder, path=f"{tool.parent}:/usr/bin:/bin")
    assert code == 1
    assert "too old" in out
    assert "no good signature" not in out


def test_a_seal_that_was_kept_is_in_the_chain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever kept a seal sees that all it lists is there, or that the register was started over."""
    root = sealed.register(tmp_path / "register")
    kept = tmp_path / "2026-05-01.sha256"
    shutil.copy(root / FIRST, kept)
    words = ["verify", "--root", str(root), "--as-of", "2026-06-01", "--since", str(kept)]
    assert main(words) == 0
    assert "nothing that it lists has changed or vanished since" in capsys.readouterr().out
    folder = _unpacked(root, tmp_path)
    assert _alone(folder, "--since", str(kept))[0] == 0
    kept.write_text(kept.read_text().replace("0", "1", 1).replace("# 2126", "# 2026").replace("# 1026", "# 2026"))
    kept.write_text(kept.read_text().replace(kept.read_text().splitlines()[1][:64], "a" * 64))
    assert main(words) == 1
    assert "The seal that you kept is not in the chain." in capsys.readouterr().out
    assert _alone(folder, "--since", str(kept))[0] == 1
    assert _alone(folder, "--since", str(tmp_path / "nothing"))[0] == 2
    assert _alone(folder, "--what")[0] == 2


def test_the_commands_in_the_pack_work(tmp_path: Path) -> None:
    """README.txt names the newest seal, and its two commands find it good without any program of ours."""
    folder = _unpacked(sealed.register(tmp_path / "register"), tmp_path)
    words = (folder / "README.txt").read_text(encoding="utf-8")
    rows = words.replace("\\\n", " ").splitlines()
    for start in ("sha256sum -c", "TZ=UTC ssh-keygen", "cut -d' '"):
        command = next(row.strip() for row in rows if row.strip().startswith(start))
        done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "{" not in words
