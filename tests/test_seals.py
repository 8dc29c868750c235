"""The chain of seals: the form of each file, what is said where it does not hold, and the program of the pack alone."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from accord.project import reading
from accord.register.folder import read_folder
from accord.seals import chain
from accord.steward import pack, sealing
from tests import sealed
from tests.calls import calls
from tests.sealed import SEALS, S
from tests.world import World

GOOD = f"# 2026-05-21 adds 1 record\n{'0' * 64}  commitment/stewards\n{'1' * 64}  data/authorities.yml\n"
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFake"
LINE = f'north namespaces="accord-seal-v1",valid-after="20260101" {KEY}\n'
OTHERS = [path for name in ("3.9.18", "3.10.13", "3.12.1", "3.13.0", "3.14.0")
          if (path := Path(f"/root/.pyenv/versions/{name}/bin/python")).exists()] or [Path(sys.executable)]  # fmt: skip
STEPS = {call.name: call.steps for call in calls("change")}


@pytest.mark.parametrize(
    "raw",
    [
        "",
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        GOOD.replace("adds", "holds"),
        GOOD.replace("  c", " *c"),
        GOOD.replace("commitment/stewards", "/etc/passwd"),
        GOOD.replace("commitment/stewards", "scripts/hook.py"),
        GOOD.replace("0000", "000G"),
        GOOD + GOOD.splitlines()[1] + "\n",  # out of order, and twice
    ],
)
def test_a_seal_has_one_form(raw: str) -> None:
    """What is not a seal to the last byte is none (more: cases/register/seals.yml)."""
    seal, faults = chain.read_seal(f"{SEALS}2026-05-21.sha256", raw.encode())
    assert (seal, len(faults)) == (None, 1)
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
        LINE.replace("accord-seal-v1", "file"),
        LINE.replace("ssh-ed25519", "ssh-rsa"),
        LINE.replace("ssh-ed25519", "cert-authority ssh-ed25519"),
        LINE.replace("\n", " a person's name\n"),
        "# a comment\n" + LINE,
        LINE.replace("\n", "\r\n"),
    ],
)
def test_a_list_of_keys_has_one_form(raw: str) -> None:
    """Nothing that OpenSSH might read otherwise than we do gets into the list of stewards' keys."""
    assert chain.read_stewards(chain.STEWARDS, LINE.encode()) == ([chain.Steward("north", "20260101", "", KEY)], [])
    found, faults = chain.read_stewards(chain.STEWARDS, raw.encode())
    assert (found, len(faults)) == ([], 1)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(sealed.register(tmp_path / "register"))


def test_an_old_confirmation_brings_in_no_other_record(world: World) -> None:
    """What was erased and comes back is not sealed again by the confirmation that it once had."""
    world.does(STEPS["seals: what two stewards erased comes back under another number"])
    world.confirmed(f"{S}/ovenby/2026-05-25-signed.yml", "2026-05-31")
    added = sealing.plan(read_folder(reading.load(world.root)), sealed.AS_OF).added
    wanted = [f"{S}/ovenby/2026-05-25-signed.yml", f"{S}/ovenby/2026-05-31-confirmed.yml"]
    assert [path for path in added if path.startswith(S)] == wanted


def test_a_steward_sees_what_is_sealed(world: World) -> None:
    """Each confirmation is shown with what the register would say, and what was shown is what is sealed."""
    target, path = f"{S}/crumbshire/2026-05-10-signed.yml", f"{S}/crumbshire/2026-05-30-corrected.yml"
    told = {"target": world.digest(target), "field": "url", "value": "https://bread.example.org/", "reason": "A slip."}
    world.record("crumbshire", "2026-05-30", "corrected", **told)
    world.confirmed(path, "2026-05-31")
    folder, digest = read_folder(reading.load(world.root)), world.digest(path)
    assert [file.digest for file in folder.records if file.path == path] == [digest]
    world.run("seal", says="crumbshire: corrected of 2026-05-30, by no office; field: url; value: https://bread")
    world.does({"file": path, "find": "A slip.", "put": "A trip."})
    assert f"sha256:{sealing.plan(folder, sealed.AS_OF).seal.lines[path]}" == digest


def _unpacked(world: World) -> World:
    """Unpack the verification pack of a register, and return its folder."""
    zipfile.ZipFile(io.BytesIO(pack.packed(reading.load(world.root)))).extractall(world.root.parent)
    return World(world.root.parent / pack.NAME)


def _alone(folder: World, *words: str, python: str = sys.executable, path: str = "") -> tuple[int, str]:
    """Run the pack's own program, and return its status and what it says."""
    command = [python, "-I", str(folder.root / "verify.py"), *words]
    environment = {**sealed.ENVIRONMENT, "PATH": path or sealed.ENVIRONMENT["PATH"]}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("python", OTHERS, ids=str)
def test_the_program_says_the_same_under_each_python(python: Path, world: World) -> None:
    """From 3.9 on, the verdict on a good pack and on a bad one is the same."""
    folder = _unpacked(world)
    assert _alone(folder, python=str(python)) == _alone(folder)
    folder.does({"file": f"{S}/crumbshire/2026-05-10-signed.yml", "find": "Ovens", "put": "Doors"})
    assert _alone(folder, python=str(python)) == _alone(folder)
    assert _alone(folder)[0] == 1


def test_the_pack_alone(world: World) -> None:
    """It needs nothing of ours. What no seal lists is named, in plain signs; a seal that was kept is looked for."""
    kept = world.root / SEALS / "2026-05-01.sha256"
    folder = _unpacked(world)
    words = (folder.root / "README.txt").read_text(encoding="utf-8")
    assert "{" not in words
    rows = words.replace("\\\n", " ").splitlines()
    for start in ("sha256sum -c", "TZ=UTC ssh-keygen", "cut -d' '"):
        command = next(row.strip() for row in rows if row.strip().startswith(start))
        done = subprocess.run(["bash", "-c", command], cwd=folder.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert _alone(folder, "--since", str(kept))[0] == 0
    assert _alone(folder, "--since", str(kept.with_name("nothing")))[0] == 2
    assert _alone(folder, "--what")[0] == 2
    folder.put("kept.sha256", kept.read_bytes().replace(kept.read_bytes().split()[4][:9], b"aaaaaaaaa"))
    assert _alone(folder, "--since", str(folder.root / "kept.sha256"))[0] == 1
    folder.put(f"{S}/kent/2026-05-10-signed.yml", b"x")
    folder.put("data/\x1b[2J\nno.yml", b"x")
    code, out = _alone(folder)
    assert code == 1
    assert f"{S}/kent/2026-05-10-signed.yml:1: No seal lists this file." in out
    assert "data/\\u001b[2J\\u000ano.yml:1: No seal lists this file." in out


def test_openssh_is_asked_for_stewards_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of signatures under other names cost no time."""
    world.does(STEPS["seals: signatures of many strangers"])
    asked: list[str] = []

    def verified(_program: str, _seal: chain.Seal, office: str, *_more: bytes) -> bool:
        asked.append(office)
        return True

    monkeypatch.setattr(chain, "verified", verified)
    assert len(read_folder(reading.load(world.root)).chain.faults) == 50
    assert sorted(asked) == ["harbour", "harbour", "meadow"]


def test_an_old_openssh_is_told(world: World) -> None:
    """Before OpenSSH 8.7 a list with days is an error, and not a bad signature."""
    folder = _unpacked(world)
    folder.put("bin/ssh-keygen", b"#!/bin/sh\necho 'stewards:1: bad options: unknown key option' >&2\nexit 255\n")
    folder.mark("bin/ssh-keygen")
    code, out = _alone(folder, path=f"{folder.root}/bin:/usr/bin:/bin")
    assert code == 1
    assert "too old" in out
    assert "no good signature" not in out


def test_the_pack_holds_all_that_the_newest_seal_lists(tmp_path: Path) -> None:
    """And the seal with its signatures, words for an officer, and the program; no claim, and nothing else."""
    root = sealed.sample(tmp_path)
    raw = pack.packed(reading.load(root))
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        held = {name.removeprefix("verification-pack/"): zipped.read(name) for name in zipped.namelist()}
        infos = zipped.infolist()
    newest = read_folder(reading.load(root)).chain.newest
    assert newest is not None
    own = {newest.path, *(f"{newest.path}.{office}.sig" for office in ("harbour", "meadow"))}
    assert held.keys() == {*newest.lines, *own, "README.txt", "verify.py"}
    assert all(held[name] == (root / name).read_bytes() for name in {*newest.lines, *own})
    assert not any("yeast-works" in name for name in held)
    wanted = {(0o100644, (1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)}
    assert {(info.external_attr >> 16, info.date_time, info.compress_type) for info in infos} == wanted
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert max(map(len, held["README.txt"].decode("ascii").splitlines())) <= 120


def test_a_folder_is_zipped_without_links(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"x")
    with zipfile.ZipFile(io.BytesIO(pack.folder(tmp_path, "site"))) as zipped:
        assert zipped.namelist() == ["site/a/b/c"]
    (tmp_path / "link").symlink_to("/etc/hostname")
    with pytest.raises(ValueError, match="is a symbolic link"):
        pack.folder(tmp_path, "site")
