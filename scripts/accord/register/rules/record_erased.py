"""What a steward leaves of an erased record: its digest, the day and the ground, so that the register still adds up.

Only what counted leaves a trace. An erased ending is still an ending (register/standing.py), and a claim never was
one: it can be taken away as if it had never lain there.
"""

from collections.abc import Iterator, Mapping

from accord.files.problem import Problem, listed
from accord.project.inputs import Inputs
from accord.register.folder import RecordFile, read_folder
from accord.register.record import CONFIRMED
from accord.register.record_fields import ERASED
from accord.register.record_values import day, wrong

NAMES = [spec.name for spec in ERASED]


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield `.erased` files that do not hold just these three fields, each of the right form, or that were claims."""
    folder = read_folder(inputs.project)
    confirmed = {(file.record.signatory, file.record.get("target")) for file in folder.records if file.record}
    # Whose confirmations were erased too: what those confirmed, nobody can tell any more.
    silent = {file.name.slug for file in folder.erased if file.name and file.name.event == CONFIRMED}
    for file in folder.erased:
        if file.fields is not None:
            yield from _each(file, file.fields)
        left = file.erased
        if left and left.signatory not in silent and (left.signatory, left.digest) not in confirmed:
            said = "No steward had confirmed the record that was erased."
            yield Problem(file.path, 1, "digest", said, "Delete this file: a claim is taken away without a trace.")


def _each(file: RecordFile, fields: Mapping[str, str]) -> Iterator[Problem]:
    if list(fields) != NAMES:
        said = f"What is left of an erased record has just the fields {listed(NAMES)}."
        yield Problem(file.path, 1, "", said, "Write these three, in this order.")
        return
    for line, spec in enumerate(ERASED, 1):
        if found := wrong(spec, fields[spec.name]):
            yield Problem(file.path, line, spec.name, *found)
    erased = day(fields["date"])
    if erased and file.name and erased < file.name.date:
        said = f"The day of the erasure is before that of the record ({file.name.date})."
        yield Problem(file.path, 2, "date", said, "Write the day on which it was erased.")
