"""All rules: each is a module of a room's `rules` with one generator, `check`, that yields problems. None prints.

A rule's docstring says what it keeps true and why. A new module there is a new rule, and a room that is deleted takes
its rules with it. Every rule has bad inputs: a table in tests/cases/.
"""

import pkgutil
from importlib import import_module
from pathlib import Path

import accord
from accord.files.problem import Problem
from accord.project.inputs import Inputs, Rule


def every_rule(start: str = "") -> dict[str, Rule]:
    """Return the rules by name, in alphabetical order; only those whose name starts so, and no other is imported."""
    rooms = (Path(accord.__file__).parent / room.name / "rules" for room in pkgutil.iter_modules(accord.__path__))
    found = {module.name: place.parent.name for place in rooms for module in pkgutil.iter_modules([str(place)])}
    names = sorted(name for name in found if name.startswith(start))
    return {name: import_module(f"accord.{found[name]}.rules.{name}").check for name in names}


def check(inputs: Inputs) -> list[Problem]:
    """Return all problems, the readers' own included, sorted and without repeats."""
    found = set(inputs.project.problems)
    for rule in every_rule().values():
        found.update(rule(inputs))
    return sorted(found)


__all__ = ["Inputs", "Rule", "check", "every_rule"]
