"""Verifying signed records against the bare arithmetic, SHA-256 and Ed25519 over the same bytes; reading counts apart.

What is read is every record and signature, strictly; what is verified is each key, each signature and its place.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from accord.measure import many
from accord.measure.holder import Holder
from accord.model.commitment import Version
from accord.read import commitment
from accord.verify import keys, trust

GOAL = 2.0  # design: verification within twice the machine's own rate
T = TypeVar("T")
A_SIGNATORY = 3  # records, of which two are signed


@dataclass(frozen=True, slots=True)
class Taken:
    """Processor seconds of one run: reading, verifying what was read, and the bare arithmetic."""

    reading: float
    verifying: float
    bare: float


def runs(work: Path, version: Version, signatories: int, number: int) -> list[Taken]:
    """Return what each of `number` runs took.

    A first pair, which warms the disk's cache and our own, is left out.

    Raises:
        RuntimeError: a signature was not found good.
    """
    many.write(work, version, signatories, keyed=1)
    checks = _arithmetic(work)
    return [_run(work, signatories, checks) for _ in range(number + 1)][1:]


def _run(work: Path, signatories: int, checks: list[tuple[bytes, Callable[[], None] | None]]) -> Taken:
    keys.read.cache_clear()
    read, (folder, _) = _seconds(partial(commitment.load, work, {}))
    verified, _ = _seconds(partial(verify, folder, signatories))
    bare, _ = _seconds(partial(_bare, checks))
    return Taken(read, verified, bare)


def verify(folder: commitment.Folder, signatories: int) -> None:
    """Verify a register of which every signatory signs with a key.

    Raises:
        RuntimeError: a signature was not found good; what does not verify measures nothing.
    """
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


def _seconds(run: Callable[[], T]) -> tuple[float, T]:
    before = time.process_time()
    made = run()
    return time.process_time() - before, made
