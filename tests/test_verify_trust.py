"""Which key counts for which record of a signatory, and what each signature is worth."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.commitment import digest
from accord.model.records import EVENTS, Place, Record
from accord.verify import trust
from tests.ssh import Holder

A, B, C = Holder(), Holder(), Holder()
START = date(2026, 1, 1)
Told = tuple[str, Holder | None, Holder | None]  # event, the key that it names, the key that signs it


def history(*told: Told) -> tuple[list[Record], dict[str, bytes], dict[str, bytes]]:
    """Return records a day apart, their .sig files, and their bytes."""
    records, signatures, raws = [], {}, {}
    for number, (event, named, signer) in enumerate(told):
        day = START + timedelta(days=number)
        fields = {"event": event, "signatory": "oven", "date": day.isoformat()}
        if named:
            fields["public_key"] = named.line
        raw = repr(fields).encode()
        path = f"commitment/signatories/oven/{day.isoformat()}-{event}.yml"
        records.append(Record(path, event, "oven", day, 1, digest(raw), fields, signer is not None))
        raws[path] = raw
        if signer:
            signatures[path] = signer.sign(raw)
    return records, signatures, raws


def verdicts(*told: Told, gaps: Collection[Place] = ()) -> list[str]:
    records, signatures, raws = history(*told)
    return [judged.verdict for judged in trust.judge(records, signatures, raws.__getitem__, gaps)]


CASES: list[tuple[str, list[Told], list[str]]] = [
    ("nobody has a key", [("signed", None, None), ("withdrawn", None, None)], ["none", "none"]),
    ("the first key signs itself", [("signed", A, A), ("reviewed", None, A)], ["own", "same"]),
    ("a key that signs later only", [("signed", A, None), ("reviewed", None, A)], ["none", "same"]),
    ("a steward added a later record", [("signed", A, A), ("reviewed", None, None)], ["own", "none"]),
    ("another key's review", [("signed", A, A), ("reviewed", None, B)], ["own", "bad"]),
    ("the first key is not the signer's", [("signed", A, B)], ["bad"]),
    ("no key at all", [("signed", None, A)], ["bad"]),
    ("a review before any key", [("signed", None, None), ("reviewed", None, A), ("signed", A, A)],
     ["none", "bad", "own"]),
    ("the same holder changes the key", [("signed", A, A), ("signed", B, A), ("reviewed", None, B)],
     ["own", "same", "same"]),
    ("the old key is out", [("signed", A, A), ("signed", B, A), ("reviewed", None, A)], ["own", "same", "bad"]),
    ("a new holder", [("signed", A, A), ("signed", B, B), ("withdrawn", None, B)], ["own", "new", "same"]),
    ("the same key again", [("signed", A, A), ("signed", A, A)], ["own", "same"]),
    ("a stranger's key", [("signed", A, A), ("signed", B, C)], ["own", "bad"]),
    ("a later signing without a key", [("signed", A, A), ("signed", None, A), ("reviewed", None, A)],
     ["own", "same", "same"]),
    ("a steward's confirmation", [("signed", A, A), ("confirmed", None, None), ("reviewed", None, A)],
     ["own", "none", "same"]),
    ("a confirmation by the key", [("signed", A, A), ("confirmed", None, A)], ["own", "bad"]),
    ("every event by the key", [("signed", A, A), *((event, None, A) for event in EVENTS if event != "confirmed")],
     ["own", *["same"] * 5]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_signature_is_worth(told: list[Told], expected: list[str]) -> None:
    assert verdicts(*told) == expected


def test_the_words_of_a_refusal() -> None:
    """A signature where no key is known, and one beside a steward's record."""
    records, signatures, raws = history(("signed", None, A), ("confirmed", None, A))
    said = [str(judged.refusal) for judged in trust.judge(records, signatures, raws.__getitem__)]
    assert said == [
        "No record before this one names a public key. Sign anew with a public_key, or leave this file out.",
        "A steward's record carries no signature. Delete this file.",
    ]


def test_the_key_was_erased() -> None:
    """What the erased record named is not known: the signature is sound, and nobody's. A changed record is bad."""
    gap = (START - timedelta(days=1), 0, 1)
    assert verdicts(("reviewed", None, A), gaps=[gap]) == ["unknown"]
    records, signatures, raws = history(("reviewed", None, A))
    changed = {path: raw + b"x" for path, raw in raws.items()}
    assert [j.verdict for j in trust.judge(records, signatures, changed.__getitem__, [gap])] == ["bad"]
    assert verdicts(("signed", A, A), ("reviewed", None, B), gaps=[gap]) == ["own", "bad"]
    between = (START, 0, 2)
    assert verdicts(("signed", A, A), ("reviewed", None, B), gaps=[between]) == ["own", "unknown"]
    assert verdicts(("signed", A, A), ("reviewed", None, A), gaps=[between]) == ["own", "same"]


def test_the_key_in_force() -> None:
    records, _, _ = history(("signed", A, A), ("signed", B, A), ("reviewed", None, B))
    found = [trust.in_force(records, record.place) for record in records]
    assert found == [None, A.key(), B.key()]
    assert trust.in_force(records) == B.key()
    assert trust.in_force([]) is None


KEYS = st.sampled_from([None, A, B])


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(EVENTS), KEYS, KEYS), max_size=6), st.randoms())
def test_a_second_reading_agrees(told: list[tuple[str, Holder | None, Holder | None]], order: object) -> None:
    """A plain second implementation gives the same verdicts, in whatever order the files were read."""
    told = [(event, named if event == "signed" else None, signer) for event, named, signer in told]
    records, signatures, raws = history(*told)
    shuffled = sorted(records, key=lambda record: hash((record.path, str(order))))
    judged = list(trust.judge(shuffled, signatures, raws.__getitem__))
    assert [each.record for each in judged] == records
    force: Holder | None = None
    for (event, named, signer), each in zip(told, judged, strict=True):
        good = signer is not None and event != "confirmed" and signer in (force, named)
        assert (each.verdict == "none") == (signer is None)
        assert (each.verdict in ("own", "same", "new")) == good
        assert (each.verdict == "same") == (good and signer is force)
        force = named or force
