"""The rules: each module has one concern and one generator, `check`, that yields problems. None prints.

A rule's docstring says what it keeps true and why. A new module here is a new rule, and every rule has a folder of bad
inputs in tests/bad/.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from accord.problem import Problem
from accord.rules.base import Inputs, Rule

NOT_A_RULE = "base"


def every_rule(start: str = "") -> dict[str, Rule]:
    """Return the rules by name, in alphabetical order; only those whose name starts so, and no other is imported."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name != NOT_A_RULE)
    names = [name for name in names if name.startswith(start)]
    return {name: import_module(f"{__name__}.{name}").check for name in names}


def check(inputs: Inputs) -> list[Problem]:
    """Return all problems, the readers' own included, sorted and without repeats."""
    found = set(inputs.project.problems)
    for rule in every_rule().values():
        found.update(rule(inputs))
    return sorted(found)


__all__ = ["Inputs", "Rule", "check", "every_rule"]
