"""All rules: each is a module of a room's `rules` with one generator, `check`, that yields problems. None prints.

A rule's docstring says what it keeps true and why. A new module there is a new rule, and a room that is deleted takes
its rules with it. Every rule has bad inputs: a folder in tests/bad/, or a table of tests.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import accord
from accord.files.problem import Problem
from accord.project.inputs import Inputs, Rule
from accord.register.folder import read_folder

# The rules that hold a record against the register, beyond its own form.
AGAINST_THE_REGISTER = {f"record_{name}" for name in ("authorities", "history", "identity", "successors", "targets")}


def every_rule(start: str = "") -> dict[str, Rule]:
    """Return the rules by name, in alphabetical order; only those whose name starts so, and no other is imported."""
    rooms = (Path(accord.__file__).parent / room.name / "rules" for room in pkgutil.iter_modules(accord.__path__))
    found = {module.name: place.parent.name for place in rooms for module in pkgutil.iter_modules([str(place)])}
    names = sorted(name for name in found if name.startswith(start))
    return {name: import_module(f"accord.{found[name]}.rules.{name}").check for name in names}


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
    if read_folder(inputs.project).chain.faults:
        return
    claims = {record.path for record in read_folder(inputs.project).claims} - inputs.fresh
    for found in rule(inputs):
        yield replace(found, severity="note") if found.path in claims else found


__all__ = ["Inputs", "Rule", "check", "every_rule"]
