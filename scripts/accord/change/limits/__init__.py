"""The rules of a change: each module has one concern and one generator, `check`, that yields problems. None prints.

They judge two commits, whoever asks: what only stewards may do is told by their seal, and by nothing else
(register/rules/seals.py).
A new module here is a new rule; tests/cases/change/ has a case for everything that a rule can say.
"""

import pkgutil
from importlib import import_module

from accord.change.compare import Change
from accord.files.problem import Problem


def judge(change: Change) -> list[Problem]:
    """Return all that is wrong with a change, sorted and without repeats."""
    rules = (import_module(f"{__name__}.{module.name}").check for module in pkgutil.iter_modules(__path__))
    return sorted({problem for rule in rules for problem in rule(change)})
