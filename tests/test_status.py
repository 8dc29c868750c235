"""`accord status` on the sample: exact lines, exit codes, and nothing that a terminal would obey."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from accord.commands import status
from accord.model.record_fields import fields
from accord.model.records import EVENTS
from tests import support

REGISTER = """\
The register as at 1 June 2026
Corner Shop             corner-shop      Succeeded by another on 1 February 2026             1.0.0 on 1 July 2025
Crumbshire Council      crumbshire       Signed, in force since 20 March 2025                1.0.0 on 10 March 2025
Market Bakery           market-bakery    Signed, in force since 9 August 2025                1.0.0 on 1 August 2025
Millbridge              millbridge       Inherits since 1 April 2026, has not signed itself
Night Bakery            night-bakery     Withdrawn on 31 December 2025                       1.0.0 on 5 January 2025
Ovenby Borough Council  ovenby           Review due since 1 February 2026                    1.0.0 on 1 February 2025
rye-club                rye-club         Erased on 20 June 2025
The Old Oven            old-oven         Lapsed since 1 February 2026                        1.0.0 on 1 February 2024
Two Towns Trust         two-towns-trust  Signed, in force since 4 May 2026                   1.1.0 on 1 May 2026
Upper Mill Council      upper-mill       Succeeded by another on 1 April 2026                1.0.0 on 1 June 2025
Yeast Works Ltd         yeast-works      Claimed on 20 May 2026, not confirmed, not counted  1.1.0 on 20 May 2026
11 signatories: 1 claimed, 3 signed, 1 review due, 1 lapsed, 1 withdrawn, 2 succeeded, 1 erased, 1 inherits.
5 count: confirmed, and not ended.
2 of the 3 authorities of that day have signed.
"""
CRUMBSHIRE = """\
Crumbshire Council (crumbshire, local authority)
As at 1 June 2026: Signed, in force since 20 March 2025.
Review due on 2 March 2027; it lapses on 2 March 2028 without one.

10 March 2025: signed version 1.0.0.
  Office: Head of Ovens
  Decided on: 2025-03-04
  Decision: https://crumbshire.example.org/minutes/2025-03-04?item=7#ovens
  Use of machine learning: exploring
  Statement: We sign because our eaters asked us to: "What is in it?"
  Page: https://crumbshire.example.org/bread
  Set apart: Patience 1: Our night shift can't let rye dough rest until the new oven is there.
  As corrected later: organisation.

20 March 2025: confirmed by a steward (minute).
  Checked at: https://www.example.org/minutes

2 April 2025: corrected: organisation should have said: Crumbshire Council
  Reason: A letter was missing in our own name.

2 March 2026: reviewed version 1.1.0: 1 kept, 1 partly, 1 not yet.
  Office: Head of Ovens
  Use of machine learning: stopped
  Statement: We write this once a year.
  Warmth 1: kept
  Warmth 2: partly: The list hangs in four of our six shops. The other two have theirs by May.
  Patience 1: not yet: The new oven comes in July.
"""


def _run(root: Path, slug: str | None = None) -> int:
    return status.run(argparse.Namespace(root=root, as_of=support.AS_OF, slug=slug))


@pytest.mark.parametrize(("slug", "said"), [(None, REGISTER), ("crumbshire", CRUMBSHIRE)])
def test_the_lines_are_these(slug: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The register, and one history."""
    assert _run(support.sample(tmp_path), slug) == 0
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    ("slug", "line"),
    [
        ("millbridge", "Promises come to it from upper-mill."),
        ("corner-shop", "Its promises go to market-bakery."),
        ("corner-shop", "1 February 2026: succeeded by market-bakery."),
        ("rye-club", "5 May 2025: a record (signed) that was erased on 20 June 2025."),
        ("night-bakery", "31 December 2025: withdrew."),
        ("yeast-works", "  Statement: <b>Best yeast</b> & {{ more }}, says every café from Åby to Łódź."),
    ],
)
def test_a_history_says(slug: str, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Succession, erasure and withdrawal are told, and a statement is shown as typed."""
    assert _run(support.sample(tmp_path), slug) == 0
    assert line in capsys.readouterr().out.splitlines()


def test_an_unknown_name_gets_a_guess(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Called wrongly: 2, and on the other stream."""
    assert _run(support.sample(tmp_path), "crumshire\x1b[31m") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        'accord status: Nobody is in the register as "crumshire\\u001b[31m" on 1 June 2026. '
        'Did you mean "crumbshire"?\n'
    )


def test_a_broken_register_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A register with a record that can't be read would count wrongly: the problem is shown instead."""
    root = support.sample(tmp_path)
    support.write(root, "commitment/signatories/ovenby/2025-02-01-signed.yml", "event: signed\n")
    assert _run(root) == 1
    assert capsys.readouterr().out.splitlines() == [
        "commitment/signatories/ovenby/2025-02-01-signed.yml:1: The value is not in double quotes. "
        "Put the whole value in double quotes."
    ]


def test_an_empty_register_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the first record there is nobody, and no count is invented."""
    root = support.sample(tmp_path)
    namespace = argparse.Namespace(root=root, as_of=support.AS_OF.replace(year=2023), slug=None)
    assert status.run(namespace) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The register as at 1 June 2023",
        "Nobody is in the register on that day.",
        "0 of the 4 authorities of that day have signed.",
    ]


def test_every_event_has_its_fields_in_one_order() -> None:
    """The fields of each event begin alike, and those of a clause stand together."""
    for event in EVENTS:
        assert [spec.name for spec in fields(event)][:3] == ["event", "signatory", "date"]
    names = [spec.name for spec in fields("reviewed", ("warmth-1", "warmth-2"))]
    assert names[6:13] == [
        "use_of_ml",
        "warmth-1",
        "warmth-1_why",
        "warmth-1_evidence",
        "warmth-2",
        "warmth-2_why",
        "warmth-2_evidence",
    ]
