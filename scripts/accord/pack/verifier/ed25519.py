"""Ed25519 (RFC 8032, section 5.1) in plain Python, for checking only. Slow, and needs no secret to be kept."""

from __future__ import annotations

import hashlib
from typing import Optional, Tuple

Spot = Tuple[int, int, int, int]  # a point in extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z
PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
EDWARDS = -121665 * pow(121666, -1, PRIME) % PRIME
NOWHERE: Spot = (0, 1, 1, 0)  # the neutral point


def plus(one: Spot, other: Spot) -> Spot:
    """Return the sum of two points, or the double of one: the formula holds for all (RFC 8032, section 5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % PRIME
    b = (one[1] + one[0]) * (other[1] + other[0]) % PRIME
    c = 2 * one[3] * other[3] * EDWARDS % PRIME
    d = 2 * one[2] * other[2] % PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def point_of(raw: bytes) -> Optional[Spot]:
    """Return the point that 32 bytes stand for in its one form, or None (RFC 8032, section 5.1.3)."""
    number = int.from_bytes(raw, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    if len(raw) != 32 or y >= PRIME:
        return None
    u, v = (y * y - 1) % PRIME, (EDWARDS * y * y + 1) % PRIME
    x = u * pow(v, 3, PRIME) * pow(u * pow(v, 7, PRIME), (PRIME - 5) // 8, PRIME) % PRIME
    if v * x * x % PRIME == -u % PRIME:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    if v * x * x % PRIME != u or (x == 0 and sign):
        return None
    x = x if x % 2 == sign else PRIME - x
    return x, y, 1, x * y % PRIME


def bytes_of(spot: Spot) -> bytes:
    """Return the 32 bytes of a point."""
    turned = pow(spot[2], -1, PRIME)
    x, y = spot[0] * turned % PRIME, spot[1] * turned % PRIME
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point_of((4 * pow(5, -1, PRIME) % PRIME).to_bytes(32, "little")) or NOWHERE


def is_weak(spot: Spot) -> bool:
    """Say whether a point has an order of 1, 2, 4 or 8: anybody could sign with such a key."""
    for _ in range(3):
        spot = plus(spot, spot)
    return spot[0] == 0 and spot[1] == spot[2]


def ed25519_good(public: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether a signature is good. It never is by a weak key, a key in another form, or with S above the order.

    R is compared as bytes, without the factor 8, as OpenSSL and OpenSSH do.
    """
    key = point_of(public)
    if key is None or is_weak(key) or len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    minus = (PRIME - key[0], key[1], 1, PRIME - key[3])
    steps = {(0, 1): minus, (1, 0): BASE, (1, 1): plus(BASE, minus)}
    made = NOWHERE
    for bit in range(252, -1, -1):  # [S]B - [h]A, both at once from the highest bit down
        made = plus(made, made)
        both = (s >> bit & 1, h >> bit & 1)
        if both != (0, 0):
            made = plus(made, steps[both])
    return bytes_of(made) == signature[:32]
