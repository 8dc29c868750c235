"""The Merkle tree of RFC 6962 (section 2.1): one digest over many lines, and short proofs that a line is among them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf(line: bytes) -> bytes:
    """Return the hash of a leaf. Its prefix keeps a leaf from being taken for a node."""
    return hashlib.sha256(b"\0" + line).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def root(lines: Sequence[bytes]) -> bytes:
    """Return the root over lines in their order; over none, the SHA-256 of nothing."""
    level = [leaf(line) for line in lines]
    while len(level) > 1:
        pairs = [node(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = [*pairs, *level[2 * len(pairs) :]]  # one left over rises as it is, which is RFC 6962's split
    return level[0] if level else hashlib.sha256(b"").digest()


def proof(lines: Sequence[bytes], at: int) -> list[bytes]:
    """Return the audit path of the line at an index (0 the first), from the leaf up."""
    level, found = [leaf(line) for line in lines], []
    while len(level) > 1:
        if at ^ 1 < len(level):
            found.append(level[at ^ 1])
        pairs = [node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = [*pairs, *level[2 * len(pairs) :]]
        at //= 2
    return found


def proves(path: Sequence[bytes], line: bytes, at: int, size: int, claimed: bytes) -> bool:
    """Say whether an audit path shows that a line stands at an index among `size` lines with the claimed root."""
    if not 0 <= at < size:
        return False
    rest, made, last = list(path), leaf(line), size - 1
    while last:
        if at % 2 or at < last:
            if not rest:
                return False
            sibling = rest.pop(0)
            made = node(sibling, made) if at % 2 else node(made, sibling)
        at, last = at // 2, last // 2
    return not rest and made == claimed
