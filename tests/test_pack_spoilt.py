"""A spoilt pack: each changed byte is found, and each thing that can be wrong has its own words."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.cli import main
from accord.pack.verifier import files
from accord.pack.verifier.lists import leaves, merkle_root, sha
from tests import packs
from tests.packs import ERASED, SIGNED, flipped, told
from tests.ssh import Holder


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return packs.zipped(packs.project(tmp_path_factory.mktemp("spoilt") / "project"))


@pytest.fixture
def folder(raw: bytes, tmp_path: Path) -> Path:
    return packs.unpacked(raw, tmp_path)


def judged(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in files.BESIDE)


def test_a_changed_byte_anywhere_is_found(folder: Path) -> None:
    """Of every text, description, record, signature, the list, and the digest that is left of an erased record."""
    dice = random.Random(1)
    for path in judged(folder):
        name, whole = path.relative_to(folder).as_posix(), path.read_bytes()
        size = 70 if name == ERASED else len(whole)
        for at in (0, dice.randrange(size)):
            path.write_bytes(flipped(whole, at))
            status, said = told(str(folder))
            assert status == 1, (name, at)
            assert f"{name}: " in said, (name, at)
        path.write_bytes(whole)
    assert told(str(folder))[0] == 0


def test_our_own_program_finds_the_same(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both are called on the same spoilt register, ours with the list of the pack."""
    project = packs.project(tmp_path / "project")
    kept = str(folder / "records.sha256")
    call = ["verify", "--root", str(project), "--as-of", "2026-11-22", "--since", kept]
    assert main(call) == 0
    for number, path in enumerate(judged(folder)):
        name, whole = path.relative_to(folder).as_posix(), path.read_bytes()
        if name == "records.sha256" or (number % 5 and not name.endswith(".sig")):
            continue
        spoilt = flipped(whole, 9 if name == ERASED else len(whole) // 2)
        for place in (path, project / name):
            place.write_bytes(spoilt)
        assert main(call) == told(str(folder))[0] == 1, name
        for place in (path, project / name):
            place.write_bytes(whole)
    capsys.readouterr()


def test_a_missing_file_is_found(folder: Path) -> None:
    """But for a signature: nothing lists those, and the count of signatures falls."""
    for path in judged(folder):
        whole = path.read_bytes()
        path.unlink()
        status, said = told(str(folder))
        assert status == (0 if path.suffix == ".sig" else 1), path
        assert path.suffix != ".sig" or "3 signatures = 3 good" in said
        path.write_bytes(whole)


def test_a_changed_byte_of_the_zip_is_found_or_harmless(raw: bytes, tmp_path: Path) -> None:
    """Harmless are times and modes, and files that the check never reads; then it counts just the same."""
    dice, path, good = random.Random(2), tmp_path / "pack.zip", 0
    path.write_bytes(raw)
    whole = told(str(path))[1]
    for at in [dice.randrange(len(raw)) for _ in range(80)] + list(range(len(raw) - 30, len(raw))):
        path.write_bytes(flipped(raw, at))
        status, said = told(str(path))
        assert status in (0, 1, 2)
        if status == 0:
            good += 1
            assert said == whole, at
    assert good < 60


def test_a_pack_cut_anywhere_is_no_pack(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    for size in [0, 1, 21, 22, 100, len(raw) // 2, len(raw) - 1]:
        path.write_bytes(raw[:size])
        assert told(str(path)) == (2, f"{path} is neither a folder nor a sound zip. Get the pack again.\n")


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    put(folder, name, text.replace(old, new, 1))


def relisted(folder: Path) -> None:
    """Make the list anew over what lies there, as somebody would who holds the repository."""
    paths = [p.relative_to(folder).as_posix() for p in judged(folder) if p.suffix in {".yml", ".md"}]
    paths.sort(key=lambda name: ("signatories" in name, name))
    digests = {name: sha((folder / name).read_bytes()) for name in paths}
    digests[ERASED.removesuffix(".erased")] = (folder / ERASED).read_text().split('"')[1].removeprefix("sha256:")
    rows = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    head = f"# root sha256:{merkle_root(leaves(digests))} over {len(leaves(digests))} records, as at 2026-11-22\n"
    put(folder, "records.sha256", head + rows)


def redigested(folder: Path) -> None:
    """Change a text, and its digest where it is described."""
    edit(folder, "commitment/versions/1.1.0.md", "We will", "We won't")
    path = folder / "commitment" / "versions" / "1.1.0.yml"
    digest = sha((folder / "commitment" / "versions" / "1.1.0.md").read_bytes())
    rows = [f"digest: sha256:{digest}" if row.startswith("digest:") else row for row in path.read_text().split("\n")]
    path.write_text("\n".join(rows))


VERSION = "commitment/versions/1.0.1.yml"
NEW = "commitment/signatories/new/2026-01-01-signed.yml"
REVIEW = "commitment/signatories/alderwick/2024-10-01-reviewed.yml"
CONFIRMED = "commitment/signatories/alderwick/2023-10-09-confirmed.yml"
# What is spoilt and listed again, so that only the thing itself can be found; and what is said of it.
SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "text and list": (
        lambda f: edit(f, "commitment/versions/1.0.0.md", "We will", "We won't"),
        "commitment/versions/1.0.0.md: The text gives sha256:",
    ),
    "text, digest and list": (
        redigested,
        "commitment/versions/2.0.0.md: The version before is 1.1.0 sha256:",
    ),
    "chain": (
        lambda f: edit(f, VERSION, 'previous: "1.0.0"', 'previous: "0.9.0"'),
        "commitment/versions/1.0.1.md: The version before is 1.0.0 sha256:",
    ),
    "class": (
        lambda f: edit(f, "commitment/versions/1.0.0.yml", "class: first", "class: editorial"),
        "commitment/versions/1.0.0.md: The first version, and no other, has the class first.",
    ),
    "number": (lambda f: edit(f, VERSION, 'version: "1.0.1"', 'version: "1.0.2"'),
               "commitment/versions/1.0.1.md: The .yml says version 1.0.2."),
    "field twice": (lambda f: put(f, VERSION, (f / VERSION).read_text() + "digest: sha256:00\n"),
                    "commitment/versions/1.0.1.md: The field digest stands there twice."),
    "Windows": (
        lambda f: put(f, "commitment/versions/1.0.0.md",
                      (f / "commitment/versions/1.0.0.md").read_text().replace("\n", "\r\n")),
        "It has Windows line ends: get the pack again, unchanged."),
    "signed another text": (lambda f: edit(f, SIGNED, 'version: "1.0.0"', 'version: "1.0.1"'),
                            f"{SIGNED}: It names another text than that of version 1.0.1."),
    "no such text": (lambda f: edit(f, SIGNED, 'version: "1.0.0"', 'version: "9.0.0"'),
                     f"{SIGNED}: It names version 9.0.0, and there is no such text."),
    "record changed": (lambda f: edit(f, SIGNED, "40 parents", "400 parents"),
                       f"{SIGNED}.sig: The signature is not good: it does not fit the record"),
    "its confirmation": (lambda f: edit(f, SIGNED, "40 parents", "400 parents"),
                         f"{CONFIRMED}: It points to a record that this signatory does not have."),
    "another key": (lambda f: (f / f"{REVIEW}.sig").write_bytes(Holder().sign((f / REVIEW).read_bytes())),
                    f"{REVIEW}.sig: The signature is by another key than the one that the signatory's last signing"),
    "a steward's": (
        lambda f: (f / f"{CONFIRMED}.sig").write_bytes(Holder().sign((f / CONFIRMED).read_bytes())),
        f"{CONFIRMED}.sig: A steward's record carries no signature."),
    "moved": (lambda f: shutil.copy(f / f"{SIGNED}.sig", f / f"{REVIEW}.sig"),
              f"{REVIEW}.sig: The signature is not good: it does not fit the record"),
    "loose": (lambda f: shutil.copy(f / f"{SIGNED}.sig", f / f"{NEW}.sig".replace("/new/", "/alderwick/")),
              "2026-01-01-signed.yml.sig: There is no good record beside this signature."),
    "bad key": (lambda f: edit(f, SIGNED, "ssh-ed25519 AAAA", "ssh-ed25519 AAAB"),
                f"{SIGNED}: Its public_key is not taken: it is cut short or changed."),
    "folder and field": (lambda f: put(f, NEW, (f / SIGNED).read_text()),
                         f'{NEW}: The field signatory is not "new"'),
    "no such day": (lambda f: put(f, NEW.replace("01-01", "02-30"), 'event: "signed"\n'),
                    "2026-02-30-signed.yml: The name holds no day of the calendar."),
    "no such event": (lambda f: put(f, NEW.replace("signed.", "praised."), 'event: "praised"\n'),
                      "2026-01-01-praised.yml: The name is not NAME/YEAR-MONTH-DAY-EVENT.yml."),
    "not a field": (lambda f: put(f, NEW, "event: signed\n"), f'{NEW}: Line 1 is not of the form key: "value".'),
    "an escape": (lambda f: put(f, NEW, 'event: "\x1b[2J"\n'), f'{NEW}: Line 1 is not of the form key: "value".'),
    "twice": (lambda f: put(f, NEW, 'event: "signed"\nevent: "signed"\n'),
              f"{NEW}: Line 2 gives the field event for the second time."),
    "not UTF-8": (lambda f: put(f, NEW, 'event: "\udcff"\n'), f"{NEW}: The file is not UTF-8."),
    "no version": (lambda f: put(f, NEW, 'event: "signed"\nsignatory: "new"\ndate: "2026-01-01"\n'),
                   f"{NEW}: The record names no version."),
    "no target": (lambda f: edit(f, CONFIRMED, "target", "goal"),
                  f"{CONFIRMED}: The record points to no other record."),
    "too large": (lambda f: put(f, NEW, "x" * 40_000), f"{NEW}: The file is larger than 32 KiB."),
    "a large signature": (lambda f: put(f, f"{SIGNED}.sig", "x" * 5000),
                          f"{SIGNED}.sig: The file is larger than 4 KiB."),
    "erased and there": (lambda f: put(f, ERASED.removesuffix(".erased"), 'event: "signed"\n'),
                         "2024-09-02-signed.yml: The record is there, though it is said to be erased."),
    "erased without digest": (lambda f: edit(f, ERASED, "digest", "digits"),
                              f"{ERASED}: Of an erased record its digest must be left, and is not."),
    "stranger": (lambda f: put(f, "commitment/signatories/alderwick/notes.txt", ""),
                 "commitment/signatories/alderwick/notes.txt: No pack has a file of this name. Take it out."),
    "an order to a terminal": (lambda f: put(f, "commitment/a\x1b[2J\n::error::", ""),
                               "commitment/a\\u001b[2J\\u000a::error::: No pack has a file of this name."),
    "too deep": (lambda f: put(f, "commitment/signatories/alderwick/a/b/c", ""),
                 "commitment/signatories/alderwick/a: No pack has a folder here."),
    "a link": (lambda f: (f / NEW.replace("new", "alderwick")).symlink_to("/etc/hostname"),
               "2026-01-01-signed.yml: This is a symbolic link. A pack holds plain files only."),
    "a linked folder": (lambda f: (f / "commitment" / "signatories" / "new").symlink_to("/etc"),
                        "commitment/signatories/new: This is a symbolic link. A pack holds plain files only."),
    "a pipe": (lambda f: os.mkfifo(f / NEW.replace("new", "alderwick")), "This is no plain file."),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_spoilt_is_named(folder: Path, name: str) -> None:
    """Though the list is made anew: each check finds its own thing."""
    spoil, wanted = SPOILT[name]
    spoil(folder)
    if not [path for path in judged(folder) if path.is_symlink()] and name != "a linked folder":
        relisted(folder)
    status, said = told(str(folder))
    assert status == 1
    assert wanted in said, said


def test_a_spoilt_list_is_named(folder: Path) -> None:
    path = folder / "records.sha256"
    whole = path.read_text(encoding="ascii")
    rows = whole.split("\n")
    spoilt = {
        whole.replace("# root", "#root"): 'The list does not start with "# root sha256:… over … records, as at …".',
        "\u200b" + whole: "The list holds characters that no list of ours has.",
        whole.replace("over 36", "over 37"): "The list says 37 records, and holds 36.",
        whole.replace("root sha256:6", "root sha256:7"): "The list says root sha256:7",
        whole[:-1]: "The last line has no line end: the list is cut short.",
        whole + rows[5] + "\n": f"Line {len(rows)} names a file for the second time.",
        whole.replace("  commitment", " *commitment", 1): "Line 2 is not a digest, two spaces and the name",
        whole.replace("as at 2026", "as at 26"): "The list does not start with",
    }
    for text, wanted in spoilt.items():
        path.write_text(text, encoding="utf-8")
        status, said = told(str(folder))
        assert status == 1
        assert f"records.sha256: {wanted}" in said
    path.unlink()
    assert "records.sha256: The list is missing." in told(str(folder))[1]
