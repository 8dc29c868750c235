"""Which key counts for which record, and whether each record's signature is good.

A key stands in a record that its holder wrote, so it shows "the same key holder", and never who that is. The first
signing with a `public_key` brings a key into force. A later signing may bring another: signed by the key in force, the
same holder continues; signed by its own key, a new one begins, which a steward has to add.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.model.records import EVENTS, Place, Record
from accord.read.commitment import Folder
from accord.verify import keys, sshsig
from accord.verify.wire import Refusal

STEWARDS = ("confirmed",)  # by a steward, never by the signatory
OWN, SAME, NEW, NONE, BAD, UNKNOWN = "own", "same", "new", "none", "bad", "unknown"
WORDS = {  # how a record stands to keys
    OWN: "by the key that this record names",
    SAME: "by the same key holder as before",
    NEW: "by a new key that this record names",
    NONE: "without key",
    BAD: "bad signature",
    UNKNOWN: "the record that named the key is erased or can't be read",
}
STEWARD = Refusal("A steward's record carries no signature.", "Delete this file.")
KEYLESS = Refusal(
    "No record before this one names a public key.", "Sign anew with a public_key, or leave this file out."
)


@dataclass(frozen=True, slots=True)
class Judged:
    """One record's signature. `verdict` is one of WORDS; `refusal` says why it is BAD; `key` is what it is good for."""

    record: Record
    verdict: str
    refusal: Refusal | None = None
    key: keys.Key | None = None


def named(record: Record) -> keys.Key | None:
    """Return the key that a signing names, or None (a record that names a bad one is refused elsewhere)."""
    line = record.get("public_key") if record.event == "signed" else ""
    key = keys.read(line) if line else None
    return key if isinstance(key, keys.Key) else None


def in_force(records: Sequence[Record], before: Place | None = None) -> keys.Key | None:
    """Return the key of one signatory that is in force after all its records, or before a place among them."""
    found = [record for record in records if before is None or record.place < before]
    ordered = sorted(found, key=lambda record: record.place, reverse=True)
    return next((key for record in ordered if (key := named(record)) is not None), None)


def judge(
    records: Sequence[Record],
    signatures: Mapping[str, bytes],
    raw: Callable[[str], bytes],
    gaps: Collection[Place] = (),
) -> Iterator[Judged]:
    """Yield one signatory's records in the order in which they count, each with what its signature is worth.

    Args:
        signatures: the bytes of each .sig by the path of its record.
        raw: gives a record's bytes by its path.
        gaps: places of signings that were erased or can't be read, and that may have named a key.
    """
    gaps = [*gaps, *(record.place for record in records if record.get("public_key") and named(record) is None)]
    key: keys.Key | None = None
    since: Place | None = None  # the place of the record that named the key
    for record in sorted(records, key=lambda record: record.place):
        new = named(record)
        sig = signatures.get(record.path)
        if sig is None:
            yield Judged(record, NONE)
        else:
            blind = any(gap < record.place and (since is None or since < gap) for gap in gaps)
            yield _judged(record, sig, raw, (new, key), blind)
        if new is not None:
            key, since = new, record.place


def everyone(folder: Folder, records: Sequence[Record]) -> Iterator[Judged]:
    """Yield the records judged, signatory by signatory. `records` are those of `folder` that count as readable."""
    of: dict[str, list[Record]] = {}
    for record in records:
        of.setdefault(record.signatory, []).append(record)
    gaps: dict[str, list[Place]] = {}
    readable = {record.path for record in records}
    lost = [*(file.name for file in folder.erased), *(f.name for f in folder.records if f.path not in readable)]
    for name in lost:
        if name is not None and name.event == "signed":
            gaps.setdefault(name.slug, []).append((name.date, EVENTS.index(name.event), name.sequence))
    for slug in sorted(of):
        yield from judge(of[slug], folder.signatures, folder.raw, gaps.get(slug, ()))


def _judged(
    record: Record,
    sig: bytes,
    raw: Callable[[str], bytes],
    known: tuple[keys.Key | None, keys.Key | None],
    blind: bool,
) -> Judged:
    """Judge one signature. `known` are the key that the record names and the one in force before it."""
    own, before = known
    if record.event in STEWARDS:
        return Judged(record, BAD, STEWARD)
    signature = sshsig.read(sig)
    if isinstance(signature, Refusal):
        return Judged(record, BAD, signature)
    used = next((key for key in (before, own) if key and key.blob == signature.key.blob), None)
    if used is None and not blind:
        return Judged(record, BAD, Refusal(sshsig.OTHER, sshsig.NAMED_KEY) if before or own else KEYLESS)
    if wrong := sshsig.verify(signature, raw(record.path), used or signature.key):
        return Judged(record, BAD, wrong)
    if used is None:
        return Judged(record, UNKNOWN)
    return Judged(record, SAME if used is before else (OWN if before is None else NEW), key=used)
