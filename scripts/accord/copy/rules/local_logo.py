"""A council's logo is a plain picture: a PNG without anything hidden in it. A drawing (SVG) could run what it holds."""

from collections.abc import Iterator

from accord.files import png
from accord.files.problem import Problem
from accord.project.inputs import Inputs
from accord.project.reading import LOCAL

LOGO = "logo.png"


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what is wrong with the logo, a logo that is not there, and one that nothing shows."""
    project = inputs.project
    settings, used = project.of_kind("local-site"), False
    raw = project.logos.get(f"{LOCAL}{LOGO}")
    for document in settings:
        value = document.scalar("logo")
        if value and value.value == LOGO:
            used = True
            if raw is None:
                wrong = f"There is no file {LOCAL}{LOGO}."
                yield Problem(document.path, value.line, "logo", wrong, "Add it, or delete the field.")
    if raw is None:  # the rule `local_files` refuses all other files
        return
    yield from png.check(f"{LOCAL}{LOGO}", raw)
    if settings and not used:
        wrong = "No setting names this logo."
        yield Problem(f"{LOCAL}{LOGO}", 1, "", wrong, "Add logo to data/local/site.yml, or delete it.")
