"""A confirmation and a correction name, by its digest, an earlier record of the same signatory that they may touch."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.record_fields import SERVING, Spec
from accord.model.record_messages import said
from accord.model.record_values import FORMS, wrong
from accord.problem import Problem, listed, shown
from accord.record_book import Book, Entry, book
from accord.rules.base import Inputs

FIND = 'Write "sha256:" and what sha256sum prints for the record that is meant.'


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield targets that are no such record, second confirmations, and corrections of what can't be corrected."""
    told = book(inputs.project)
    confirmed: dict[str, Entry] = {}
    for entry in told.entries:
        if entry.record.event not in {"confirmed", "corrected"}:
            continue
        target = told.by_digest.get(entry.record.get("target"))
        problem = _target(told, entry, target)
        if problem:
            yield problem
        elif target and entry.record.event == "corrected":
            yield from _correction(told, entry, target)
        elif target:
            first = confirmed.setdefault(target.record.digest, entry)
            if first is not entry:
                yield _of(entry, f"The signing is confirmed already ({first.path}).", "Delete this record.")


def _of(entry: Entry, said: str, cure: str, name: str = "target") -> Problem:
    return Problem(entry.path, entry.line(name), name, said, cure)


def _target(told: Book, entry: Entry, target: Entry | None) -> Problem | None:
    record, meant = entry.record, entry.record.get("target")
    if target is None:
        if not FORMS["digest"].fits(meant) or record.signatory in told.uncertain:
            return None  # other rules say so
        version = next((found.number for found in told.commitment.versions if found.digest == meant), "")
        gone = next((left for left in told.erased.get(record.signatory, ()) if left.digest == meant), None)
        if gone and record.date > gone.erased:
            return _of(entry, f"The record that is meant was erased ({gone.path}).", "Leave this record out.")
        if gone:
            return None  # it was there when this record was made, and an erasure makes no other record wrong
        if version:
            return _of(entry, f"This is the digest of version {version}, and not of a record.", FIND)
        return _of(entry, *said("target"))
    if target.record.signatory != record.signatory:
        return _of(entry, f"The record that is meant is another signatory's ({target.path}).", FIND)
    if target.record.place > record.place:
        return _of(entry, *said("later", path=target.path))
    if record.event == "confirmed" and target.record.event != "signed":
        return _of(entry, f"A record of kind {target.record.event} is meant, and only signings are confirmed.", FIND)
    return None


def _correction(told: Book, entry: Entry, target: Entry) -> Iterator[Problem]:
    name, value = entry.record.get("field"), entry.record.get("value")
    if not name:
        return  # the rule of the fields says so
    specs = {known: spec for known, (_, spec) in told.specs(target.record).items()}
    spec = specs.get(name)
    may = [known for known, found in specs.items() if found.correctable and _fits(found, target)]
    if spec is None:
        words = said("no-field" if may else "no-field-stays", name=shown(name), names=listed(may))
        yield _of(entry, *words, "field")
    elif not spec.correctable:
        yield _of(entry, *said("fixed" if may else "fixed-stays", name=shown(name)), "field")
    elif name not in may:
        kind = target.record.get("kind")
        yield _of(entry, *said("no-use", name=shown(name), kind=kind), "field")
    elif value and (found := wrong(spec, value)):
        yield _of(entry, *found, "value")


def _fits(spec: Spec, target: Entry) -> bool:
    return not spec.kinds or target.record.get("kind") in SERVING
