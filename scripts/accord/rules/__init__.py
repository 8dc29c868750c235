"""The rules: each module has one concern and one generator, `check`, that yields problems. None prints.

A rule's docstring says what it keeps true and why. Every rule has a folder of bad inputs in tests/bad/.
"""

from __future__ import annotations

from accord.problem import Problem
from accord.rules import (
    dates,
    doors,
    fields,
    files,
    front_matter,
    guessed,
    headings,
    honesty,
    identifiers,
    macros,
    marks,
    order,
    orphans,
    pages,
    raw_html,
    references,
    sentences,
    words,
)
from accord.rules.base import Inputs, Rule

MODULES = (
    dates,
    doors,
    fields,
    files,
    front_matter,
    guessed,
    headings,
    honesty,
    identifiers,
    macros,
    marks,
    order,
    orphans,
    pages,
    raw_html,
    references,
    sentences,
    words,
)


def every_rule() -> dict[str, Rule]:
    """Return the rules by name."""
    return {module.__name__.rpartition(".")[2]: module.check for module in MODULES}


def check(inputs: Inputs) -> list[Problem]:
    """Return all problems, the readers' own included, sorted and without repeats."""
    found = set(inputs.project.problems)
    for rule in every_rule().values():
        found.update(rule(inputs))
    return sorted(found)


__all__ = ["Inputs", "Rule", "check", "every_rule"]
