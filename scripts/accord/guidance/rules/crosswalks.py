"""A framework has each reference once, and a reference each practice once: two rows would say two things."""

from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.guidance.crosswalk import CrosswalkPart
from accord.guidance.reading import elements
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield references and practices that stand a second time."""
    found = elements(inputs.project)
    for crosswalk in found.of("crosswalk"):
        seen: dict[str, str] = {}
        for number, part in enumerate(crosswalk.parts):
            for at, wrong, cure in _twice(part, seen):
                yield Problem(crosswalk.path, *found.at(crosswalk, ("parts", number, "references", *at)), wrong, cure)


def _twice(part: CrosswalkPart, seen: dict[str, str]) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for number, each in enumerate(part.references):
        if each.anchor in seen:
            wrong = f"The reference {shown(each.code)} has the address of {shown(seen[each.anchor])}."
            yield (number, "code"), wrong, "Keep one, or write the code so that its letters and numbers differ."
        seen.setdefault(each.anchor, each.code)
        ways: dict[str, str] = {}
        for practice, how in each.rows:
            if ways.setdefault(practice, how) != how:
                wrong = f"The practice {shown(practice)} stands under {ways[practice]} too."
                yield (number, how), wrong, "Keep the row that says how far it meets this reference."
