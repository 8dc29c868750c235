"""`accord status` on the sample: exact lines, exit codes, and nothing that a terminal would obey."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from accord.cli import main
from tests import sealed, support

REGISTER = """\
The register as at 1 June 2026
Corner Shop      corner-shop      Succeeded by another on 1 February 2026             1.0.0 on 1 July 2025
Crumbshire       crumbshire       Signed, in force since 20 March 2025                1.0.0 on 10 March 2025
Market Bakery    market-bakery    Signed, in force since 9 August 2025                1.0.0 on 1 August 2025
Millbridge       millbridge       Inherits since 1 April 2026, has not signed itself
Night Bakery     night-bakery     Withdrawn on 31 December 2025                       1.0.0 on 5 January 2025
Ovenby           ovenby           Review due since 1 February 2026                    1.0.0 on 1 February 2025
rye-club         rye-club         Erased on 20 June 2025
The Old Oven     old-oven         Lapsed since 1 February 2026                        1.0.0 on 1 February 2024
Two Towns Trust  two-towns-trust  Signed, in force since 4 May 2026                   1.1.0 on 1 May 2026
Upper Mill       upper-mill       Succeeded by another on 1 April 2026                1.0.0 on 1 June 2025
10 signatories: 3 signed, 1 review due, 1 lapsed, 1 withdrawn, 2 succeeded, 1 erased, 1 inherits.
5 count: confirmed, and not ended.
1 record waits for a steward, and changes nothing yet.
2 of the 3 authorities of that day have signed.
"""
CRUMBSHIRE = """\
Crumbshire (crumbshire, local authority)
As at 1 June 2026: Signed, in force since 20 March 2025.
Review due on 2 March 2027; it lapses on 2 March 2028 without one.

10 March 2025: signed version 1.0.0.
  Office: Director of Ovens
  Decided on: 2025-03-04
  Decision: https://crumbshire.example.org/minutes?item=7#ovens
  Use of machine learning: exploring
  Statement: We sign because our eaters asked us to: "What is in it?"
  Page: https://crumbshire.example.org/bread
  Left out: Patience 1: Our night shift can't let rye dough rest until the new oven is there.
  Confirmed by a steward on 20 March 2025 (letter).
  As corrected later: role.

2 April 2025: corrected: role should have said: Director of Ovens
  Reason: The office was written down wrongly.
  Confirmed by a steward on 5 April 2025 (letter).

2 March 2026: reviewed version 1.1.0: 1 kept, 1 partly, 1 not yet.
  Office: Director of Ovens
  Use of machine learning: stopped
  Statement: We write this once a year.
  Warmth 1: kept
  Warmth 2: partly: The list hangs in four of our six shops.
  Patience 1: not yet: The new oven comes in July.
  Confirmed by a steward on 9 March 2026 (letter).
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sealed.sample(tmp_path_factory.mktemp("sealed"))


def _run(root: Path, slug: str | None = None) -> int:
    return main(["status", "--root", str(root), "--as-of", str(support.AS_OF), *([slug] if slug else [])])


@pytest.mark.parametrize(("slug", "said"), [(None, REGISTER), ("crumbshire", CRUMBSHIRE)])
def test_the_lines_are_these(slug: str | None, said: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The register, and one history."""
    assert _run(root, slug) == 0
    assert capsys.readouterr().out == said


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
