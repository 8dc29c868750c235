"""The Merkle root of RFC 6962, against a second reading of its definition, and the proofs of every line."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.verify import merkle

LEAVES = st.lists(st.binary(max_size=8), max_size=40)
# The test vectors of the Certificate Transparency project (leaves of its reference tree, root over 0 to 8 of them).
VECTORS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive(lines: list[bytes]) -> bytes:
    """Return MTH(D[n]) word for word as RFC 6962, section 2.1, defines it."""
    if not lines:
        return hashlib.sha256(b"").digest()
    if len(lines) == 1:
        return hashlib.sha256(b"\0" + lines[0]).digest()
    split = 1
    while split * 2 < len(lines):
        split *= 2
    return hashlib.sha256(b"\1" + naive(lines[:split]) + naive(lines[split:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_published_vectors(size: int) -> None:
    assert merkle.root([bytes.fromhex(text) for text in VECTORS[:size]]).hex() == ROOTS[size]


@given(LEAVES)
def test_the_root_is_that_of_the_definition(lines: list[bytes]) -> None:
    assert merkle.root(lines) == naive(lines)


@pytest.mark.parametrize("size", range(1, 34))
def test_every_line_has_a_proof_and_no_other_line_has_it(size: int) -> None:
    """For every size and place: the proof holds, and nothing near it does."""
    lines = [b"%d" % number for number in range(size)]
    root = merkle.root(lines)
    for at, line in enumerate(lines):
        path = merkle.proof(lines, at)
        assert merkle.proves(path, line, at, size, root)
        assert not merkle.proves(path, line + b"x", at, size, root)
        assert not merkle.proves([*path, root], line, at, size, root)
        assert not merkle.proves(path[:-1], line, at, size, root) or size == 1
        assert not merkle.proves(path, line, (at + 1) % size, size, root) or size == 1
        assert not merkle.proves(path, line, at, size, b"\0" * 32)
    assert not merkle.proves([], b"0", -1, size, root)
    assert not merkle.proves([], b"0", size, size, root)


@given(LEAVES, st.data())
def test_any_change_changes_the_root(lines: list[bytes], data: st.DataObject) -> None:
    """A line more, less, other or elsewhere is another root."""
    other = data.draw(LEAVES)
    assert (merkle.root(lines) == merkle.root(other)) == (lines == other)


def test_a_node_is_no_leaf() -> None:
    """The prefixes keep two lines from being passed off as one."""
    pair = merkle.leaf(b"a") + merkle.leaf(b"b")
    assert merkle.root([b"a", b"b"]) != merkle.root([pair])
