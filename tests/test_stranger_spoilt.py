"""One changed byte anywhere is found and named: by the page's recipe with nothing of ours, and by `accord verify`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.cli import main
from tests import stranger
from tests.stranger import Stranger
from tests.test_stranger import ALDERWICK, DEMO, ERASED, RECORDS, SIGNED

VERSIONS = sorted(path.relative_to(DEMO.parent).as_posix() for path in DEMO.glob("versions/*"))
LISTED = (*VERSIONS, *RECORDS)
PLACES = (0.0, 0.3, 0.7, 1.0)  # of a file's length
LIST = "records.sha256"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the list that `accord verify --list` writes: the same as the site's."""
    root = stranger.published(tmp_path_factory.mktemp("spoilt") / "published")
    assert main(["verify", "--root", str(root), "--as-of", "2026-11-22", "--list", str(root / LIST)]) == 0
    return root


@pytest.fixture(scope="module")
def someone(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Stranger:
    who = stranger.clone(published, tmp_path_factory.mktemp("spoilt") / "someone")
    (who.copy / LIST).write_bytes((published / LIST).read_bytes())
    return who


def flipped(raw: bytes, place: int, bit: int = 1) -> bytes:
    return raw[:place] + bytes([raw[place] ^ bit]) + raw[place + 1 :]


def spoilt(path: Path, where: float | int, ask: Callable[[], str], bit: int = 1) -> str:
    """Return an answer that is given while one byte of a file is another."""
    raw = path.read_bytes()
    place = where if isinstance(where, int) else round(where * (len(raw) - 1))
    path.write_bytes(flipped(raw, place, bit))
    try:
        return ask()
    finally:
        path.write_bytes(raw)


@pytest.mark.parametrize("name", LISTED)
def test_the_recipe_names_a_changed_text_or_record(someone: Stranger, name: str) -> None:
    for where in PLACES:
        said = spoilt(someone.copy / name, where, lambda: someone.step("list"))
        failed = {row.partition(":")[0] for row in said.splitlines() if row.endswith("FAILED")}
        assert failed == {name}
        assert "Good" not in said


def test_the_recipe_names_a_changed_text_beside_the_record(someone: Stranger) -> None:
    """Without any list: the text no longer is the one that the record names."""
    for where in PLACES:
        record = f"{ALDERWICK}/2023-10-02-signed.yml"
        said = spoilt(someone.copy / "commitment/versions/1.0.0.md", where, lambda: someone.step("text", record))  # noqa: B023
        assert "BAD: the record names another text than commitment/versions/1.0.0.md." in said


@pytest.mark.parametrize("name", SIGNED)
def test_the_recipe_names_a_changed_signature(someone: Stranger, name: str) -> None:
    """In the signature, and in what it signs. OpenSSH itself does not mind what stands after the last line, or another
    white space in place of a line end: those are left to git's history, and to our program."""
    raw = (someone.copy / f"{name}.sig").read_bytes()
    for place in range(0, len(raw) - 1, 17):
        if raw[place] != ord("\n"):
            said = spoilt(someone.copy / f"{name}.sig", place, lambda: someone.step("key", name))
            assert said.endswith("Could not verify signature.\n")
    for where in PLACES:
        assert "Could not verify signature." in spoilt(someone.copy / name, where, lambda: someone.step("key", name))


def test_the_recipe_names_what_is_left_of_an_erased_record(someone: Stranger) -> None:
    left = someone.copy / f"{ERASED}.erased"
    for place in (0, 9, 30, 80):  # in the line of the digest
        said = spoilt(left, place, lambda: someone.step("list"))
        assert f"BAD: the list does not have the digest of {ERASED}.erased." in said


def wrong_list(someone: Stranger) -> str:
    """Return what the recipe says of the list, or nothing where it is the same as that of the published list."""
    root = someone.step("root")
    computed, _, published = root.removesuffix("\n").partition("\n")
    agrees = re.sub(", as at 2026-11-[0-3][0-9]$", "", published) == computed
    known = {f"{ERASED}: FAILED open or read", f"Erased, with the digest of the list: {ERASED}"}
    told = [row for row in someone.step("list").splitlines() if row not in known]
    news = [row for row in told if row.startswith("BAD") or row.endswith(("FAILED", "FAILED open or read"))]
    return "\n".join([*news, *([] if agrees else [root])])


@pytest.mark.parametrize("line", [0, 1, 30, 44])
def test_the_recipe_finds_a_changed_list(someone: Stranger, line: int) -> None:
    """A digit, a capital digit, a space, a path, a line end. But for the day at the end of the first line, which
    nothing proves, and the page says so."""
    rows = (someone.copy / LIST).read_bytes().splitlines(keepends=True)
    start, row = sum(map(len, rows[:line])), rows[line]
    end = len(row) - 1
    letter = next(place for place in range(14, 64) if row[place] in b"abcdef")
    bits = [(0, 1), (14, 1), (letter, 32), (63, 1), (64, 1), (64, 32), (65, 1), (65, 32), (70, 1), (end - 12, 1)]
    assert wrong_list(someone) == ""
    for place, bit in [*bits, *([(end - 1, 1), (end, 1), (end, 32)] if line else ())]:
        assert spoilt(someone.copy / LIST, start + place, lambda: wrong_list(someone), bit), (line, place, bit)
    assert "Nothing proves the day at the end" in stranger.PAGE.read_text(encoding="utf-8")


def test_the_recipe_finds_a_line_left_out(someone: Stranger) -> None:
    """A record's line; that of a version is found by step 1, or in an older list."""
    path = someone.copy / LIST
    raw = path.read_bytes()
    rows = raw.splitlines(keepends=True)
    path.write_bytes(b"".join(rows[:-1]))
    assert " over 35 records\n# root sha256:" in wrong_list(someone)
    path.write_bytes(raw)


def verified(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["verify", "--root", str(root), "--as-of", "2026-11-22", "--since", str(root / LIST)]) == 1
    return capsys.readouterr().out


@pytest.mark.parametrize("where", PLACES)
def test_our_program_names_each(published: Path, where: float, capsys: pytest.CaptureFixture[str]) -> None:
    """All at once, to save time: each text, version and record is named."""
    whole = {name: (published / name).read_bytes() for name in LISTED}
    for name, raw in whole.items():
        (published / name).write_bytes(flipped(raw, round(where * (len(raw) - 1))))
    said = verified(published, capsys)
    for name, raw in whole.items():
        (published / name).write_bytes(raw)
        assert re.search(f"(?m)^{re.escape(name)}:1: It was in the list of 2026-11-22 as sha256:.* changed", said), name


@pytest.mark.parametrize("name", [SIGNED[0], "commitment/versions/1.1.0.md", "commitment/versions/1.1.0.yml",
                                  f"{ALDERWICK}/2025-07-20-confirmed.yml"])  # fmt: skip
def test_our_program_names_only_what_changed(published: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One byte in the middle of one file: no other file is said to have changed."""
    said = spoilt(published / name, 0.5, lambda: verified(published, capsys))
    assert {row.partition(":")[0] for row in said.splitlines() if " its bytes have changed" in row} == {name}


@pytest.mark.parametrize("where", PLACES)
def test_our_program_names_a_signature(published: Path, where: float, capsys: pytest.CaptureFixture[str]) -> None:
    """Any byte of it, line ends too."""
    whole = {f"{name}.sig": (published / f"{name}.sig").read_bytes() for name in SIGNED}
    for name, raw in whole.items():
        (published / name).write_bytes(flipped(raw, round(where * (len(raw) - 1))))
    said = verified(published, capsys)
    for name, raw in whole.items():
        (published / name).write_bytes(raw)
        assert f"{name}:" in said


def test_our_program_names_an_erasure_and_a_list(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = spoilt(published / f"{ERASED}.erased", 30, lambda: verified(published, capsys))
    assert f"{ERASED}.erased:1: digest: It was in the list of 2026-11-22" in said
    size = (published / LIST).stat().st_size
    for place in (0, 9, 60, 150, size // 2, size - 1):
        for bit in (1, 32):
            said = spoilt(published / LIST, place, lambda: verified(published, capsys), bit)
            # What the root does not bind is the line of a version: then the version is said to differ.
            assert f"{LIST}:" in said or "commitment/versions/1.0.0.md:1: It was in the list" in said, (place, bit)


def test_history_names_each(published: Path, tmp_path: Path) -> None:
    """Once such a change is committed, git names every file, a .sig and what is left of an erased record too."""
    every = [*LISTED, *(f"{name}.sig" for name in SIGNED), f"{ERASED}.erased"]
    who = stranger.clone(published, tmp_path / "history")
    for name in every:
        raw = (who.copy / name).read_bytes()
        (who.copy / name).write_bytes(flipped(raw, len(raw) - 1))
    stranger.commit(who.copy)
    gone = f"{ALDERWICK}/2024-10-01-reviewed.yml"
    (who.copy / gone).rename(who.copy / f"{gone}.erased")
    stranger.commit(who.copy)
    (who.copy / f"{gone}.erased").rename(who.copy / gone)
    for name in every:  # and a change that is taken back stays in the history
        (who.copy / name).write_bytes((published / name).read_bytes())
    stranger.commit(who.copy)
    said = who.step("history").splitlines()
    assert {row.removeprefix("M\t") for row in said if row.startswith("M\t")} == set(every)
    assert f"D\t{gone}" in said
