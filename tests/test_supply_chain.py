"""What we depend on: locked by hash, none with a known weakness, each with its licence, all of it told in one bill."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from importlib.metadata import distributions
from pathlib import Path
from types import ModuleType

import pytest
from packaging.version import Version

from accord.cli import main
from accord.commands import sbom as command
from accord.supply import lock, sbom, vendored
from accord.supply.floors import FLOORS
from accord.supply.licences import LICENCES
from accord.supply.lock import Pinned

DAY = date(2026, 11, 22)
# Licences under which anyone may use, change and pass on the code; MPL-2.0 asks for changes to its own files alone.
FREE = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-0", "MPL-2.0", "PSF-2.0"}
# What packages write in place of an SPDX expression (their classifiers and older fields).
SAID = {
    "BSD License": ("BSD-3-Clause", "BSD-2-Clause"),
    "MIT License": ("MIT",),
    "Mozilla Public License 2.0 (MPL 2.0)": ("MPL-2.0",),
    "Apache Software License": ("Apache-2.0",),
    "Apache 2.0": ("Apache-2.0",),
}


@pytest.fixture(scope="module")
def locks(root: Path) -> dict[str, list[Pinned]]:
    return {name: lock.read((root / name).read_text(encoding="utf-8")) for name in command.LOCKS}


def test_every_package_is_locked_by_hash(root: Path, locks: dict[str, list[Pinned]]) -> None:
    """No address, no option, no range and no missing hash: the reader refuses each of them."""
    for name, pins in locks.items():
        assert len(pins) > 40
        assert all(pin.hashes for pin in pins)
        text = (root / name).read_text(encoding="utf-8")
        assert len(pins) == len(re.findall(r"^[a-z]", text, re.MULTILINE))
        assert sum(len(pin.hashes) for pin in pins) == text.count("--hash=sha256:")


@pytest.mark.parametrize(
    "line",
    [
        "bread==1.0",
        "bread>=1.0 \\\n    --hash=sha256:" + "0" * 64,
        "bread==1.0 \\\n    --hash=md5:" + "0" * 32,
        "bread==1.0 \\\n    --hash=sha256:" + "0" * 64 + " \\\n    # via nothing",
        "bread @ https://example.org/bread.whl",
        "--extra-index-url https://example.org/simple",
        "-e .",
    ],
)
def test_a_looser_lock_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"^line [123] is not"):
        lock.read(f"{line}\n")


def test_the_lock_holds_all_that_is_asked_for(root: Path, locks: dict[str, list[Pinned]]) -> None:
    """And says of each package who asks for it; what the site needs is the same in both locks."""
    for name, pins in locks.items():
        text = (root / name.replace(".txt", ".in")).read_text()
        asked = [found.replace("_", "-") for found in re.findall(r"^([a-z][a-z0-9_-]*)", text, re.MULTILINE)]
        direct = {pin.name for pin in pins if any(asker.endswith(".in") for asker in pin.via)}
        assert set(asked) <= direct
        assert [pin.name for pin in pins if not pin.via] == []
        known = {pin.name for pin in pins}
        askers = {asker.partition("[")[0] for pin in pins for asker in pin.via if not asker.endswith((".in", ".txt"))}
        assert askers <= known
    tests = {(pin.name, pin.version): pin.hashes for pin in locks["requirements-dev.txt"]}
    for pin in locks["requirements.txt"]:
        assert tests[pin.name, pin.version] == pin.hashes


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: f"{floor.package}-{floor.advisory}")
def test_no_known_weakness_is_locked(locks: dict[str, list[Pinned]], floor: object) -> None:
    """Each package is at least the version that mends what was published, and the package is one that we use."""
    found = [pin for pins in locks.values() for pin in pins if pin.name == getattr(floor, "package")]  # noqa: B009
    assert found, floor
    assert [pin for pin in found if Version(pin.version) < Version(getattr(floor, "version"))] == []  # noqa: B009


def test_every_package_has_a_free_licence(locks: dict[str, list[Pinned]]) -> None:
    assert {pin.name for pins in locks.values() for pin in pins} == set(LICENCES)
    used = {part for words in LICENCES.values() for part in re.split(r" (?:AND|OR) ", words)}
    assert used <= FREE


def test_licences_are_those_of_the_packages(locks: dict[str, list[Pinned]]) -> None:
    """As their metadata say, for each package that is installed here."""
    looked = 0
    for found in distributions():
        name = re.sub(r"[-_.]+", "-", found.name).lower()
        if name not in LICENCES:
            continue
        keys = ("License-Expression", "Classifier", "License")
        said, classes, old = (found.metadata.get_all(key) or [] for key in keys)
        older = [*(row.rpartition(" :: ")[2] for row in classes if "License ::" in row), *old]
        if said:
            assert [LICENCES[name]] == said, name
        elif any(words.strip() and words != "UNKNOWN" for words in older):
            assert any(LICENCES[name] in (words, *SAID.get(words, ())) for words in older), (name, older)
        looked += 1
    assert looked > 40


def test_the_bill_is_the_same_each_time(root: Path) -> None:
    """Another zone, language and hash seed; and another day gives another serial number."""
    text = sbom.bill(command.parts(root), DAY)
    words = [sys.executable, "-m", "accord", "sbom", "--root", str(root), "--as-of", "2026-11-22"]
    settings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    done = subprocess.run(words, env=settings, capture_output=True, check=True)
    assert done.stdout.decode() == text
    other = sbom.bill(command.parts(root), date(2026, 11, 23))
    assert json.loads(other)["serialNumber"] != json.loads(text)["serialNumber"]


def test_the_bill_names_everything(root: Path, locks: dict[str, list[Pinned]]) -> None:
    """Each locked package and each script of others: version, licence, hashes, and who asks for it."""
    bill = json.loads(sbom.bill(command.parts(root), DAY))
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    pins = {(pin.name, pin.version): pin for pins in locks.values() for pin in pins}
    components = {(each["name"], each["version"]): each for each in bill["components"]}
    scripts = {(each.package, each.version) for each in command.parts(root).vendored}
    assert set(components) == set(pins) | scripts
    assert len(components) == len(bill["components"])
    needed = {(pin.name, pin.version) for pin in locks["requirements.txt"]} | scripts
    assert {key for key, each in components.items() if each["scope"] == "required"} == needed
    for key, pin in pins.items():
        (source,) = components[key]["externalReferences"]
        assert [each["content"] for each in source["hashes"]] == list(pin.hashes)
        assert components[key]["purl"] == f"pkg:pypi/{pin.name}@{pin.version}"
    assert all(each["licenses"] for each in components.values())
    refs = {each["bom-ref"] for each in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    assert {each["ref"] for each in bill["dependencies"]} == refs
    reached, left = set(), [bill["metadata"]["component"]["bom-ref"]]
    asked = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    while left:
        reached.add(ref := left.pop())
        left += [below for below in asked[ref] if below not in reached]
    assert reached == refs


def test_scripts_of_others_are_described(root: Path) -> None:
    """Every file in the folder, with the digest that it has; and a description that lacks a part is refused."""
    folder = root / "docs" / "assets" / "vendor"
    notes = (folder / "README.txt").read_text(encoding="utf-8")
    found = {script.file: script for script in vendored.read(notes)}
    assert set(found) == {path.name for path in folder.glob("*.js")}
    for name, script in found.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == script.sha
        assert script.licence in FREE
        words = (folder / name.replace(".js", ".LICENSE.txt")).read_text(encoding="utf-8")
        assert script.holder.split(" ", 1)[1] in words
    with pytest.raises(ValueError, match=r"lean-qr\.js: the notes lack Licence"):
        vendored.read(notes.replace("Licence:   MIT, Copyright 2021", "Licence: see 2021"))


def test_the_command(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It writes the bill in place of an older one; a lock of another form is named, and nothing is written."""
    out = tmp_path / "sbom.json"
    words = ["sbom", "--as-of", "2026-11-22", "--out", str(out)]
    assert main([*words, "--root", str(root)]) == 0
    assert main([*words, "--root", str(root)]) == 0
    number = len(json.loads(out.read_text(encoding="utf-8"))["components"])
    assert capsys.readouterr().out.splitlines()[-1] == f"{out}: {number} components"
    loose = tmp_path / "loose"
    for name in (*command.LOCKS, command.NOTES):
        (loose / name).parent.mkdir(parents=True, exist_ok=True)
        (loose / name).write_bytes((root / name).read_bytes())
    (loose / "data" / "schema").mkdir(parents=True)
    (loose / "requirements.txt").write_text("bread>=1\n")
    assert main(["sbom", "--root", str(loose), "--out", str(tmp_path / "no.json")]) == 2
    assert capsys.readouterr().err.startswith("accord: line 1 is not a package, its version and its hashes: bread>=1.")
    assert not (tmp_path / "no.json").exists()


def program(root: Path, name: str) -> ModuleType:
    """Return a program that stands outside the package as a module."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, root / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
    prepare = program(root, "scripts/prepare.py")
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
