"""Versions and records made by hand, for tests of what is computed from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accord.commitment.text import Commitment, Text, Version
from accord.files.digests import digest
from accord.register.record import Erased, Record

FIRST = date(2024, 1, 15)


def version(number: str, released: date = FIRST) -> Version:
    """Return a version without words."""
    return Version(
        number=number,
        released=released,
        amendment="first",
        digest=digest(number.encode()),
        text=Text((), ()),
        summary="Made for tests.",
        path=f"commitment/versions/{number}.md",
    )


def commitment(*versions: Version) -> Commitment:
    return Commitment(versions or (version("1.0.0"),))


def record(event: str, day: str | date, slug: str = "old-oven", sequence: int = 1, **fields: str) -> Record:
    """Return a record; its digest is that of its fields and place, so that no two have the same."""
    when = day if isinstance(day, date) else date.fromisoformat(day)
    values = {"event": event, "signatory": slug, "date": when.isoformat(), **fields}
    if event == "signed":
        values = {"organisation": slug.title(), "kind": "organisation", "version": "1.0.0", **values}
    end = f"-{sequence}" if sequence > 1 else ""
    path = f"commitment/signatories/{slug}/{when}-{event}{end}.yml"
    return Record(path, event, slug, when, sequence, digest(f"{path}{values}".encode()), values)


def confirmed(act: Record, day: str | date = "", **fields: str) -> Record:
    """Return the record as it counts once a steward has confirmed it, on its own day where no other is given."""
    by = record("confirmed", day or act.date, act.signatory, 1, target=act.digest, **{"method": "letter", **fields})
    return replace(act, confirmation=by)


def erased(was: Record, day: str | date) -> Erased:
    when = day if isinstance(day, date) else date.fromisoformat(day)
    return Erased(was.path, was.event, was.signatory, was.date, was.sequence, was.digest, when, "A test.")
