"""ECDSA over NIST P-256 (FIPS 186-5, section 6.4.2) in plain Python, for checking only: some security keys use it."""

from __future__ import annotations

import hashlib
from typing import Optional, Tuple

Pair = Optional[Tuple[int, int]]  # a point by x and y; None is the point at infinity
FIELD = 2**256 - 2**224 + 2**192 + 2**96 - 1
GROUP = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
CURVE_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
START: Pair = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def on_curve(x: int, y: int) -> bool:
    """Say whether two numbers are a point of the curve."""
    return x < FIELD and y < FIELD and (y * y - x * x * x + 3 * x - CURVE_B) % FIELD == 0


def joined(one: Pair, other: Pair) -> Pair:
    """Return the sum of two points."""
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2:
        if (y1 + y2) % FIELD == 0:
            return None
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, FIELD) % FIELD
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, FIELD) % FIELD
    x = (slope * slope - x1 - x2) % FIELD
    return x, (slope * (x1 - x) - y1) % FIELD


def p256_good(key: Tuple[int, int], message: bytes, r: int, s: int) -> bool:
    """Say whether r and s are a good signature, over the SHA-256 of a message, by a key that is on the curve."""
    if not (0 < r < GROUP and 0 < s < GROUP):
        return False
    turned = pow(s, -1, GROUP)
    first = int.from_bytes(hashlib.sha256(message).digest(), "big") * turned % GROUP
    second = r * turned % GROUP
    steps = {(0, 1): key, (1, 0): START, (1, 1): joined(START, key)}
    made: Pair = None
    for bit in range(255, -1, -1):
        made = joined(made, made)
        both = (first >> bit & 1, second >> bit & 1)
        if both != (0, 0):
            made = joined(made, steps[both])
    return made is not None and made[0] % GROUP == r
