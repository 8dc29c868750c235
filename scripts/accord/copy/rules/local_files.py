"""data/local/ holds the settings of a council's copy, its notes, its assessments and its logo, and nothing else."""

from collections.abc import Iterator

from accord.files.problem import Problem
from accord.project.inputs import LEFT_ASIDE, Inputs, left_aside
from accord.project.reading import LOCAL, is_assessment, kind_of

SITE = f"{LOCAL}site.yml"
LOGO = f"{LOCAL}logo.png"


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield files that no rule reads, and local files without the settings that say whose they are."""
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
