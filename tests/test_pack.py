"""The verification pack as a zip: what it holds, byte for byte, and when none is written."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from accord.cli import main
from accord.project import reading
from accord.register.folder import read_folder
from accord.steward import pack
from tests import sealed, support

WORDS = ("--as-of", "2026-06-01")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sealed.sample(tmp_path_factory.mktemp("sealed"))


def test_it_holds_all_that_the_newest_seal_lists(root: Path) -> None:
    """And the seal with its signatures, words for an officer, and the program; no claim, and nothing else."""
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
    assert {(info.external_attr >> 16, info.date_time, info.compress_type) for info in infos} == {
        (0o100644, (1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)
    }
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert max(map(len, held["README.txt"].decode("ascii").splitlines())) <= 120


def test_the_command_says_what_it_wrote(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In place of the one that is there."""
    out = tmp_path / "p.zip"
    for _ in range(2):
        assert main(["pack", "--root", str(root), *WORDS, "--out", str(out)]) == 0
    newest = read_folder(reading.load(root)).chain.newest
    assert newest is not None
    assert capsys.readouterr().out == f"{out}: newest seal sha256:{newest.digest}\n" * 2
    assert out.read_bytes() == pack.packed(reading.load(root))


def test_before_the_first_seal_there_are_the_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = support.sample(tmp_path / "sample")
    assert main(["pack", "--root", str(root), *WORDS, "--out", str(tmp_path / "p.zip")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'p.zip'}: there is no seal yet\n"
    names = {name.removeprefix("verification-pack/") for name in zipfile.ZipFile(tmp_path / "p.zip").namelist()}
    texts = {f"commitment/versions/{number}.{end}" for number in ("1.0.0", "1.1.0") for end in ("md", "yml")}
    assert names == {"README.txt", "verify.py", "data/authorities.yml", *texts}


def test_nothing_bad_is_packed(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "commitment/signatories/ovenby/2025-02-14-confirmed.yml"
    raw = path.read_bytes()
    path.unlink()
    try:
        assert main(["pack", "--root", str(root), *WORDS, "--out", str(tmp_path / "p.zip")]) == 1
    finally:
        path.write_bytes(raw)
    assert capsys.readouterr().out.splitlines()[-1] == "The pack is not written: it holds only what is good."
    assert not (tmp_path / "p.zip").exists()


def test_a_folder_is_zipped_without_links(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"x")
    with zipfile.ZipFile(io.BytesIO(pack.folder(tmp_path, "site"))) as zipped:
        assert zipped.namelist() == ["site/a/b/c"]
    (tmp_path / "link").symlink_to("/etc/hostname")
    with pytest.raises(ValueError, match="is a symbolic link"):
        pack.folder(tmp_path, "site")
