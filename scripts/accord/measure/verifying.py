"""Reading and verifying signed records against the bare arithmetic: SHA-256 and Ed25519 over the same bytes."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from accord.measure import many
from accord.measure.holder import Holder
from accord.model.commitment import Version
from accord.read import commitment
from accord.verify import keys, trust

GOAL = 2.0  # design: verification within twice the machine's own rate
A_SIGNATORY = 3  # records, of which two are signed


def pairs(work: Path, version: Version, signatories: int, runs: int) -> list[tuple[float, float]]:
    """Return the processor seconds of reading and verifying, and of the bare arithmetic, run in turn.

    A first pair, which warms the disk's cache and our own, is left out.

    Raises:
        RuntimeError: a signature was not found good.
    """
    many.write(work, version, signatories, keyed=1)
    checks = _arithmetic(work)
    found = [(_seconds(partial(whole, work, signatories)), _seconds(partial(_bare, checks))) for _ in range(runs + 1)]
    return found[1:]


def whole(work: Path, signatories: int) -> None:
    """Read and verify a register of which every signatory signs with a key.

    Raises:
        RuntimeError: a signature was not found good; what does not verify measures nothing.
    """
    keys.read.cache_clear()
    folder, _ = commitment.load(work, {})
    judged = list(trust.everyone(folder, [file.record for file in folder.records if file.record]))
    if sum(each.key is not None for each in judged) != 2 * signatories or len(judged) != A_SIGNATORY * signatories:
        raise RuntimeError("A made-up signature was not found good.")


def _arithmetic(work: Path) -> list[tuple[bytes, Callable[[], None] | None]]:
    """Return the bytes of each record, and the verification of its signature where it has one."""
    found: list[tuple[bytes, Callable[[], None] | None]] = []
    for path in sorted((work / "commitment" / "signatories").rglob("*.yml")):
        raw = path.read_bytes()
        holder = Holder(path.parent.name)
        check = None
        if path.with_name(f"{path.name}.sig").exists():
            check = partial(holder.private.public_key().verify, *holder.value(raw))
        found.append((raw, check))
    return found


def _bare(checks: list[tuple[bytes, Callable[[], None] | None]]) -> None:
    for raw, check in checks:
        hashlib.sha256(raw).digest()
        if check:
            check()


def _seconds(run: Callable[[], None]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before
