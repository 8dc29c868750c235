"""The verification pack: what it holds, that it is the same each time, and that its program agrees with ours."""

from __future__ import annotations

import ast
import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from accord.cli import main
from accord.pack import archive, assemble
from accord.read import project as reading
from accord.verify.audit import audit
from tests import packs, support


@pytest.fixture(scope="module")
def demo_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packs.project(tmp_path_factory.mktemp("pack") / "project")


@pytest.fixture(scope="module")
def raw(demo_project: Path) -> bytes:
    return packs.zipped(demo_project)


def test_it_holds_everything_that_was_signed(demo_project: Path, raw: bytes) -> None:
    """Each text, description, record, signature and what is left of an erased record, byte for byte; and no more."""
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        held = {name.removeprefix("verification-pack/"): zipped.read(name) for name in zipped.namelist()}
        infos = zipped.infolist()
    below = demo_project / "commitment"
    paths = [path for name in ("versions", "signatories") for path in (below / name).rglob("*") if path.is_file()]
    wanted = {path.relative_to(demo_project).as_posix(): path.read_bytes() for path in paths}
    assert {name: held[name] for name in wanted} == wanted
    assert set(held) - set(wanted) == {"README.txt", "verify.py", "records.sha256"}
    assert {info.external_attr >> 16 for info in infos} == {0o100644}
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)


def test_the_readme_gives_the_numbers(demo_project: Path, raw: bytes) -> None:
    """In words for an officer, with the root and the count of the list, and no gap left."""
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        words = zipped.read("verification-pack/README.txt").decode("ascii")
    found = audit(reading.load(demo_project), packs.DAY)
    assert f"sha256:{found.list.root}" in words
    assert f"{found.list.records} records" in words
    assert "{" not in words
    assert max(map(len, words.splitlines())) <= 90


def test_the_same_bytes_wherever_it_is_made(demo_project: Path, raw: bytes, tmp_path: Path) -> None:
    """Another folder, zone, language, hash seed and umask."""
    other = tmp_path / "other place"
    shutil.copytree(demo_project, other)
    out = tmp_path / "again.zip"
    words = ["-m", "accord", "pack", "--root", str(other), "--as-of", "2026-11-22", "--out", str(out)]
    environment = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PATH": "/usr/bin"}
    subprocess.run([sys.executable, *words], env=environment, umask=0o077, check=True, capture_output=True)
    assert out.read_bytes() == raw
    assert out.stat().st_mode & 0o777 == 0o644


def test_the_command_says_what_it_wrote(demo_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["pack", "--root", str(demo_project), "--as-of", "2026-11-22", "--out", str(tmp_path / "p.zip")]
    assert main(words) == 0
    root = audit(reading.load(demo_project), packs.DAY).list.root
    assert capsys.readouterr().out == f"{tmp_path / 'p.zip'}: 36 records, root sha256:{root}\n"
    assert main(words) == 0  # in place of the one that is there


def test_nothing_bad_is_packed(demo_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoilt = tmp_path / "spoilt"
    shutil.copytree(demo_project, spoilt)
    support.write(spoilt, f"{packs.SIGNED}.sig", b"")
    assert main(["pack", "--root", str(spoilt), "--as-of", "2026-11-22", "--out", str(tmp_path / "p.zip")]) == 1
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith(f"{packs.SIGNED}.sig:1: The file is empty.")
    assert rows[-1] == "The pack is not written: it holds only what is good."
    assert not (tmp_path / "p.zip").exists()


def test_a_zip_has_each_name_once() -> None:
    with pytest.raises(ValueError, match="two files are named a"):
        archive.packed([("a", b""), ("a", b"x")])
    assert archive.packed([("b", b"1"), ("a", b"2")]) == archive.packed([("a", b"2"), ("b", b"1")])


def test_a_folder_is_zipped_without_links(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"x")
    with zipfile.ZipFile(io.BytesIO(archive.folder(tmp_path, "site"))) as zipped:
        assert zipped.namelist() == ["site/a/b/c"]
    (tmp_path / "link").symlink_to("/etc/hostname")
    with pytest.raises(ValueError, match="is a symbolic link"):
        archive.folder(tmp_path, "site")


def test_the_program_is_old_pythons_own() -> None:
    """Its grammar is Python 3.8's, it imports the standard library alone, and calls nothing that came later."""
    text = assemble.verifier()
    tree = ast.parse(text, feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names
    later = r"\.removeprefix\(|\.removesuffix\(|zip\([^)]*strict|\bmatch \w+:|@cache\b|\.readlink\(|math\.lcm|randbytes"
    assert not re.search(later, text)
    assert max(map(len, text.splitlines())) <= 120


def test_an_older_python_is_told_so(tmp_path: Path) -> None:
    """One line and status 2, before anything that it does not know."""
    text = assemble.verifier().replace("sys.version_info < (3, 8)", "sys.version_info < (99, 0)")
    (tmp_path / "verify.py").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "verify.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "verify.py needs Python 3.8 or newer.\n")


def test_parts_that_clash_are_not_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that two parts define would be the later one's in both."""
    monkeypatch.setattr(assemble, "FOLDER", tmp_path)
    for part in assemble.PARTS:
        (tmp_path / f"{part}.py").write_text('"""A part."""\n\nSAME = 1\n')
    with pytest.raises(ValueError, match="said and files both define SAME"):
        assemble.verifier.__wrapped__()
    (tmp_path / "said.py").write_text('"""A part."""\n\nimport os as o\n')
    with pytest.raises(ValueError, match="said renames what it imports"):
        assemble.verifier.__wrapped__()


def test_it_finds_all_well(demo_project: Path, raw: bytes, tmp_path: Path) -> None:
    """As one file, without site-packages; from the zip, from the folder, and in a clone; and counts as we do."""
    (tmp_path / "pack.zip").write_bytes(raw)
    status, out, err = packs.alone(tmp_path, "pack.zip")
    assert (status, err) == (0, "")
    found = audit(reading.load(demo_project), packs.DAY)
    count = found.count
    events = " + ".join(f"{count.events.get(event, 0)} {event}" for event in count.events)
    for row in (
        f"  {count.records} records = {count.good} good + 0 refused",
        f"  {count.signatures} signatures = {count.good_signatures} good",
        f"  {count.erased} record erased",
        f"Root of the list: sha256:{found.list.root} over {found.list.records} records, as at 2026-11-22",
        "4 signatures fit their records, by this program and ssh-keygen.",
        *(f"Text {version.number}: {version.digest}" for version in found.commitment.versions),
    ):
        assert row in out
    for part in events.split(" + "):
        assert part in out
    assert out.splitlines()[-1] == "0 problems."
    folder = packs.unpacked(raw, tmp_path / "here")
    assert packs.alone(folder)[:2] == (0, out)
    (demo_project / "records.sha256").write_bytes((folder / "records.sha256").read_bytes())
    assert packs.alone(tmp_path, str(demo_project))[:2] == (0, out)
    (demo_project / "records.sha256").unlink()


def test_without_openssh(raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack.zip").write_bytes(raw)
    monkeypatch.setenv("PATH", str(tmp_path))
    status, out, _ = packs.alone(tmp_path, "pack.zip")
    assert status == 0
    assert "4 signatures fit their records, by this program alone, without ssh-keygen.\n" in out


def test_an_older_list_is_a_witness(raw: bytes, tmp_path: Path) -> None:
    """What vanished since, together with its line of the list, is named."""
    old = packs.unpacked(raw, tmp_path / "old")
    kept = str(old / "records.sha256")
    assert packs.told(str(old), "--since", kept)[0] == 0
    sigless = [
        p for p in (old / "commitment" / "signatories").glob("*/*-reviewed.yml") if not Path(f"{p}.sig").exists()
    ]
    gone = sigless[0].relative_to(old).as_posix()
    project = packs.project(tmp_path / "project")
    (project / gone).unlink()
    now = packs.unpacked(packs.zipped(project), tmp_path / "now")
    assert packs.told(str(now))[0] == 0
    status, said = packs.told(str(now), "--since", kept)
    assert status == 1
    assert f"{gone}: It is in the list of 2026-11-22, and it is gone.\n" in said
