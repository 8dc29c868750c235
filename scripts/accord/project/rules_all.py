"""All rules: each is a module of a room's `rules` with one generator, `check`, that yields problems. None prints.

A rule's docstring says what it keeps true and why. A new module there is a new rule, and a room that is deleted takes
its rules with it. Every rule has bad inputs: a table in tests/cases/.
"""

import pkgutil
from collections import defaultdict
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import accord
from accord.files.problem import Problem, counted, listed, shown
from accord.project.inputs import ALL, Inputs, Rule
from accord.project.reading import Project, owned

MANY = 3  # places that lack the same, from which on it is one problem


def every_rule(start: str = "") -> dict[str, Rule]:
    """Return the rules by name, in alphabetical order; only those whose name starts so, and no other is imported."""
    rooms = (Path(accord.__file__).parent / room.name / "rules" for room in pkgutil.iter_modules(accord.__path__))
    found = {module.name: place.parent.name for place in rooms for module in pkgutil.iter_modules([str(place)])}
    names = sorted(name for name in found if name.startswith(start))
    return {name: import_module(f"accord.{found[name]}.rules.{name}").check for name in names}


def check(inputs: Inputs) -> list[Problem]:
    """Return all problems, the readers' own included, sorted, without repeats and without what follows from another."""
    found = set(inputs.project.problems)
    for rule in every_rule().values():
        found.update(rule(inputs))
    return folded(inputs.project, sorted(found))


def folded(project: Project, found: list[Problem]) -> list[Problem]:
    """Return problems without those that follow from another, which says how many they are.

    A file that can't be read, or whose id is wrong, would define what others then miss: one slip gave fifty lines.
    """
    causes: dict[str, Problem] = {}  # by what the file would give
    unread = {path: owned(path) for path in project.unread}
    for each in (each for each in found if each.severity == "problem"):
        if name := each.owns or unread.get(each.path, ""):
            causes.setdefault(name, each)
    left: list[Problem] = []
    missing: dict[Problem, list[Problem]] = defaultdict(list)
    gone = _vanished(found)
    alone = all(each.lacks == ALL for each in found if each.severity == "problem")
    for each in found:
        cause = _cause(each, causes) or gone.get(each.lacks)
        if cause and cause != each:
            missing[cause].append(each)
        elif each.lacks != ALL or alone:
            left.append(each)
    return [replace(each, more=_more(each, missing[each])) if each in missing else each for each in left]


def _cause(problem: Problem, causes: dict[str, Problem]) -> Problem | None:
    """Return the problem of the file that would give what is missing: `a-b`, or `a` for a part of it."""
    parts = problem.lacks.split("-")
    names = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((causes[name] for name in names if name in causes), None)


def _vanished(found: list[Problem]) -> dict[str, Problem]:
    """Return, by id or address, the first problem of those that many have: its file has gone, or another name."""
    places: dict[str, list[Problem]] = defaultdict(list)
    for each in found:
        places[each.lacks].append(each)
    return {name: each[0] for name, each in places.items() if name not in {"", ALL} and len(each) >= MANY}


def _more(cause: Problem, others: list[Problem]) -> str:
    names, count = {each.lacks for each in others}, counted(len(others), "more place")
    if names == {cause.lacks}:
        where = listed([f"{each.path}:{each.line}" for each in others])
        back = "If it was deleted or renamed, bring it back from git; `accord rename` gives another name."
        return f" It is missing in {count}: {where}. {back}"
    return f" Because of this, {shown(min(names))} {'and others are' if len(names) > 1 else 'is'} missing in {count}."


__all__ = ["Inputs", "Rule", "check", "every_rule"]
