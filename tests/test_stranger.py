"""The recipe of /commitment/verify/, run as it stands by somebody who has nothing of ours."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from accord.verify import root_list

from accord.cli import main
from tests import stranger, support
from tests.built.pages import Built, parsed
from tests.stranger import Stranger

DEMO = support.HERE / "demo" / "commitment"
RECORDS = sorted(path.relative_to(DEMO.parent).as_posix() for path in DEMO.glob("signatories/*/*.yml"))
SIGNED = [name for name in RECORDS if (DEMO.parent / f"{name}.sig").exists()]
ALDERWICK = "commitment/signatories/alderwick"
ERASED = "commitment/signatories/quill-consulting/2024-09-02-signed.yml"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stranger.published(tmp_path_factory.mktemp("stranger") / "published")


@pytest.fixture(scope="module", params=["sh", "bash"])
def someone(
    request: pytest.FixtureRequest, repository: Path, demo: Path, tmp_path_factory: pytest.TempPathFactory
) -> Stranger:
    """Return a stranger with a clone and, in its top folder, the list that the site publishes."""
    who = stranger.clone(repository, tmp_path_factory.mktemp("stranger") / "someone", str(request.param))
    (who.copy / "records.sha256").write_bytes((demo / "commitment" / "records.sha256").read_bytes())
    return who


def field(record: str, name: str) -> str:
    found = re.search(f'(?m)^{name}: "(.*)"$', (DEMO.parent / record).read_text(encoding="utf-8"))
    return found[1] if found else ""


def test_the_page_holds_what_is_run(demo: Path) -> None:
    """The blocks of the built page are those of the file: nothing on the way fills in or takes away a sign."""
    page = Built("commitment/verify/index.html", parsed(demo / "commitment/verify/index.html"))
    shown = ["".join(code.itertext()) for code in page.all("code")]
    for name, block in stranger.blocks().items():
        assert block in shown, name


def test_all_signed_records_of_the_sample_are_tried() -> None:
    assert len(SIGNED) == 4
    assert len(RECORDS) == 35


@pytest.mark.parametrize("record", RECORDS)
def test_every_record(someone: Stranger, record: str) -> None:
    """Text, record and key: each answer is the one that the page promises."""
    version = field(record, "version")
    said = someone.step("text", record, version or "1.0.0")
    if version:
        assert said == f'version: "{version}"\nGood: the record names exactly this text.\n'
    else:
        assert said == "This record names no text.\n"

    rows = someone.step("record", record).splitlines()
    assert re.fullmatch("sha256:[0-9a-f]{64}", rows[0])
    naming = [name for name in RECORDS if field(name, "target") == rows[0]]
    assert rows[1:] == (naming or ["No other record names this one."])

    said = someone.step("key", record)
    if record in SIGNED:
        assert said.startswith('Good "commitment-record-v1" signature for alderwick with ED25519 key SHA256:')
        assert said.count("\n") == 1
    else:
        assert said == "This record carries no digital signature.\n"


def test_another_text_is_told(someone: Stranger) -> None:
    """The wrong version, and a version that is not there."""
    for version in ("2.0.0", "9.0.0"):
        said = someone.step("text", f"{ALDERWICK}/2023-10-02-signed.yml", version)
        assert said.endswith(f"BAD: the record names another text than commitment/versions/{version}.md.\n")


def test_the_list_and_what_was_erased(someone: Stranger) -> None:
    """All is there but what was erased: it shows as FAILED, and its digest is on the list, as the page says."""
    said = someone.step("list")
    wrong = [row for row in said.splitlines() if row.endswith(("FAILED", "FAILED open or read"))]
    assert wrong == [f"{ERASED}: FAILED open or read"]
    assert f"Erased, with the digest of the list: {ERASED}\n" in said
    assert "BAD" not in said
    assert "Good" not in said
    page = stranger.PAGE.read_text(encoding="utf-8")
    assert "it always shows as `FAILED open or read`" in page
    assert "OpenSSH does not ask here whether its holder touched it." in page


def test_the_root(someone: Stranger, demo: Path, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The shell's root is that of the list, of the page, and of `accord verify`."""
    computed, published = someone.step("root").splitlines()
    assert published == f"{computed}, as at 2026-11-22"
    root = computed.split()[2]
    assert main(["verify", "--root", str(repository), "--as-of", "2026-11-22"]) == 0
    assert f"Merkle root: {root} over 36 records" in capsys.readouterr().out
    page = Built("commitment/verify/index.html", parsed(demo / "commitment/verify/index.html"))
    assert root in ["".join(code.itertext()) for code in page.all("code")]


def test_no_list_yet(repository: Path, tmp_path: Path) -> None:
    who = stranger.clone(repository, tmp_path / "new")
    assert who.step("list") == "Save records.sha256 in this folder first.\n"
    assert who.step("root") == ""


def test_a_whole_list_is_good(repository: Path, demo: Path, tmp_path: Path) -> None:
    """Where nothing was erased, the answer is one line."""
    who = stranger.clone(repository, tmp_path / "whole")
    rows = (demo / "commitment" / "records.sha256").read_text().splitlines(keepends=True)
    (who.copy / "records.sha256").write_text("".join(row for row in rows if ERASED not in row))
    (who.copy / f"{ERASED}.erased").unlink()
    assert who.step("list") == "Good: everything on the list is here, unchanged.\n"


def test_nothing_was_changed_or_removed(someone: Stranger) -> None:
    assert someone.step("history") == "false\n"


def test_a_copy_that_is_not_whole(repository: Path, tmp_path: Path) -> None:
    """A shallow clone says so."""
    who = stranger.clone(repository, tmp_path / "whole")
    who.run(f"git clone -q --depth 1 'file://{repository}' shallow", tmp_path / "whole")
    assert who.run(stranger.blocks()["history"], tmp_path / "whole" / "shallow").startswith("true\n")


def test_a_new_key_is_told(repository: Path, tmp_path: Path) -> None:
    """A signing that brings in a key says so; of several on one day, each knows the key of the one before."""
    who = stranger.clone(repository, tmp_path / "keys")
    folder = who.copy / "commitment" / "signatories" / "two-keys"
    folder.mkdir()
    names = ("2026-11-02-signed", "2026-11-02-signed-2", "2026-11-02-signed-10", "2026-11-03-withdrawn")
    keys = [stranger.key(tmp_path / str(number)) for number in range(3)]
    for name, key in zip(names, (*keys, keys[2]), strict=True):
        path = folder / f"{name}.yml"
        line = f'public_key: "{key.with_suffix(".pub").read_text().strip()}"\n' if "signed" in name else ""
        path.write_text(f'event: "any"\n{line}')
        stranger.sign(key, path)
    paths = [f"commitment/signatories/two-keys/{name}.yml" for name in names]
    said = [who.step("key", path) for path in paths]
    assert all(one.startswith('Good "commitment-record-v1" signature for two-keys with ED25519 key') for one in said)
    assert ["This record brings in a new key." in one for one in said] == [False, True, True, False]
    (who.copy / f"{paths[3]}.sig").write_bytes((who.copy / f"{paths[0]}.sig").read_bytes())
    assert "Could not verify signature." in who.step("key", paths[3])


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5, 64, 65])
def test_the_root_of_any_number(repository: Path, tmp_path: Path, number: int) -> None:
    """No record, one, an odd number, and a power of two with one more."""
    who = stranger.clone(repository, tmp_path / "some")
    digests = {f"commitment/signatories/s-{n}/2026-01-01-signed.yml": f"{n:064x}" for n in range(number)}
    made = root_list.make({"commitment/versions/1.0.0.md": "0" * 64, **digests}, date(2026, 11, 22))
    (who.copy / "records.sha256").write_bytes(root_list.write(made))
    computed, published = who.step("root").splitlines()
    told = computed if number != 1 else computed.removesuffix("s")
    assert published == f"{told}, as at 2026-11-22"
