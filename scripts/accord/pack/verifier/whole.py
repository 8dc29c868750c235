"""The whole check of a pack, step by step; it goes on where it finds something wrong."""

from __future__ import annotations

from collections import Counter
from typing import Dict, List, NamedTuple, Optional

from accord.pack.verifier.files import LIST, Pack
from accord.pack.verifier.lists import Listed, read_list, sha
from accord.pack.verifier.records import EVENTS, Record, erased_digest, place_of, points, read_record
from accord.pack.verifier.said import Bad, Finding, many
from accord.pack.verifier.texts import texts
from accord.pack.verifier.trust import Place, Signed, judged


class Checked(NamedTuple):
    """What came of it. `digests` are those of the texts by number; `raws` the bytes of each file that could be read."""

    found: List[Finding]
    listed: Optional[Listed]
    digests: Dict[str, str]
    records: List[Record]
    erased: Dict[str, str]
    signed: List[Signed]
    raws: Dict[str, bytes]


def check_pack(pack: Pack) -> Checked:
    """Check texts, records, list and signatures. Raises Hopeless where the pack is too large."""
    found: List[Finding] = list(pack.found)
    raws: Dict[str, bytes] = {}
    for name in sorted(pack.files, key=str.encode):
        try:
            raws[name] = pack.raw(name)
        except Bad as bad:
            found.append((name, str(bad)))
    digests = texts(pack, raws, found)
    records = read_all(pack.named(".yml"), raws, found)
    erased: Dict[str, str] = {}
    for name in pack.named(".erased"):
        try:
            place_of(name[: -len(".erased")])
            erased[name[: -len(".erased")]] = erased_digest(raws.get(name, b""))
        except Bad as bad:
            found.append((name, str(bad)))
    found.extend((n, "The record is there, though it is said to be erased.") for n in erased if n in pack.files)
    found.extend(points(records, erased, digests))
    listed = own_list(pack, raws, erased, found)
    signed = signatures(pack, raws, records, found)
    return Checked(found, listed, digests, records, erased, signed, raws)


def read_all(names: List[str], raws: Dict[str, bytes], found: List[Finding]) -> List[Record]:
    """Return the records that are good, and note what is wrong with the others."""
    records = []
    for name in names:
        if name in raws:
            try:
                records.append(read_record(name, raws[name]))
            except Bad as bad:
                found.append((name, str(bad)))
    return records


def own_list(pack: Pack, raws: Dict[str, bytes], erased: Dict[str, str], found: List[Finding]) -> Optional[Listed]:
    """Return the pack's own list, once it is compared with the files, each way."""
    if LIST not in raws:
        if LIST not in pack.files:
            found.append((LIST, "The list is missing. Without it, nobody can tell whether a record is."))
        return None
    try:
        listed = read_list(raws[LIST])
    except Bad as bad:
        found.append((LIST, str(bad)))
        return None
    found.extend(compared(listed, raws, erased))
    there = {name for name in raws if name.endswith((".yml", ".md"))} | set(erased)
    found.extend((name, "The list does not name it.") for name in there - set(listed.digests))
    return listed


def compared(listed: Listed, raws: Dict[str, bytes], erased: Dict[str, str]) -> List[Finding]:
    """Return what has changed since a list, or is gone."""
    found: List[Finding] = []
    held = f"It is in the list of {listed.day}"
    for name, digest in listed.digests.items():
        if name in raws:
            if sha(raws[name]) != digest:
                found.append((name, f"{held} as sha256:{digest}, and gives sha256:{sha(raws[name])}."))
        elif name not in erased:
            found.append((name, f"{held}, and it is gone."))
        elif erased[name] != f"sha256:{digest}":
            found.append((f"{name}.erased", f"{held}, and what is left of it gives another digest."))
    return found


def signatures(pack: Pack, raws: Dict[str, bytes], records: List[Record], found: List[Finding]) -> List[Signed]:
    """Return the good signatures, and note what is wrong with the others."""
    of: Dict[str, List[Record]] = {}
    for record in records:
        of.setdefault(record.slug, []).append(record)
    there = {record.name for record in records}
    sigs = {n[: -len(".sig")]: raws[n] for n in pack.named(".sig") if n in raws}
    found.extend(
        (f"{name}.sig", "There is no good record beside this signature.") for name in sigs if name not in there
    )
    gaps: Dict[str, List[Place]] = {}
    lost = [name[: -len(".erased")] for name in pack.named(".erased")]
    for name in lost + [name for name in pack.named(".yml") if name not in there]:
        try:
            slug, event, place = place_of(name)
        except Bad:
            continue
        if event == "signed":
            gaps.setdefault(slug, []).append(place)
    good = []
    for slug in sorted(of):
        for each in judged(of[slug], sigs, gaps.get(slug, [])):
            if isinstance(each, Signed):
                good.append(each)
            else:
                found.append(each)
    return good


def counts(pack: Pack, checked: Checked) -> List[str]:
    """Return how everything was counted, a sum a line."""
    events = Counter(record.event for record in checked.records)
    every, sigs = len(pack.named(".yml")), len(pack.named(".sig"))
    known = sum(each.known for each in checked.signed)
    lost = len(checked.signed) - known
    confirmed = {record.fields["target"] for record in checked.records if record.event == "confirmed"}
    sure = sum(record.event == "signed" and record.digest in confirmed for record in checked.records)
    good = len(checked.records)
    return [
        f"{many(len(checked.digests), 'text', 'texts')}",
        f"{many(every, 'record', 'records')} = {good:,} good + {every - good:,} refused",
        f"{many(good, 'good record', 'good records')} = "
        + " + ".join(f"{events[event]:,} {event}" for event in EVENTS),
        f"{events['signed']:,} signed = {sure:,} confirmed by a steward + {events['signed'] - sure:,} not",
        f"{many(sigs, 'signature', 'signatures')} = {known:,} good + {lost:,} by a key that is not known any more"
        f" + {sigs - known - lost:,} bad",
        f"{many(len(checked.erased), 'record', 'records')} erased, of which the digest is kept",
    ]
