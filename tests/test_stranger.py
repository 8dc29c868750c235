"""The recipe of /commitment/verify/, run as it stands by somebody who has nothing of ours, on a sealed register."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from accord.seals import chain
from tests import sealed, stranger
from tests.sealed import SEALS, SHOP, S
from tests.stranger import STEPS, Stranger
from tests.world import World

FIRST, SECOND, NEWEST = (f"{SEALS}{day}.sha256" for day in ("2026-05-01", "2026-05-21", "2026-05-28"))
RECORD = f"{S}/crumbshire/2026-05-10-signed.yml"
CONFIRMED = f"{S}/crumbshire/2026-05-20-confirmed.yml"
CLAIM = f"{S}/ovenby/2026-05-25-signed.yml"
ERASED = f"{S}/corner-shop/2026-05-10-signed.yml"
TEXT = "commitment/versions/1.1.0.md"
ALL = "GOOD: every file on the seal is here, unchanged.\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a register with three seals. The newest confirms a shop, erases a record, and brings in a third office."""
    root = sealed.register(tmp_path_factory.mktemp("stranger") / "published")
    world = World(root)
    world.record("night-bakery", "2026-05-24", "signed", **SHOP)
    world.confirmed(f"{S}/night-bakery/2026-05-24-signed.yml", "2026-05-27")
    world.erased(ERASED)
    world.stewards(chain.STEWARDS, [["mill", "other", "", "20260529"]], more=True)
    assert sealed.seal(root, "harbour", "meadow", day="2026-05-28") == NEWEST
    return root


@pytest.fixture(params=["sh", "bash"])
def someone(request: pytest.FixtureRequest, published: Path, tmp_path: Path) -> Stranger:
    copy = Path(shutil.copytree(published, tmp_path / "copy", ignore=shutil.ignore_patterns(".git", "docs")))
    return Stranger(stranger.tools(tmp_path / "bin"), copy, str(request.param))


def told(who: Stranger, seal: str = NEWEST, record: str = RECORD, version: str = "1.1.0") -> dict[str, str]:
    return {name: who.step(name, record, version, seal) for name in STEPS}


def test_all_is_good(someone: Stranger) -> None:
    """Each step gives the answer that the page promises, for a record that counts."""
    kept = someone.copy / "kept"
    kept.mkdir()
    shutil.copy(someone.copy / SECOND, kept)
    said = told(someone)
    assert said["list"] == ALL
    rows = said["key"].splitlines()
    assert [re.sub(r"SHA256:\S{43}", "key", row) for row in rows] == [
        f"GOOD: {day}, signed by {by}." for day, by in (
            ("2026-05-01", "harbour (key) meadow (key)"), ("2026-05-21", "harbour (key)"),
            ("2026-05-28", "harbour (key) meadow (key)"))
    ]  # fmt: skip
    assert said["text"] == "GOOD: the record names exactly this text.\n"
    assert said["record"].startswith(f'GOOD: {CONFIRMED} confirms it:\ndate: "2026-05-20"\nmethod: "minute"\n')
    assert said["history"].splitlines() == [
        "GOOD: your seal kept/2026-05-21.sha256 is still one of the seals here.",
        f'ERASED: {ERASED}. ground: "A request"',
        f"CHANGED under a newer seal: {chain.STEWARDS}",
    ]


@pytest.mark.parametrize("someone", ["sh"], indirect=True)
def test_what_does_not_count_is_said(someone: Stranger) -> None:
    """A claim is one; a confirmation names no text; another version is not the record's."""
    assert someone.step("record", CLAIM, "1.1.0", NEWEST) == (
        "BAD: nothing on the seal confirms this record. It is a claim, and does not count.\n"
    )
    assert someone.step("text", CONFIRMED, "1.1.0", NEWEST).startswith("This record names no text.")
    assert someone.step("text", RECORD, "1.0.0", NEWEST).startswith("BAD: the record names another text")
    assert someone.step("history", RECORD, "1.1.0", NEWEST).startswith("Put the seal that you kept")


Step = dict[str, Any]
# What a forger does who has no steward's key: a key of their own is named, and a seal made by it.
STRANGERS = {"stewards": chain.STEWARDS, "rows": [["harbour", "stranger"], ["meadow", "other"]]}
BY_STRANGERS = ["harbour stranger", "meadow other"]
CHANGED, GONE = "{}: FAILED\n", "{}: FAILED open or read\n"
NOT_THIS, IS_GONE = "{}:1: This file is not the one", "{}:1: {} lists this file, and it is gone."
OTHER_KEYS = f"{SEALS}2026-05-30.sha256"
NOT_GOOD = f"{NEWEST}.harbour.sig:1: This is no good signature"


def swapped(path: str, old: str, new: str) -> Step:
    return {"file": path, "find": old, "put": new, "every": True}


def _other(path: str, old: str, new: str) -> tuple[Step, str, str, str]:
    return swapped(path, old, new), "list", CHANGED.format(path), NOT_THIS.format(path)


def _gone(path: str) -> tuple[Step, str, str, str]:
    return {"drop": path}, "list", GONE.format(path), IS_GONE.format(path, NEWEST)


# Changes that somebody could hide: the step that tells, a piece of what it says, and what the pack's own program says.
HIDDEN: dict[str, tuple[Any, str, str, str]] = {
    "a text": _other(TEXT, "Bakers", "Bankers"),
    "a description": _other("commitment/versions/1.1.0.yml", "small", "large"),
    "a record": _other(RECORD, "Ovens", "Doors"),
    "a record that is gone": _gone(RECORD),
    "a confirmation that is gone": _gone(CONFIRMED),
    "a seal that is gone": ({"drop": FIRST}, "list", GONE.format(FIRST),
                            f"{SECOND}:1: The first seal lists another seal"),
    "a seal": (swapped(NEWEST, "adds", "adds also"), "key",
               "BAD: 2026-05-28 needs the signatures of 2 offices, and has: none.", NOT_GOOD),
    "a signature": ({"copy": f"{FIRST}.harbour.sig", "to": f"{NEWEST}.harbour.sig"}, "key",
                    "BAD: 2026-05-28 needs the signatures of 2 offices, and has: meadow", NOT_GOOD),
    "the stewards": _other(chain.STEWARDS, "20250101", "20240101"),
    "the authorities": _other(chain.AUTHORITIES, "Crumbshire", "Kent"),
    "an earlier seal's list of keys": (
        swapped(f"{SEALS}2026-05-01.stewards", "20250101", "20240101"), "list",
        CHANGED.format(f"{SEALS}2026-05-01.stewards"), f"{SEALS}2026-05-28.stewards:1: A key of harbour is gone"),
    "an earlier signature": ({"drop": f"{SECOND}.harbour.sig"}, "list", GONE.format(f"{SECOND}.harbour.sig"),
                             f"{SECOND}:1: The seal is signed by 0 offices, and needs one."),
    "keys of one's own": ([STRANGERS, {"sealed": "2026-05-30", "by": BY_STRANGERS}], "key",
                          "BAD: 2026-05-30 needs the signatures of 2 offices, and has: none.",
                          f"{OTHER_KEYS}:1: The seal is signed by 0 offices, and needs two."),
    "the newest seal, so that an older one is": ({"drop": NEWEST}, "key", f"BAD: {NEWEST} is not the newest seal.",
                                                 IS_GONE.format(ERASED, SECOND)),
}  # fmt: skip


@pytest.mark.parametrize("someone", ["sh"], indirect=True)
@pytest.mark.parametrize("name", HIDDEN)
def test_each_hidden_change_is_named(someone: Stranger, name: str) -> None:
    """The recipe alone names it, with sha256sum and ssh-keygen; and so does the program, which follows the chain."""
    change, step, words, fault = HIDDEN[name]
    World(someone.copy).does(change)
    newest = OTHER_KEYS if (someone.copy / OTHER_KEYS).exists() else NEWEST
    said = told(someone, newest)
    assert words in said[step], said
    assert "BAD" in said[step]
    found = chain.follow(chain.folder(someone.copy)).faults
    assert any(f"{each.path}:{each.line}: {each.wrong}".startswith(fault) for each in found), found


@pytest.mark.parametrize("someone", ["sh"], indirect=True)
def test_a_register_that_was_started_over_is_shown_by_a_seal_that_was_kept(someone: Stranger) -> None:
    """Steps 1 to 4 find such a register good, as the page says. The seal that somebody kept does not fit it."""
    shutil.copytree(someone.copy / "commitment" / "seals", someone.copy / "kept")
    for old in (someone.copy / "commitment" / "seals").iterdir():
        old.unlink()
    (someone.copy / CONFIRMED).unlink()
    World(someone.copy).does([STRANGERS, {"sealed": "2026-05-28", "by": BY_STRANGERS}])
    said = told(someone)
    assert said["list"] == ALL
    assert "BAD" not in said["key"]
    assert "BAD: your seal kept/2026-05-28.sha256 is not one of the seals here.\n" in said["history"]
    assert f"BAD: {NEWEST} does not list {CONFIRMED} as your seal does.\n" in said["history"]
