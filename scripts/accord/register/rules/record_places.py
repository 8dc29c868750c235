"""commitment/ holds texts, records, what is left of erased records, stewards' keys and seals, and nothing else.

Whatever else lies there would be seen by readers and by no check (security.md, 3.4).
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.files.problem import Problem
from accord.project.inputs import Inputs, left_aside
from accord.register.book import names
from accord.register.folder import read_folder

SIGNATORIES = "commitment/signatories/"
ENDINGS = "Records end in .yml, and what is left of erased ones in .yml.erased."


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield files that fit no place, and names that only capital letters tell apart."""
    folder = read_folder(inputs.project)
    for path in folder.strangers:
        left = list(left_aside(path)) if inputs.project.tree.kind(path) == "file" else []
        yield from left or [Problem(path, 1, "", *_stranger(inputs, path))]
    yield from _twins(inputs)


def _twins(inputs: Inputs) -> Iterator[Problem]:
    """Yield folders and files that only capital letters tell apart: those that have not the right name, each once."""
    folder = read_folder(inputs.project)
    named = sorted(names(folder), key=lambda pair: pair[1] is None)
    folded: dict[str, str] = {}
    told: set[str] = set()
    for path in (*(path for path, _ in named), *folder.strangers):
        parts = path.split("/")
        for depth in range(3, len(parts) + 1):
            part = "/".join(parts[:depth])
            if (twin := folded.setdefault(part.casefold(), part)) != part:
                if part not in told:
                    wrong = f"Only capital letters tell the name from {twin}, and some computers take the two for one."
                    yield Problem(path, 1, "", wrong, "Rename one of them.")
                told.add(part)
                break


def _stranger(inputs: Inputs, path: str) -> tuple[str, str]:
    name, kind = PurePosixPath(path), inputs.project.tree.kind(path)
    if kind == "link":
        return "The file is a symbolic link, and its target would be published.", "Replace it by the file itself."
    if kind != "file":
        return "This is no plain file.", "Delete it."
    if name.name == ".gitattributes":
        return "The file could change the bytes of what was signed.", "Delete it: the one at the top is enough."
    if not path.startswith(SIGNATORIES):
        cure = "commitment/ holds draft.md, stewards, versions/, signatories/ and seals/ only."
        return "No rule reads this file.", cure
    if path.count("/") == 2:
        return "The file lies in no signatory's folder.", "Put it into the folder that is named after the signatory."
    if path.count("/") > 3:
        return "The file lies too deep.", "A signatory's folder has no folders in it."
    if name.suffix.lower() in {".yaml", ".yml"}:
        return "The name does not end in .yml, in small letters.", "Rename it."
    return "The file is no record.", ENDINGS
