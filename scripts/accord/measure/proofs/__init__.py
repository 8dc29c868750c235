"""Every proof of `accord prove`, one concern a module. Each is tried for real, on copies of the project."""

from __future__ import annotations

from collections.abc import Iterator

from accord.measure.proof import Proof
from accord.measure.proofs import (
    commands,
    epubs,
    full,
    lighthouse,
    same,
    stopping,
    tested,
    validity,
    visiting,
    workflows,
)
from accord.measure.proofs.ground import Ground

PARTS = (same, stopping, commands, full, visiting, lighthouse, validity, epubs, workflows, tested)


def every(ground: Ground) -> Iterator[Proof]:
    """Yield the proofs in the order of the page that shows them."""
    for part in PARTS:
        yield from part.proofs(ground)


__all__ = ["Ground", "every"]
