"""Which 32 bytes are a sound Ed25519 public key: a point of the curve in its one form, and none of the eight weak ones.

A signature by a weak point (order 1, 2, 4 or 8) can be made for any message by anybody. RFC 8032, section 5.1.3, gives
the decoding; libraries differ in whether they refuse weak points, so that we do it ourselves.
"""

from __future__ import annotations

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
ORDER = 2**252 + 27742317777372353535851937790883648493  # of the base point: a signature's S is below it
SIGN = 1 << 255


def _eighth() -> int:
    """Return y of a point of order 8: by the curve's doubling formula it solves D·y⁴ + 2·y² - 1 = 0."""
    root = _root((1 + D) % P)
    for half in (root, P - root):
        square = (half - 1) * pow(D, -1, P) % P
        if _is_square(square):
            return _root(square)
    raise AssertionError("the curve has points of order 8")


def _is_square(number: int) -> bool:
    """Say whether a number is a square modulo P: by Jacobi's symbol, which takes a third of the time of a power."""
    number, modulus, square = number % P, P, True
    while number:
        twos = (number & -number).bit_length() - 1
        number >>= twos
        if twos % 2 and modulus % 8 in {3, 5}:
            square = not square
        if number % 4 == 3 and modulus % 4 == 3:  # the law of quadratic reciprocity
            square = not square
        number, modulus = modulus % number, number
    return square  # nought is a square, too; and P is a prime, so that no other number ends elsewhere than at 1


def _root(number: int) -> int:
    """Return a square root of a square modulo P (P is 5 modulo 8)."""
    root = pow(number, (P + 3) // 8, P)
    return root if root * root % P == number else root * pow(2, (P - 1) // 4, P) % P


# Order 4 has y = 0, order 1 has y = 1, order 2 has y = -1.
WEAK = frozenset({0, 1, P - 1, _eighth(), P - _eighth()})


def sound(raw: bytes) -> bool:
    """Say whether 32 bytes are a public key that only its holder can sign with."""
    y = int.from_bytes(raw, "little") & (SIGN - 1)
    if len(raw) != 32 or y >= P or y in WEAK:
        return False
    square = y * y % P
    return _is_square((square - 1) * (D * square + 1) % P)  # a quotient is a square where the product is
