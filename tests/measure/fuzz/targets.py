"""What is fuzzed, and what must hold for every input: an answer, soon, in words on one line, and never a wrong yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unittest import mock

from accord.register import reading as record
from accord.register.folder import read_folder
from accord.register.record_fields import fields
from accord.register.writing import make
from accord.seals import chain
from tests.registers import KEYS, path, sample, steward, verified

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


def every() -> list[Target]:
    return [records(), seals(), keys(), chains()]
