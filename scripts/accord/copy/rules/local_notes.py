"""A local note stands in the file that is named after what it stands beside, so that each thing has one note."""

from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield notes in a file of another name. That the id exists, the rule `references` sees to."""
    for document in inputs.project.of_kind("local-note"):
        value = document.scalar("id")
        if value and value.value != document.stem:
            wrong = f"The note stands beside {shown(value.value)}, and its file has another name."
            yield Problem(document.path, value.line, "id", wrong, f"Name the file {value.value}.yml, or mend the id.")
