"""The rules of a change: each module has one concern and one generator, `check`, that yields problems. None prints.

They judge two commits, whoever asks: what only stewards may do is told by their seal, and by nothing else
(register/rules/seals.py).
A new module here is a new rule; tests/test_change.py has a case for everything that a rule can say.
"""

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module

from accord.change.compare import Change
from accord.files.problem import Problem

Rule = Callable[[Change], Iterator[Problem]]


def every_rule() -> dict[str, Rule]:
    """Return the rules by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").check for name in names}


def judge(change: Change) -> list[Problem]:
    """Return all that is wrong with a change, sorted and without repeats."""
    return sorted({problem for rule in every_rule().values() for problem in rule(change)})
