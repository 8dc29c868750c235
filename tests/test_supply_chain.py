"""What we depend on: locked by hash, and installed so; the scripts of others with their licences.

Licences and known weaknesses of packages are looked up when a release is made (scripts/deploy/materials.sh).
"""

from __future__ import annotations

import hashlib
import re
import runpy
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-prove.txt", "requirements-release.txt")
HEAD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*==[0-9][0-9A-Za-z.+!]*(?: ; [^\\]+?)? \\")
HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?")


def loose(text: str) -> list[str]:
    """Return the lines of a lock that are neither a package at one version, nor a hash, nor a comment."""
    rows = [row for row in text.split("\n") if row.strip() and not row.lstrip().startswith("#")]
    return [row for row in rows if not HEAD.fullmatch(row) and not HASH.fullmatch(row)]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_locked_by_hash(root: Path, name: str) -> None:
    """No address, no option and no range; and pip, as the set-up calls it, refuses a package without a hash."""
    text = (root / name).read_text(encoding="utf-8")
    assert loose(text) == []
    asked = re.findall(r"^([a-z][a-z0-9_-]*)", (root / name.replace(".txt", ".in")).read_text(), re.MULTILINE)
    assert len(HEAD.findall(text)) > len(asked) > 2
    assert [each for each in asked if f"\n{each.replace('_', '-')}==" not in text] == []
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [each for each in asked if (each.partition("types-")[0] or "types-*") not in guide] == [], "not explained"


def test_scripts_of_others_are_described(root: Path) -> None:
    """Each has the digest in the notes beside it, its licence's whole text, and its own line in REUSE.toml."""
    folder = root / "docs" / "assets" / "vendor"
    notes = (folder / "README.txt").read_text(encoding="utf-8")
    reuse = tomllib.loads((root / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    scripts = sorted(folder.glob("*.js"))
    assert scripts
    for script in scripts:
        block = notes.partition(f"{script.name}\n")[2].partition("\n\n")[0]
        assert f"sha256 of the result {hashlib.sha256(script.read_bytes()).hexdigest()}" in block, script.name
        (own,) = [each for each in reuse if each["path"] == f"docs/assets/vendor/{script.stem}*"]
        holder = own["SPDX-FileCopyrightText"]
        assert f"{own['SPDX-License-Identifier']}, Copyright {holder};" in block, script.name
        text = script.with_suffix(".LICENSE.txt").read_text(encoding="utf-8")
        assert holder.split(" ", 1)[1] in text


def wheel(folder: Path, words: str) -> Path:
    """Make a package, small enough to be read here."""
    path = folder / "bread-1.0-py3-none-any.whl"
    about = "Metadata-Version: 2.1\nName: bread\nVersion: 1.0\n"
    form = "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bread.py", f"WORDS = {words!r}\n")
        archive.writestr("bread-1.0.dist-info/METADATA", about)
        archive.writestr("bread-1.0.dist-info/WHEEL", form)
        archive.writestr("bread-1.0.dist-info/RECORD", "bread.py,,\n")
    return path


def test_a_set_up_without_a_network(root: Path, tmp_path: Path) -> None:
    """pip, called as the set-up calls it, takes a package from the folder by its hash: no swapped or missing one."""
    prepare = SimpleNamespace(**runpy.run_path(str(root / "scripts" / "prepare.py")))
    made = wheel(tmp_path, "good")
    requirements = tmp_path / "requirements.txt"
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    requirements.write_text(f"bread==1.0 \\\n    --hash=sha256:{digest}\n")

    def installed(to: str) -> tuple[int, str]:
        options = prepare.locked(requirements, str(tmp_path))
        command = [sys.executable, *prepare.PIP, "--no-cache-dir", "--target", str(tmp_path / to), *options]
        settings = {"PIP_CONFIG_FILE": "/dev/null", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False, timeout=120)
        return done.returncode, done.stderr

    assert installed("first") == (0, "")
    assert (tmp_path / "first" / "bread.py").is_file()
    wheel(tmp_path, "swapped")
    status, said = installed("second")
    assert status != 0
    assert "DO NOT MATCH THE HASHES" in said
    made.unlink()
    status, said = installed("third")
    assert status != 0
    assert "No matching distribution found for bread==1.0" in said
    assert "--no-index" not in prepare.locked(requirements)
