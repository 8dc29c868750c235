"""`accord status` on the sample: exact lines, exit codes, and nothing that a terminal would obey."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from accord.cli import main
from tests import sealed, support

SAID = support.table("status")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sealed.sample(tmp_path_factory.mktemp("sealed"))


def _run(root: Path, slug: str | None = None) -> int:
    return main(["status", "--root", str(root), "--as-of", str(support.AS_OF), *([slug] if slug else [])])


def test_the_lines_are_these(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The register, and one history."""
    for slug in (None, "crumbshire"):
        assert _run(root, slug) == 0
        assert capsys.readouterr().out == SAID[slug or "register"]


def test_a_history_tells_succession_erasure_and_withdrawal(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for slug, line in (
        ("millbridge", "It takes over promises from upper-mill."),
        ("corner-shop", "Its promises go to market-bakery."),
        ("corner-shop", "1 February 2026: succeeded by market-bakery."),
        ("rye-club", "5 May 2025: a record (signed) that was erased on 20 June 2025."),
        ("night-bakery", "31 December 2025: withdrew."),
    ):
        assert _run(root, slug) == 0
        assert line in capsys.readouterr().out.splitlines()


def test_an_unknown_name_gets_a_guess(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Called wrongly: 2, and on the other stream."""
    assert _run(root, "crumshire\x1b[31m") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        'accord status: Nobody is in the register as "crumshire\\u001b[31m" on 1 June 2026. '
        'Did you mean "crumbshire"?\n'
    )


def test_a_broken_register_is_not_told(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A register in which one byte of what was sealed has changed would count wrongly: the problem is shown instead."""
    shutil.copytree(root, tmp_path, dirs_exist_ok=True)
    path = "commitment/signatories/ovenby/2025-02-01-signed.yml"
    support.write(tmp_path, path, (tmp_path / path).read_text(encoding="utf-8").replace("Bread", "bread"))
    assert _run(tmp_path) == 1
    told = capsys.readouterr()
    assert f"{path}:1: This file is not the one that commitment/seals/2026-05-30.sha256 lists" in told.out
    assert told.out.endswith("The register can't be told while these are there.\n")


def test_a_register_without_a_seal_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the first seal there is nobody, whatever lies there, and no count is invented."""
    assert _run(support.sample(tmp_path)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The register as at 1 June 2026",
        "Nobody is on the register on that day.",
        "2 records wait for a steward, and change nothing yet.",
        "0 of the 3 authorities of that day have signed.",
    ]
