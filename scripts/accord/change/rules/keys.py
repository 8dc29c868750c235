"""Who acts is shown by a key or vouched for by a steward: confirmations, corrections, and whoever signed with a key."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change import paths
from accord.change.compare import Change, read_record
from accord.model.records import Record
from accord.problem import Problem
from accord.read import record
from accord.verify import sshsig, trust
from accord.verify.keys import Key
from accord.verify.wire import Refusal

SIGN = 'Sign it with "accord sign --key", or a steward has to add this.'


def check(change: Change) -> Iterator[Problem]:
    """Yield added records of which nothing shows that the signatory, or a steward, made them."""
    for path in change.of("record", change.added):
        name = record.name(path)
        if name is not None and name.event == "confirmed":
            yield change.asks(path, "Only a steward confirms a signing.")
        elif name is not None:
            yield from _acting(change, path, name.event, change.records_before(name.slug))


def _acting(change: Change, path: str, event: str, before: list[Record]) -> Iterator[Problem]:
    # The key is looked for in what is published, so that no record dated earlier can bring another key into force.
    key = trust.in_force(before)
    if key is not None:
        yield from _signed(change, path, key)
    elif event == "corrected":
        yield change.asks(path, "The signatory has no key, so nothing shows who asks for this correction.")
    elif before and _names_a_key(change, path):
        yield change.asks(path, "The record names a key for a signatory that signed without one before.")


def _signed(change: Change, path: str, key: Key) -> Iterator[Problem]:
    sig = change.head.read(f"{path}.sig")
    if sig is None:
        yield change.asks(path, f"{paths.slug(path)} signs with a key, and this record has no signature.", SIGN)
        return
    raw = change.head.read(path)
    if raw is None or not _good(sig, raw, key):
        yield change.asks(path, f"The signature of this record is not by the key of {paths.slug(path)}.", SIGN)


def _good(sig: bytes, raw: bytes, key: Key) -> bool:
    signature = sshsig.read(sig)
    return not isinstance(signature, Refusal) and sshsig.verify(signature, raw, key) is None


def _names_a_key(change: Change, path: str) -> bool:
    found = read_record(change.head, path)
    return found is not None and bool(found.get("public_key"))
