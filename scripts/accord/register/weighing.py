"""How a rule that holds a record against the register weighs what it finds."""

from collections.abc import Iterator
from dataclasses import replace
from functools import wraps

from accord.files.problem import Problem
from accord.project.inputs import Inputs, Rule
from accord.register.folder import read_folder


def against_the_register(rule: Rule) -> Rule:
    """Return a rule whose problems are notes where they are of a claim that was there before.

    Where the seals do not hold, nothing counts, and no record can be held against what does: their rule says so.
    """

    @wraps(rule)
    def check(inputs: Inputs) -> Iterator[Problem]:
        folder = read_folder(inputs.project)
        if folder.chain.faults:
            return
        claims = {record.path for record in folder.claims} - inputs.fresh
        for found in rule(inputs):
            yield replace(found, severity="note") if found.path in claims else found

    return check
