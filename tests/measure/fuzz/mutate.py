"""Breaks good inputs at random, in the ways in which files get broken and attackers break them."""

from __future__ import annotations

import random
from collections.abc import Sequence

# Pieces that mean something to some reader of such files.
TOKENS = (
    b"\n", b"\r\n", b"\r", b"\0", b"\t", b'"', b"\\", b'\\"', b": ", b' "', b"#", b"---\n", b"&a ", b"*a", b"<<: ",
    b"!!python/", b"{{ 7*7 }}", b"<script>", b"../", b"sha256:", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3\x28",
    b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"e\xcc\x81", "👩‍💻".encode(), b"=", b"====", b"git", b"  ",
    b" *", b"0" * 64, b"commitment/stewards", b",valid-before=", b"cert-authority ", b"ssh-rsa", b'event: "signed"\n',
    b"A" * 300, b"[" * 500,
)  # fmt: skip


def mutated(chance: random.Random, corpus: Sequence[bytes]) -> bytes:
    """Return one of the inputs, broken in one to six ways."""
    raw = chance.choice(corpus)
    for _ in range(chance.randint(1, 6)):
        raw = _once(chance, raw, corpus)
    return raw[:70_000]


def _once(chance: random.Random, raw: bytes, corpus: Sequence[bytes]) -> bytes:
    start = chance.randint(0, len(raw))
    end = min(len(raw), start + chance.choice((0, 1, 1, 2, 8, 64)))
    match chance.randrange(7):
        case 0 if raw:  # a bit
            at = chance.randrange(len(raw))
            return raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1 :]
        case 1:
            return raw[:start] + chance.choice(TOKENS) + raw[start:]
        case 2:
            return raw[:start] + raw[end:]
        case 3:
            return raw[:end] + raw[start:end] * chance.choice((1, 2, 100)) + raw[end:]
        case 4:
            return raw[:start] + chance.randbytes(end - start) + raw[end:]
        case 5:  # the head of one, the tail of another
            other = chance.choice(corpus)
            return raw[:start] + other[chance.randint(0, len(other)) :]
        case _:  # two lines change places
            rows = raw.split(b"\n")
            one, two = chance.randrange(len(rows)), chance.randrange(len(rows))
            rows[one], rows[two] = rows[two], rows[one]
            return b"\n".join(rows)
