"""Opens a project for those that need the whole guidance: reads, checks, builds the model, and keeps it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from accord.files import clock
from accord.files.disk import Disk
from accord.files.problem import Problem
from accord.guidance.paper import Offer
from accord.project import reading
from accord.project.page import ROOT_PAGES
from accord.project.rules_all import Inputs, check
from accord.register.published import Published, publish

Stamp = tuple[tuple[str, int, int], ...]


class Unfit(Exception):
    """The project has problems. Carries them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Workspace:
    """A project that has no problems, and its model."""

    project: reading.Project
    guidance: Published
    notes: list[Problem]


_kept: dict[Path, tuple[Stamp, Workspace]] = {}


def open_checked(root: Path, as_of: date | None = None) -> Workspace:
    """Return the workspace at `root`, read anew only when a file of commitment/, data/ or docs/ has changed.

    Raises Unfit: the project has problems. Raises FileNotFoundError: there is no project at `root`.
    """
    stamp = _stamp(root)
    if root in _kept and _kept[root][0] == stamp:
        return _kept[root][1]
    project = reading.load(root)
    day = as_of or clock.as_of()
    found = check(Inputs(project, day))
    if problems := [problem for problem in found if problem.severity == "problem"]:
        raise Unfit(problems)
    workspace = Workspace(project, publish(project, day), found)
    _kept[root] = (stamp, workspace)
    return workspace


def kept(root: Path) -> Workspace:
    """Return the workspace that `open_checked` last opened, without looking at the disk again."""
    return _kept[root][1] if root in _kept else open_checked(root)


def offer(root: Path, offers: tuple[Offer, ...]) -> None:
    """Put what documents were made into the workspace that is kept, so that pages can offer them."""
    stamp, found = _kept[root]
    _kept[root] = (stamp, replace(found, guidance=replace(found.guidance, offers=offers)))


def _stamp(root: Path) -> Stamp:
    """Return names, times and sizes: enough to notice an edit between two builds of one process."""
    folders = (root / found.path for name in ("commitment", "data", "docs") for found in Disk(root).walk(name)[0])
    pages = (root / name for name in ROOT_PAGES if (root / name).exists())
    stats = ((path, path.lstat()) for path in (*folders, *pages))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)
