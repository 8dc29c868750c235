"""The rules: each module has one concern and one generator, `check`, that yields problems. None prints.

A rule's docstring says what it keeps true and why. A new module here is a new rule, and every rule has bad inputs: a
folder in tests/bad/, or a table of tests/bad_*.py or tests/test_rules_*.py.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from accord.problem import Problem
from accord.rules.base import Inputs, Rule

NOT_A_RULE = "base"
# The rules that hold a record against the register, beyond its own form.
AGAINST_THE_REGISTER = {f"record_{name}" for name in ("authorities", "history", "identity", "successors", "targets")}


def every_rule(start: str = "") -> dict[str, Rule]:
    """Return the rules by name, in alphabetical order; only those whose name starts so, and no other is imported."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name != NOT_A_RULE)
    names = [name for name in names if name.startswith(start)]
    return {name: import_module(f"{__name__}.{name}").check for name in names}


def check(inputs: Inputs) -> list[Problem]:
    """Return all problems, the readers' own included, sorted and without repeats."""
    found = set(inputs.project.problems)
    for name, rule in every_rule().items():
        found.update(_weighed(inputs, rule) if name in AGAINST_THE_REGISTER else rule(inputs))
    return sorted(found)


def _weighed(inputs: Inputs, rule: Rule) -> Iterator[Problem]:
    """Yield what a rule finds: a note where it is of a claim that lay there before.

    Where the seals do not hold, nothing counts, and no record can be held against what does: their rule says so.
    """
    if inputs.project.commitment.chain.faults:
        return
    claims = {record.path for record in inputs.project.commitment.claims} - inputs.fresh
    for found in rule(inputs):
        yield replace(found, severity="note") if found.path in claims else found


__all__ = ["Inputs", "Rule", "check", "every_rule"]
