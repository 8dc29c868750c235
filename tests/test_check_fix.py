"""`accord check --fix`: puts right what needs no guess, says which files, and leaves what is sealed or published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from accord.cli import main
from tests import sealed, support

RECORD = "commitment/signatories/flour-makers/2026-06-01-signed.yml"
GOOD = (
    'event: "signed"\nsignatory: "flour-makers"\ndate: "2026-06-01"\nkind: "organisation"\n'
    'organisation: "The Flour Makers"\nrole: "Chair"\nversion: "1.1.0"\n'
    'digest: "sha256:31b169320bb5c41eaa2c166c41b5b8e8680c67d75db3f6429adf38f54b2a62cd"\n'
)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sealed.sample(tmp_path_factory.mktemp("sealed"))


@pytest.fixture
def root(register: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(register, tmp_path / "sample"))


def fix(root: Path) -> int:
    return main(["check", "--fix", "--root", str(root), "--as-of", "2026-06-01"])


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("\n", "\r"),
        ("\n", " \n"),
        (": ", ":\t"),
        (": ", ":\u00a0"),
        ("\n", "\n\n"),
        ('"signed"', "“signed”"),
        ('"signed"', "'signed'"),
        ('event: "signed"\nsignatory: "flour-makers"\n', 'signatory: "flour-makers"\nevent: "signed"\n'),
        ("event", "Event"),
    ],
)  # fmt: skip
def test_a_claim_gets_its_one_form(root: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]) -> None:
    """To the very bytes that the program itself would write."""
    spoilt = GOOD.replace(old, new) if old != "event" else "\n".join(r[:1].upper() + r[1:] for r in GOOD.splitlines())
    support.write(root, RECORD, spoilt)
    assert fix(root) == 0
    assert (root / RECORD).read_text(encoding="utf-8") == GOOD
    assert f"Put right: {RECORD}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "spoil", [GOOD + "Some words.\n", GOOD.replace("role:", "rule:"), GOOD.replace('"Chair"', '"A" or "B'), "x\n"]
)
def test_what_needs_a_guess_stays_and_is_told(root: Path, spoil: str, capsys: pytest.CaptureFixture[str]) -> None:
    support.write(root, RECORD, spoil)
    assert fix(root) == 1
    assert (root / RECORD).read_text(encoding="utf-8") == spoil
    out = capsys.readouterr().out
    assert "Put right" not in out
    assert f"{RECORD}:" in out


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"  \n"),
        lambda raw: raw.replace(b": ", b": \t"),
        lambda raw: raw.rstrip(b"\n"),
        lambda raw: raw + b"\n\n",
        lambda raw: raw.replace(b" a ", b" a\xc2\xa0"),
    ],
)
def test_data_gets_plain_line_ends_and_spaces(root: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    """And nothing else of the project changes, however often it is done."""
    before = files(root)
    path = next(name for name in sorted(before) if name.startswith("data/glossary/"))
    support.write(root, path, spoil(before[path]))
    assert fix(root) == 0
    assert files(root) == before


def test_what_is_sealed_or_published_is_never_touched(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor is a link followed; without --fix nothing is written at all."""
    support.write(root, RECORD, GOOD.replace("\n", "\r\n"))
    for name in ("commitment/versions/1.0.0.md", "commitment/signatories/ovenby/2025-02-01-signed.yml"):
        support.write(root, name, (root / name).read_bytes().replace(b"\n", b"\r\n"))
    (root / "data/glossary/link.yml").symlink_to("/etc/hostname")
    before = files(root)
    assert main(["check", "--root", str(root), "--as-of", "2026-06-01"]) == 1
    assert fix(root) == 1
    assert files(root) == before  # the seals do not hold, so no record is touched
    assert "Put right" not in capsys.readouterr().out


def test_it_goes_without_a_base(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "--base", "main", "--root", str(root)]) == 2
    assert "--fix goes without --base" in capsys.readouterr().err
