"""A document made from answers rests on what worksheets ask: a field that names anything else would never be filled."""

from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.guidance.layout import Layout
from accord.guidance.reading import elements
from accord.project.inputs import Guesses, Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield ids that no worksheet asks, and sections that hold nothing or two things."""
    found = elements(inputs.project)
    layouts = found.of("export", Layout)
    known = found.known if layouts else None
    guesses = Guesses()
    for layout in layouts:
        for number, section in enumerate(layout.sections):
            if bool(section.fields) == bool(section.insert):
                wrong = "The section has both fields and an insert." if section.insert else "The section is empty."
                yield Problem(
                    layout.path, *found.at(layout, ("sections", number)), wrong, 'Give it "fields" or an "insert".'
                )
            for place, each in enumerate(section.fields):
                for index, name in enumerate(each.answers):
                    if known and name not in known.asked:
                        path = ("sections", number, "fields", place, "answers", index)
                        wrong = f"No worksheet asks {shown(name)}.{guesses.nearest(name, known.asked)}"
                        cure = "Write the id of a question, a practice or a recommendation that a worksheet asks."
                        yield Problem(layout.path, *found.at(layout, path), wrong, cure)
