"""Plain-Python signatures: the standard's own vectors, every trap, and the same answers as `cryptography` gives."""

from __future__ import annotations

import hashlib
import random

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.pack.verifier import ed25519, p256, sshsig
from accord.pack.verifier.said import Bad
from accord.verify import keys, points
from tests.ssh import Holder, armoured, says, unarmoured
from tests.test_verify_keys import TABLE
from tests.test_verify_sshsig import BLOCKS, HOLDERS, MESSAGE, holder_of

# RFC 8032, section 7.1: TEST 1, TEST 2, TEST 3 and TEST SHA(abc).
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
        "655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee"
        "b00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d"
        "c027beceea1ec40a",
    ),
    (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e"
        "2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17a"
        "d9bef1177331a704",
    ),
]
P, L = ed25519.PRIME, ed25519.ORDER


def by_library(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def times(number: int, spot: ed25519.Spot) -> ed25519.Spot:
    made = ed25519.NOWHERE
    for bit in bin(number)[2:]:
        made = ed25519.plus(made, made)
        made = ed25519.plus(made, spot) if bit == "1" else made
    return made


def torsion() -> list[ed25519.Spot]:
    """Return the eight weak points: what is left of any point when the base point's order is taken out."""
    for y in range(2, 99):
        spot = ed25519.point_of(y.to_bytes(32, "little"))
        if spot and ed25519.bytes_of(times(4, eighth := times(L, spot))) != ed25519.bytes_of(ed25519.NOWHERE):
            return [times(n, eighth) for n in range(8)]
    raise AssertionError


WEAK = torsion()
# Every way of writing a weak point, canonical or not, with either sign.
WEAK_BYTES = sorted(
    {
        (y | sign << 255).to_bytes(32, "little")
        for spot in WEAK
        for y0 in [int.from_bytes(ed25519.bytes_of(spot), "little") & ((1 << 255) - 1)]
        for y in ([y0, y0 + P] if y0 + P < 1 << 255 else [y0])
        for sign in (0, 1)
    }
)


@pytest.mark.parametrize(("public", "message", "signature"), VECTORS)
def test_the_standards_vectors(public: str, message: str, signature: str) -> None:
    """Good as they are, and bad with any byte of the signature or the message changed."""
    key, words, value = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    assert ed25519.ed25519_good(key, words, value)
    assert by_library(key, words, value)
    assert not ed25519.ed25519_good(key, words + b"\0", value)
    for at in range(0, 64, 5):
        assert not ed25519.ed25519_good(key, words, value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :])


def test_weak_keys_are_none() -> None:
    """With S of nought and a weak R, a weak key signs any message for the library. For us it never signs."""
    fooled = 0
    for public in WEAK_BYTES:
        assert not points.sound(public)
        for r in WEAK_BYTES:
            for message in (b"a", b"b"):
                assert not ed25519.ed25519_good(public, message, r + bytes(32))
                fooled += by_library(public, message, r + bytes(32))
    assert fooled > 0  # the trap is real


def test_another_s_is_no_second_signature() -> None:
    """S and S + L are the same to the equation, and the second is refused, as by the library."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, value = private.public_key().public_bytes_raw(), private.sign(b"x")
    for more in (L, 2 * L, 7 * L):
        s = int.from_bytes(value[32:], "little") + more
        if s < 1 << 256:
            again = value[:32] + s.to_bytes(32, "little")
            assert not ed25519.ed25519_good(public, b"x", again)
            assert not by_library(public, b"x", again)


def test_a_key_with_a_weak_part_is_judged_as_the_library_does() -> None:
    """Key and R each with any weak point added: good for both or for neither, and one in eight is good."""
    dice, good = random.Random(8032), 0
    for turn in range(64):
        a, r = dice.randrange(1, L), dice.randrange(1, L)
        key = ed25519.plus(times(a, ed25519.BASE), WEAK[turn % 8])
        public = ed25519.bytes_of(key)
        for message in (b"1", b"2", b"3"):
            first = ed25519.bytes_of(ed25519.plus(times(r, ed25519.BASE), WEAK[turn // 8]))
            h = int.from_bytes(hashlib.sha512(first + public + message).digest(), "little") % L
            value = first + ((r + h * a) % L).to_bytes(32, "little")
            ours = ed25519.ed25519_good(public, message, value)
            assert ours == by_library(public, message, value)
            good += ours
    assert 0 < good < 64


def test_r_in_another_form_is_refused() -> None:
    """R is compared as bytes: a weak R with S of h·a is good in one form only, for us and for the library."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public = private.public_key().public_bytes_raw()
    secret = hashlib.sha512(bytes(range(32))).digest()[:32]
    a = (int.from_bytes(secret, "little") & ((1 << 254) - 8)) | 1 << 254
    answers = []
    for first in WEAK_BYTES:
        h = int.from_bytes(hashlib.sha512(first + public + b"x").digest(), "little") % L
        value = first + (h * a % L).to_bytes(32, "little")
        answers.append(ed25519.ed25519_good(public, b"x", value))
        assert answers[-1] == by_library(public, b"x", value)
    assert answers.count(True) == 1  # R is the neutral point, in its one form


@given(st.one_of(st.binary(min_size=32, max_size=32), st.sampled_from(WEAK_BYTES),
                 st.integers(0, 18).map(lambda n: (P + n).to_bytes(32, "little"))))  # fmt: skip
@settings(max_examples=150)
def test_which_bytes_are_a_key(raw: bytes) -> None:
    """The same as for our own program."""
    spot = ed25519.point_of(raw)
    assert (spot is not None and not ed25519.is_weak(spot)) == points.sound(raw)


@given(st.binary(max_size=40), st.binary(min_size=64, max_size=64), st.integers(0, 63))
@settings(max_examples=40)
def test_random_signatures_agree(message: bytes, noise: bytes, at: int) -> None:
    private = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(message).digest())
    public, value = private.public_key().public_bytes_raw(), private.sign(message)
    assert ed25519.ed25519_good(public, message, value)
    for other in (noise, value[:at] + noise[at:]):
        assert ed25519.ed25519_good(public, message, other) == by_library(public, message, other)


def test_the_curve_of_security_keys() -> None:
    """ECDSA: good and spoilt, as the library says; r and s of nought or beyond the order are refused."""
    for turn in range(6):
        private = generate_private_key(SECP256R1())
        numbers = private.public_key().public_numbers()
        key = (numbers.x, numbers.y)
        r, s = decode_dss_signature(private.sign(b"words", ECDSA(SHA256())))
        assert p256.on_curve(*key)
        assert p256.p256_good(key, b"words", r, s)
        assert p256.p256_good(key, b"words", r, p256.GROUP - s)  # which the standard allows, and OpenSSH too
        private.public_key().verify(encode_dss_signature(r, p256.GROUP - s), b"words", ECDSA(SHA256()))
        assert not p256.p256_good(key, b"other words", r, s)
        assert not p256.p256_good(key, b"words", r, s ^ 1 << turn)
        for bad in (0, p256.GROUP, p256.GROUP + r):
            assert not p256.p256_good(key, b"words", bad, s)
            assert not p256.p256_good(key, b"words", r, bad)
    assert not p256.on_curve(numbers.x, numbers.y ^ 1)
    assert not p256.on_curve(numbers.x + p256.FIELD, numbers.y)


def ours(block: bytes, message: bytes, line: str) -> bool:
    """Say whether the pack's program takes a signature by a key."""
    try:
        return sshsig.check_signature(block, message).blob == sshsig.read_key(line).blob
    except Bad:
        return False


@pytest.mark.parametrize("name", BLOCKS)
def test_each_pitfall_is_refused(name: str) -> None:
    """What our own program refuses, this one refuses."""
    assert not ours(BLOCKS[name][0], MESSAGE, holder_of(name).line)


@pytest.mark.parametrize("hashed", ["sha256", "sha512"])
@pytest.mark.parametrize("kind", keys.ALLOWED)
def test_what_is_good_is_good_here(kind: str, hashed: str) -> None:
    """And any one changed byte inside is found, as it is by our own program."""
    holder = HOLDERS[kind]
    block = holder.sign(MESSAGE, hash=hashed)
    assert ours(block, MESSAGE, holder.line)
    assert not ours(block, MESSAGE + b" ", holder.line)
    assert not ours(block, MESSAGE, Holder(kind).line)
    inside = unarmoured(block)
    for at in range(0, len(inside), 3):
        spoilt = armoured(inside[:at] + bytes([inside[at] ^ 1]) + inside[at + 1 :])
        assert not ours(spoilt, MESSAGE, holder.line), at
        assert says(spoilt, MESSAGE, holder.line)


@pytest.mark.parametrize("name", [*TABLE, *HOLDERS])
def test_the_same_keys_are_taken(name: str) -> None:
    """Every line that our own program judges, good or bad."""
    line = TABLE[name][0] if name in TABLE else HOLDERS[name].line
    try:
        taken = bool(sshsig.read_key(line))
    except Bad:
        taken = False
    assert taken == isinstance(keys.read(line), keys.Key)
