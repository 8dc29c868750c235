"""The rules: each module has one concern and one generator, `check`, that yields problems. None prints.

A rule's docstring says what it keeps true and why. Every rule has a folder of bad inputs in tests/bad/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from accord.problem import Problem
from accord.read.project import Project


@dataclass(frozen=True)
class Inputs:
    """What rules judge: the project as read, and the day that counts as today."""

    project: Project
    as_of: date


Rule = Callable[[Inputs], Iterator[Problem]]


def every_rule() -> dict[str, Rule]:
    """Return the rules by name. Imported here, not at the top, because each rule module imports this one."""
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
        raw_html,
        references,
        sentences,
        words,
    )

    modules = (
        dates, doors, fields, files, front_matter, guessed, headings, honesty, identifiers, macros, marks, order,
        orphans, raw_html, references, sentences, words,
    )  # fmt: skip
    return {module.__name__.rpartition(".")[2]: module.check for module in modules}


def check(inputs: Inputs) -> list[Problem]:
    """Return all problems, the readers' own included, sorted and without repeats."""
    found = set(inputs.project.problems)
    for rule in every_rule().values():
        found.update(rule(inputs))
    return sorted(found)
