"""data/ and docs/ hold only what we know how to read: a file that no rule sees is a file that nobody checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.ids import nearest
from accord.problem import Problem, listed, shown
from accord.read.project import FOLDERS, SINGLES, kind_of
from accord.rules.base import Inputs

PAGE_KINDS = {".md", ".css", ".js", ".svg", ".png", ".txt", ".json"}
OWN_RULES = ("data/schema/", "data/local/")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield links, wrong endings, unknown folders and strange names."""
    for name in inputs.project.files:
        path = PurePosixPath(name)
        if (inputs.project.root / name).is_symlink():
            wrong = "The file is a symbolic link, and its target would be published."
            yield Problem(name, 1, "", wrong, "Replace it by the file itself.")
        elif name.startswith("docs/"):
            if path.suffix not in PAGE_KINDS:
                wrong = f"A file that ends in {shown(path.suffix)} does not belong in docs/."
                yield Problem(name, 1, "", wrong, f"Use {listed(sorted(PAGE_KINDS), 'or')}, or move it.")
        elif not name.startswith(OWN_RULES) and kind_of(name) is None:
            yield _stranger(name, path)


def _stranger(name: str, path: PurePosixPath) -> Problem:
    if path.suffix in {".yaml", ".YML", ".YAML"}:
        return Problem(name, 1, "", f"The name ends in {shown(path.suffix)}.", "Rename it to end in .yml.")
    if len(path.parts) == 2:
        return Problem(name, 1, "", "No rule reads this file.", f"Files of data/ itself are {listed(sorted(SINGLES))}.")
    folder = path.parts[1]
    wrong = f"No rule reads a file in this place.{nearest(folder, FOLDERS)}"
    return Problem(name, 1, "", wrong, f"Folders of data/ are {listed(sorted(FOLDERS))}; each holds .yml files.")
