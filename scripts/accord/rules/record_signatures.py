"""Every .sig beside a record is a good signature of that record, by a key that counts for it.

A signature that nobody can check looks like proof and is none. Which key counts, verify/trust.py says.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.problem import Problem
from accord.rules.base import Inputs
from accord.verify import trust


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield each signature that is broken, by another key, or where none belongs."""
    folder = inputs.project.commitment
    records = [file.record for file in folder.records if file.record is not None]
    for judged in trust.everyone(folder, records):
        if judged.refusal is not None:
            yield problem(judged)


def problem(judged: trust.Judged) -> Problem:
    """Return a bad signature as a problem at its line of the .sig file."""
    assert judged.refusal is not None
    refusal = judged.refusal
    return Problem(f"{judged.record.path}.sig", refusal.line, "", refusal.wrong, refusal.cure)
