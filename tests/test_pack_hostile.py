"""Hostile packs: traps in a zip, files beside the program, bounds, and wrong calls. A line each, never a traceback."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from accord.pack.verifier import files
from tests import packs
from tests.packs import SIGNED, told

TOP = "verification-pack/"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return packs.zipped(packs.project(tmp_path_factory.mktemp("hostile") / "project"))


@pytest.fixture
def folder(raw: bytes, tmp_path: Path) -> Path:
    return packs.unpacked(raw, tmp_path)


def zip_of(entries: dict[str, bytes], method: int = zipfile.ZIP_STORED, mode: int = 0o100644) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name)
            info.compress_type, info.external_attr = method, mode << 16
            archive.writestr(info, content)
    return out.getvalue()


ZIPS = {
    "outside": (zip_of({f"{TOP}{SIGNED}": b"", "../../etc/passwd": b""}),
                "../../etc/passwd: Everything in a pack lies in verification-pack/. Take this out."),
    "above": (zip_of({f"{TOP}{SIGNED}": b"", f"{TOP}../x": b""}), "../x: No pack has a file of this name."),
    "absolute": (zip_of({f"{TOP}{SIGNED}": b"", f"{TOP}/etc/passwd": b""}), "/etc/passwd: No pack has a file of"),
    "backslash": (zip_of({f"{TOP}{SIGNED}": b"", f"{TOP}..\\x": b""}), "No pack has a file of this name."),
    "link": (zip_of({f"{TOP}{SIGNED}": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777) + b"", "This is a symbolic link."),
    "bomb": (zip_of({f"{TOP}{SIGNED}": b"\0" * 50_000_000}, zipfile.ZIP_DEFLATED), "is larger than 32 KiB."),
    "other packing": (zip_of({f"{TOP}{SIGNED}": b"x"}, zipfile.ZIP_LZMA), "packed in a way that this program does not"),
    "secret": (zip_of({f"{TOP}{SIGNED}": b"x" * 20}).replace(b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0"),
               "The file can't be read (RuntimeError). Get the pack again."),
}  # fmt: skip


@pytest.mark.parametrize("name", ZIPS)
def test_a_hostile_zip_is_named(tmp_path: Path, name: str) -> None:
    content, wanted = ZIPS[name]
    (tmp_path / "p.zip").write_bytes(content)
    status, said = told(str(tmp_path / "p.zip"))
    assert status == 1
    assert wanted in said


def test_two_files_of_one_name(raw: bytes, tmp_path: Path) -> None:
    """Programs differ in which of them they unpack."""
    (tmp_path / "p.zip").write_bytes(raw)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(tmp_path / "p.zip", "a") as archive:
        archive.writestr(f"{TOP}{SIGNED}", b"x")
    status, said = told(str(tmp_path / "p.zip"))
    assert status == 1
    assert f"{SIGNED}: The pack holds two files of this name.\n" in said


def test_bounds(raw: bytes, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More files, a larger zip or more bytes than any pack of ours has: refused before they are read."""
    (tmp_path / "p.zip").write_bytes(raw)
    monkeypatch.setattr(files, "MOST", 10)
    for place in (folder, tmp_path / "p.zip"):
        status, said = told(str(place))
        assert status == 2
        assert "more than 10 files. No pack of ours does." in said
    monkeypatch.setattr(files, "MOST", 300_000)
    monkeypatch.setattr(files, "LARGEST_ALL", 1000)
    assert "The pack holds more than 0 MiB. No pack of ours does." in told(str(folder))[1]
    monkeypatch.setattr(files, "LARGEST_ZIP", 1000)
    assert "Unpack it, and give the folder." in told(str(tmp_path / "p.zip"))[1]


@pytest.mark.parametrize("words", [["nowhere"], ["."], ["x"], ["--since", "nowhere"], ["--since", "x"], ["--no-such"]])
def test_a_wrong_call(folder: Path, tmp_path: Path, words: list[str]) -> None:
    """Status 2, words on standard error, and nothing on standard output."""
    (tmp_path / "x").write_bytes(b"x")
    pack = [str(folder)] if words[0] == "--since" else []
    status, out, err = packs.alone(tmp_path, *pack, *words)
    assert (status, out) == (2, "")
    assert err


def test_files_beside_the_program_are_not_loaded(folder: Path) -> None:
    """A hashlib.py in a pack is not Python's, with or without -I; nor is an ssh-keygen in it OpenSSH's."""
    for name in ("hashlib.py", "zipfile.py", "argparse.py"):
        (folder / name).write_text("raise SystemExit('taken over')\n")
    (folder / "ssh-keygen").write_text("#!/bin/sh\nexit 0\n")
    (folder / "ssh-keygen").chmod(0o755)
    for flags in (("-I", "-S"), ("-I",), ()):
        status, out, _ = packs.alone(folder, flags=flags)
        assert status == 0, out
        assert "taken over" not in out
    before = os.environ["PATH"]
    try:
        os.environ["PATH"] = str(folder)
        assert "without ssh-keygen" in packs.alone(folder)[1]
    finally:
        os.environ["PATH"] = before


def test_openssh_must_agree(raw: bytes, tmp_path: Path) -> None:
    """A program that says no to a good signature makes a problem of it."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "ssh-keygen").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "bin" / "ssh-keygen").chmod(0o755)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "p.zip").write_bytes(raw)
    before = os.environ["PATH"]
    try:
        os.environ["PATH"] = str(tmp_path / "bin")
        status, out, _ = packs.alone(tmp_path / "here", "p.zip")
    finally:
        os.environ["PATH"] = before
    assert status == 1
    assert f"{SIGNED}.sig: It is good for this program, and not for ssh-keygen. Report it.\n" in out
