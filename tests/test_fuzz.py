"""A fuzzer: good inputs, broken at random. For each there is an answer, soon, in words, and never a wrong yes.

`make prove` asks for more inputs.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.register import reading as record
from accord.register.folder import read_folder
from accord.register.record_fields import fields
from accord.register.writing import make
from accord.seals import chain
from tests.registers import KEYS, path, sample, steward, verified

SLOWEST = 1.0  # seconds of the processor for one input, generously
PATH = "commitment/signatories/oven/2026-05-01-signed.yml"
SEAL = "commitment/seals/2026-05-29.sha256"
NEXT = "commitment/seals/2026-05-31.sha256"


@dataclass(frozen=True)
class Target:
    """`judge` takes an input and raises AssertionError where something that must hold does not."""

    name: str
    corpus: Sequence[bytes]
    judge: Callable[[bytes], None]


def _clean(words: str) -> None:
    assert words.isprintable()
    assert words.endswith((".", "?"))
    assert len(words) < 700


def records() -> Target:
    """What the reader takes comes out of the writer as it went in."""
    r = sample()

    def judge(raw: bytes) -> None:
        found, problems = record.parse(PATH, raw)
        assert (found is None) == bool(problems)
        for problem in problems:
            _clean(str(problem))
        if found is not None:
            assert all(value.isprintable() for value in found.values())
            filled = {name: value for name, value in found.items() if value}  # the writer leaves out what is empty
            again, _ = record.parse(PATH, make.encode(filled, fields("signed")))
            assert again == filled

    return Target("records", [r.raw(at) for at in r.files], judge)


def seals() -> Target:
    """A seal is taken to the last byte, or not at all: written anew from what was read, it is the same."""
    r = sample().name_stewards().seal("2026-05-29", "north", "south")

    def judge(raw: bytes) -> None:
        seal, faults = chain.read_seal(SEAL, raw)
        assert (seal is None) == bool(faults)
        for fault in faults:
            _clean(f"{fault.wrong} {fault.cure}")
        if seal:
            first, _, _ = raw.partition(b"\n")
            rows = [first.decode("ascii"), *(f"{sha}  {at}" for at, sha in seal.lines.items())]
            assert raw == "".join(f"{row}\n" for row in rows).encode()
            assert list(seal.lines) == sorted(seal.lines)

    return Target("seals", [r.raw(SEAL), b"\n".join(r.raw(SEAL).split(b"\n")[:4]) + b"\n"], judge)


def keys() -> Target:
    """A list of keys is taken as it would be written, or not at all."""
    rows = [steward("north"), steward("south", before="20270101"), steward("east", "20260101")]

    def judge(raw: bytes) -> None:
        found, faults = chain.read_stewards(chain.STEWARDS, raw)
        assert not (found and faults)
        for fault in faults:
            _clean(f"{fault.wrong} {fault.cure}")
        again = "".join(f"{steward(each.office, each.after, each.before, each.key)}\n" for each in found).encode()
        assert faults or again.rstrip(b"\n") == raw.removesuffix(b"\n")
        assert len({each.key for each in found}) == len(found)

    return Target("keys", [f"{row}\n".encode() for row in (*rows, "\n".join(rows))], judge)


def chains() -> Target:
    """No other bytes in the place of a file that a seal guards go unseen."""
    r = sample().name_stewards(*map(steward, KEYS)).seal("2026-05-29", "north", "south")
    r.counts("test-shop/2026-05-30-signed").seal("2026-05-31", "east")
    guarded = (SEAL, NEXT, f"{SEAL}.north.sig", f"{NEXT}.east.sig", chain.stewards_of(SEAL), chain.STEWARDS,
               path("ovenby/2025-02-01-signed"), path("test-shop/2026-05-30-confirmed"))  # fmt: skip
    good = {at: r.raw(at) for at in guarded}

    def holds() -> bool:
        with mock.patch.object(chain, "verified", verified):
            return not read_folder(r.project()).chain.faults

    assert holds()

    def judge(raw: bytes) -> None:
        for at in guarded:
            r.put(at, raw)
            seen = raw == good[at] or not holds()
            r.put(at, good[at])
            assert seen, at

    return Target("chains", list(good.values()), judge)


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
        start = chance.randint(0, len(raw))
        end = start + chance.choice((0, 1, 1, 2, 8, 64))
        head, part, tail = raw[:start], raw[start:end], raw[end:]
        other, rows = chance.choice(corpus), raw.split(b"\n")
        one, two = chance.randrange(len(rows)), chance.randrange(len(rows))
        rows[one], rows[two] = rows[two], rows[one]
        ways = (
            head + bytes(each ^ (1 << chance.randrange(8)) for each in part[:1]) + part[1:] + tail,  # a bit
            head + chance.choice(TOKENS) + part + tail,
            head + tail,
            head + part * chance.choice((2, 3, 101)) + tail,
            head + chance.randbytes(len(part)) + tail,
            head + other[chance.randint(0, len(other)) :],
            b"\n".join(rows),
        )
        raw = chance.choice(ways)
    return raw[:70_000]


TARGETS = (records(), seals(), keys(), chains())


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
@given(chance=st.randoms(use_true_random=True))
def test_no_input_breaks_a_promise(target: Target, chance: random.Random) -> None:
    raw, start = mutated(chance, target.corpus), time.process_time()
    try:
        target.judge(raw)
    except Exception as error:
        raise AssertionError(f"{type(error).__name__}: {error}: {raw!r}") from error
    assert time.process_time() - start < SLOWEST, raw
