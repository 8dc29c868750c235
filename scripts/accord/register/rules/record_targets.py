"""A confirmation names one record of the signatory; a correction names one that counts, and a field that may change."""

from collections.abc import Iterator

from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.register.book import Book, against_the_register, book
from accord.register.record import CONFIRMED, Record
from accord.register.record_values import FORMS, wrong

FIND = 'Write "sha256:" and what sha256sum prints for the record that is meant.'


@against_the_register
def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield targets that are no such record, second confirmations, and corrections of what can't be corrected."""
    told = book(inputs.project)
    confirmed: dict[str, Record] = {}
    for record in told.records:
        if record.event not in {CONFIRMED, "corrected"}:
            continue
        target = told.by_digest.get((record.signatory, record.get("target")))
        problem = _target(told, record, target)
        if problem:
            yield problem
        elif target and record.event == "corrected":
            yield from _correction(told, record, target)
        elif target:
            first = confirmed.setdefault(target.path, record)
            if first is not record:
                yield _of(record, f"The record is confirmed already ({first.path}).", "Delete this one.")


def _of(record: Record, said: str, cure: str, name: str = "target") -> Problem:
    return Problem(record.path, record.line(name), name, said, cure)


def _target(told: Book, record: Record, target: Record | None) -> Problem | None:
    meant = record.get("target")
    if target is None:
        gone = next((left for left in told.erased.get(record.signatory, ()) if left.digest == meant), None)
        if not FORMS["digest"].fits(meant) or (gone and record.date <= gone.erased):
            return None  # the form is another rule's, and an erasure makes no earlier record wrong
        if gone:
            return _of(record, f"The record that is meant was erased ({gone.path}).", "Leave this record out.")
        return record.fault("target", "target")
    if target.place > record.place:
        return record.fault("target", "later", path=target.path)
    if target.event == CONFIRMED:
        return _of(record, "A confirmation is meant, and none is confirmed or corrected.", FIND)
    if record.event == "corrected" and target not in told.counting.get(record.signatory, ()):
        wrong = f"The record that is meant waits for a steward itself ({target.path})."
        return _of(record, wrong, "Make that record anew, as it should be: it counts for nothing yet.")
    return None


def _correction(told: Book, record: Record, target: Record) -> Iterator[Problem]:
    name, value = record.get("field"), record.get("value")
    if not name:
        return  # the rule of the fields says so
    specs = {known: spec for known, (_, spec) in told.specs(target).items()}
    kind = target.get("kind")
    may = [known for known, found in specs.items() if found.correctable and (not found.kinds or kind in found.kinds)]
    spec = specs.get(name)
    if spec is None:
        yield record.fault("field", "no-field" if may else "no-field-stays", name=shown(name), names=listed(may))
    elif not spec.correctable:
        yield record.fault("field", "fixed" if may else "fixed-stays", name=shown(name))
    elif name not in may:
        yield record.fault("field", "no-use", name=shown(name), kind=kind)
    elif value and (found := wrong(spec, value)):
        yield _of(record, *found, "value")
