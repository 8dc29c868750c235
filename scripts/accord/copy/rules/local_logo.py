"""A council's logo is a plain picture: an SVG that can do nothing but draw, or a PNG without anything hidden in it.

An SVG is published as it is, and a browser that opens it by itself runs what it holds. So nothing is cleaned: what is
not on the short list of files/svg.py is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.files import png, svg
from accord.files.nodes import Mapping, Scalar
from accord.files.problem import Problem
from accord.project.inputs import Inputs
from accord.project.reading import LOCAL


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what is wrong with each logo, logos that are not there, and logos that nothing shows."""
    project = inputs.project
    settings, used = project.of_kind("local-site"), set[str]()
    for document in settings:
        value = document.node.get("logo") if isinstance(document.node, Mapping) else None
        if isinstance(value, Scalar):
            used.add(value.value)
            if f"{LOCAL}{value.value}" not in project.logos and value.value in ("logo.svg", "logo.png"):
                wrong = f"There is no file {LOCAL}{value.value}."
                yield Problem(document.path, value.line, "logo", wrong, "Add it, or delete the field.")
    for path, raw in project.logos.items():
        name = path.removeprefix(LOCAL)
        if name == "logo.svg":
            yield from svg.check(path, raw)
        elif name == "logo.png":
            yield from png.check(path, raw)
        else:
            continue  # the rule `local_files` says that it does not belong here
        if settings and name not in used:
            yield Problem(path, 1, "", "No setting names this logo.", "Add logo to data/local/site.yml, or delete it.")
