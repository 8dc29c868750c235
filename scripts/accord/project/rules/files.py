"""data/ and docs/ hold only what we know how to read: a file that no rule sees is a file that nobody checks."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.files import png
from accord.files.problem import Problem, listed, shown
from accord.files.tree import FOR_WINDOWS, LITTER, windows_refuses
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.project.page import ROOT_PAGES
from accord.project.reading import FOLDERS, NAME, SINGLES, Project, is_assessment, kind_of, owned

PAGE_KINDS = {".md", ".css", ".js", ".svg", ".png", ".txt", ".json", ".csv"}
ASSETS = "docs/assets/"
EXAMPLES = "docs/toolkit/numbers/"  # made-up files to take away and try
OWN_RULES = ("data/schema/", "data/local/")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield links, strange names, names that only capitals tell apart, wrong places and endings, and missing files."""
    folded: dict[str, str] = {}
    for name in inputs.project.files:
        yield from _file(inputs.project, name, PurePosixPath(name))
        if (twin := folded.setdefault(name.casefold(), name)) != name:
            wrong = f"Only capital letters tell the name from {twin}, and some computers take the two for one."
            yield Problem(name, 1, "", wrong, "Rename one of them.")
    for single in sorted(f"data/{name}" for name in SINGLES):
        if single not in inputs.project.files:
            yield Problem(single, 1, "", "The file is missing, and the site needs it.", "Bring it back.")


def _file(project: Project, name: str, path: PurePosixPath) -> Iterator[Problem]:
    if project.tree.kind(name) == "link":
        wrong = "The file is a symbolic link, and its target would be published."
        yield Problem(name, 1, "", wrong, "Replace it by the file itself.")
    elif LITTER.fullmatch(path.name) or (path.name.startswith(".") and not name.startswith(OWN_RULES)):
        yield Problem(name, 1, "", "A desktop or an editor left this file.", "Delete it.")
    elif not NAME.match(name):
        wrong = "The file's name holds a character that does not belong in an address."
        cure = "Use letters a to z, digits, hyphens and full stops, or delete the file where it is a copy."
        yield Problem(name, 1, "", wrong, cure)
    elif windows_refuses(name) and not is_assessment(name):  # whose rule says more
        yield Problem(name, 1, "", *FOR_WINDOWS)
    elif path.suffix in {".png", ".svg"} and name.startswith(ASSETS):
        raw = project.tree.read(name, png.LARGEST)
        yield from png.check(name, raw) if path.suffix == ".png" or len(raw) > png.LARGEST else ()
    elif name.startswith("docs/"):
        yield from _page(name, path)
    elif name not in ROOT_PAGES and not name.startswith(OWN_RULES) and kind_of(name) is None:
        yield _stranger(name, path)


def _page(name: str, path: PurePosixPath) -> Iterator[Problem]:
    if path.suffix not in PAGE_KINDS:
        wrong = f"A file that ends in {shown(path.suffix)} does not belong in docs/."
        if not path.suffix:
            wrong = "A file whose name has no ending does not belong in docs/."
        yield Problem(name, 1, "", wrong, f"Use {listed(sorted(PAGE_KINDS), 'or')}, or move it.")
    elif path.suffix == ".md" and name != name.lower():
        wrong = "A page's name is its address, and this one has a capital letter."
        yield Problem(name, 1, "", wrong, f"Rename the file: {name.lower()}.", owns=owned(name.lower()))
    elif path.suffix != ".md" and not name.startswith((ASSETS, EXAMPLES)):
        wrong = (
            "Only pages lie here. This would be published as it is, perhaps where badges and data of the register are."
        )
        yield Problem(name, 1, "", wrong, f"Move it into {ASSETS}, or {EXAMPLES} if people take it away to try.")


def _stranger(name: str, path: PurePosixPath) -> Problem:
    folder = path.parts[1]
    if path.suffix.lower() == ".yaml" or (len(path.parts) == 3 and folder in FOLDERS):
        return Problem(name, 1, "", "The name does not end in .yml.", "Rename it, or move it out of data/.")
    if len(path.parts) == 2:
        return Problem(name, 1, "", "No rule reads this file.", f"Files of data/ itself are {listed(sorted(SINGLES))}.")
    near = "" if folder in FOLDERS else nearest(folder, FOLDERS)
    cure = f"Folders of data/ are {listed(sorted(FOLDERS))}; each holds .yml files."
    return Problem(name, 1, "", f"No rule reads a file in this place.{near}", cure)
