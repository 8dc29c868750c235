"""data/local/ holds a council's settings, notes, assessments and logo alone. A note's file is named after its id."""

from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import LEFT_ASIDE, Inputs, left_aside
from accord.project.reading import LOCAL, is_assessment, kind_of

SITE = f"{LOCAL}site.yml"
LOGO = f"{LOCAL}logo.png"


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield files that no rule reads, notes of another name, and local files without the settings of whose they are."""
    every = [name for name in inputs.project.files if name.startswith(LOCAL)]
    names = [name for name in every if not LEFT_ASIDE.search(name)]
    for name in every:
        yield from left_aside(name)
    for name in names:
        if kind_of(name) is None and not is_assessment(name) and name != LOGO:
            cure = (
                f"{LOCAL} holds site.yml, logo.png, notes/ with a .yml file for each id, "
                "and assessments/ with a .json or .yml file for each project."
            )
            yield Problem(name, 1, "", "No rule reads a file in this place.", cure)
    if names and SITE not in names:
        wrong = "The file is missing, so nobody knows whose copy this is."
        yield Problem(SITE, 1, "", wrong, "Run accord adopt, or delete data/local/.")
    for document in inputs.project.of_kind("local-note"):
        value = document.scalar("id")
        if value and value.value != document.stem:
            wrong = f"The note stands beside {shown(value.value)}, and its file has another name."
            yield Problem(document.path, value.line, "id", wrong, f"Name the file {value.value}.yml, or mend the id.")
