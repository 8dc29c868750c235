"""Chains of seals whose case is more than other files: another machine, a signature, a seal kept elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from accord.register.folder import read_folder
from accord.seals import chain
from accord.seals.chain import AGAIN
from tests.bad_inputs import NOTHING, Case
from tests.registers import KEYS, Register, path, sample, sha, signature, steward

FIRST = "commitment/seals/2026-05-29.sha256"
SHOP = "test-shop/2026-05-30-signed"
OVENBY = path("ovenby/2025-02-01-signed")
TEXT = "commitment/versions/1.1.0.md"
KEPT = f"# 2026-01-01 adds what counts\n{'0' * 64}  {path(SHOP)}\n{'0' * 64}  {TEXT}\n".encode()
SINCE = (
    f"{chain.FOLDER}2026-01-01.sha256:1: The seal that you kept is not in the chain. "
    "The register was started over: ask why.",
    f"{path(SHOP)}:1: Your seal lists this file, which no seal lists now. Compare it with your copy.",
    f"{TEXT}:1: Your seal lists this file with other bytes. Compare it with your copy.",
)
UNLISTED = (
    f"{path('yeast-works/2026-05-20-signed')}:1: No seal lists this file. "
    "It counts for nothing: take it out, and ask who put it there.",
)


def _case(
    name: str,
    change: Callable[[Register], object],
    *says: str,
    aside: tuple[str, ...] = (),
    where: Callable[[pytest.MonkeyPatch], object] = NOTHING,
) -> Case:
    """Return the case of a register that two offices sealed on 29 May, and that was then changed."""

    def apply(r: Register) -> None:
        change(r.name_stewards().seal("2026-05-29", "north", "south"))

    return Case("seals", name, apply, says, "register", aside=aside, where=where)


def _late(r: Register) -> None:
    r.put(f"{FIRST}.east.sig", signature(r.raw(FIRST), "east"))


def _kept(r: Register) -> None:
    """Show a seal that somebody kept to the chain. That is no part of the check."""
    assert _told(chain.since(read_folder(r.project()).chain, "2026-01-01.sha256", KEPT)) == SINCE


def _kept_on_windows(r: Register) -> None:
    """Show a seal that Windows saved again, with a mark at the front and its own line ends: no word of it changed."""
    followed, raw = read_folder(r.project()).chain, r.raw(FIRST)
    for kept in (raw.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raw):
        assert chain.since(followed, "2026-05-29 (1).sha256", kept) == []
    assert chain.since(followed, "2026-05-29.sha256", raw.replace(b"2026-05-29", b"2026-05-28"))


def _unlisted(r: Register) -> None:
    """Look at the sealed register as the program of the pack does, which holds nothing but what counts."""
    files = chain.Files(r.files, lambda at, most: None, lambda at: None)
    assert _told(chain._unlisted(files, read_folder(r.project()).chain)) == UNLISTED


def _told(faults: Iterable[chain.Fault]) -> tuple[str, ...]:
    return tuple(f"{fault.path}:{fault.line}: {fault.wrong} {fault.cure}" for fault in faults)


CASES = (
    _case(
        "a seal larger than any",
        lambda r: r,
        f"{FIRST}:1: The seal can't be read, or is too large. {AGAIN}",
        where=lambda patch: patch.setattr(chain, "LARGEST", 100),
    ),
    _case(
        "an ssh-keygen that is too old",
        lambda r: r,
        f"{chain.FOLDER}:1: {chain.TOO_OLD} {chain.NO_KEYGEN}",
        where=lambda patch: patch.setattr(chain, "verified", lambda *given: None),
    ),
    _case(
        "no ssh-keygen on the machine: the files are compared all the same",
        lambda r: r.edit("ovenby/2025-02-01-signed", "Bread", "bread"),
        f"{chain.FOLDER}:1: There is no ssh-keygen here, so no signature can be verified. {chain.NO_KEYGEN}",
        f"{OVENBY}:1: This file is not the one that {FIRST} lists: its bytes are others. {AGAIN}",
        where=lambda patch: patch.setattr("shutil.which", lambda name: None),
    ),
    _case(
        "an erasure that holds another digest",
        lambda r: r.erase("ovenby/2025-02-01-signed", digest=sha(b"")).seal("2026-05-31", "north", "south"),
        f"{OVENBY}.erased:1: What is left of an erased record does not hold the digest that the record had. "
        f"Write {sha(sample().raw(OVENBY))}.",
        f"{OVENBY}.erased:1: digest: No steward had confirmed the record that was erased. "
        "Delete this file: a claim is taken away without a trace.",
    ),
    Case(
        "seals",
        "a signature that came too late",
        lambda r: _late(
            r.name_stewards(*map(steward, KEYS))
            .seal("2026-05-29", "north", "south")
            .counts(SHOP)
            .seal("2026-05-31", "north")
        ),
        (
            f"{FIRST}.east.sig:1: commitment/seals/2026-05-31.sha256 does not list this signature. "
            "Take it away: it came too late.",
        ),
        "register",
    ),
    _case("a seal that somebody kept, of another register", _kept, aside=SINCE),
    _case("a seal that somebody kept and Windows saved again", _kept_on_windows),
    _case("a claim in a pack", _unlisted, aside=UNLISTED),
)
