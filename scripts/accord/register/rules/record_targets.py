"""A confirmation names one record of the signatory; a correction names one that counts, and a field that may change."""

from __future__ import annotations

from collections.abc import Iterator

from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.register.book import Book, Entry, book
from accord.register.record import CONFIRMED
from accord.register.record_messages import said
from accord.register.record_values import FORMS, wrong

FIND = 'Write "sha256:" and what sha256sum prints for the record that is meant.'


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield targets that are no such record, second confirmations, and corrections of what can't be corrected."""
    told = book(inputs.project)
    confirmed: dict[str, Entry] = {}
    for entry in told.entries:
        if entry.record.event not in {CONFIRMED, "corrected"}:
            continue
        target = told.by_digest.get((entry.record.signatory, entry.record.get("target")))
        problem = _target(told, entry, target)
        if problem:
            yield problem
        elif target and entry.record.event == "corrected":
            yield from _correction(told, entry, target)
        elif target:
            first = confirmed.setdefault(target.path, entry)
            if first is not entry:
                yield _of(entry, f"The record is confirmed already ({first.path}).", "Delete this one.")


def _of(entry: Entry, said: str, cure: str, name: str = "target") -> Problem:
    return Problem(entry.path, entry.line(name), name, said, cure)


def _target(told: Book, entry: Entry, target: Entry | None) -> Problem | None:
    record, meant = entry.record, entry.record.get("target")
    if target is None:
        gone = next((left for left in told.erased.get(record.signatory, ()) if left.digest == meant), None)
        if not FORMS["digest"].fits(meant) or (gone and record.date <= gone.erased):
            return None  # the form is another rule's, and an erasure makes no earlier record wrong
        if gone:
            return _of(entry, f"The record that is meant was erased ({gone.path}).", "Leave this record out.")
        return _of(entry, *said("target"))
    if target.record.place > record.place:
        return _of(entry, *said("later", path=target.path))
    if target.record.event == CONFIRMED:
        return _of(entry, "A confirmation is meant, and none is confirmed or corrected.", FIND)
    if record.event == "corrected" and target not in told.counting.get(record.signatory, ()):
        wrong = f"The record that is meant waits for a steward itself ({target.path})."
        return _of(entry, wrong, "Make that record anew, as it should be: it counts for nothing yet.")
    return None


def _correction(told: Book, entry: Entry, target: Entry) -> Iterator[Problem]:
    name, value = entry.record.get("field"), entry.record.get("value")
    if not name:
        return  # the rule of the fields says so
    specs = {known: spec for known, (_, spec) in told.specs(target.record).items()}
    kind = target.record.get("kind")
    may = [known for known, found in specs.items() if found.correctable and (not found.kinds or kind in found.kinds)]
    spec = specs.get(name)
    if spec is None:
        words = said("no-field" if may else "no-field-stays", name=shown(name), names=listed(may))
        yield _of(entry, *words, "field")
    elif not spec.correctable:
        yield _of(entry, *said("fixed" if may else "fixed-stays", name=shown(name)), "field")
    elif name not in may:
        yield _of(entry, *said("no-use", name=shown(name), kind=kind), "field")
    elif value and (found := wrong(spec, value)):
        yield _of(entry, *found, "value")
