"""A record never changes, never vanishes, and keeps its name: mistakes are mended by further records (design, 5)."""

from __future__ import annotations

from collections.abc import Iterator

from accord.change.altered import BACK, altered, renamed, respelled
from accord.change.compare import MOST_READ, Change
from accord.model.record_fields import spec
from accord.problem import Problem, shown
from accord.read import record
from accord.read.record import Field

CORRECT = f'{BACK} To mend a mistake, add a "corrected" record with "accord sign".'
SIGN_AGAIN = f'{BACK} What was signed can\'t be corrected: sign again with "accord sign", and a new record is added.'
ANOTHER = f'{BACK} If it is wrong, add another record with "accord sign".'
ENDINGS = ("withdrawn", "succeeded")


def check(change: Change) -> Iterator[Problem]:
    """Yield each record that is changed, renamed or deleted without the mark of an erasure."""
    for path in altered(change, "record"):
        yield from list(respelled(change, path)) or [_changed(change, path)]
    gone = [path for path in change.of("record", change.removed) if not change.erases(path)]
    change.base.fetch(gone[:MOST_READ])
    for path in gone:
        yield from list(renamed(change, path)) or [_deleted(path)]


def _deleted(path: str) -> Problem:
    name = record.name(path)
    event = name.event if name else ""
    if event in ENDINGS:
        wrong = f'A "{event}" record is deleted, which would bring an ended promise back to life.'
        return Problem(path, 1, "", wrong, f'{BACK} Who promises again adds a new "signed" record.')
    cure = f'{BACK} Who ends a promise adds a "withdrawn" record. A steward can erase personal data, and leaves a mark.'
    return Problem(path, 1, "", "A published record is deleted, and records never vanish.", cure)


def _changed(change: Change, path: str) -> Problem:
    old, new = (_fields(change, path, which) for which in ("base", "head"))
    name = record.name(path)
    event = name.event if name else ""
    if old and new:
        for field in old.values():
            if field.name not in new:
                wrong = "The published record has this field, and records never change."
                return Problem(path, 1, field.name, wrong, _cure(event, field.name))
            now = new[field.name]
            if now.value != field.value:
                wrong = f"The published record says {shown(field.value)}, and records never change."
                return Problem(path, now.line, field.name, wrong, _cure(event, field.name))
        for field in new.values():
            if field.name not in old:
                wrong = "The published record does not have this field, and records never change."
                return Problem(path, field.line, field.name, wrong, _cure(event, field.name))
    return Problem(path, 1, "", "The published record is changed, and records never change.", ANOTHER)


def _fields(change: Change, path: str, which: str) -> dict[str, Field]:
    raw = (change.base if which == "base" else change.head).read(path)
    fields = record.parse(path, raw)[0] if raw is not None else None
    return {field.name: field for field in fields or ()}


def _cure(event: str, name: str) -> str:
    clause = name.removeprefix("reserves_").removesuffix("_why").removesuffix("_evidence")
    known = spec(event, name, [clause])
    if known is not None and known.correctable:
        return CORRECT
    return SIGN_AGAIN if event == "signed" else ANOTHER
