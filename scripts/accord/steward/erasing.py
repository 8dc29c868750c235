"""Takes a record away. Of one that a seal lists, digest, day and ground stay, so that the count is honest."""

from dataclasses import dataclass
from datetime import date

from accord.files.atomic import write_new
from accord.files.problem import Problem, Unusable, shown
from accord.project.ids import nearest
from accord.project.reading import Project
from accord.register.folder import read_folder, written
from accord.register.record import CONFIRMED
from accord.register.record_fields import ERASED
from accord.register.writing import make
from accord.seals import chain
from accord.steward.queue import Queue


@dataclass(frozen=True)
class Erasure:
    """What is to go. `left` is what stays in the place of a sealed record; without it nothing has to stay.

    `paths` are the record and, of a claim, the confirmations of it that no seal lists.
    """

    paths: tuple[str, ...]
    left: bytes | None


def plan(project: Project, as_of: date, path: str, ground: str) -> tuple[Erasure, list[Problem]]:
    """Return what is to go and to stay, and what is wrong with what would stay.

    Raises:
        Unusable: there is no such record, or the seals do not hold, or one waits for a signature.
        OSError: a file can't be read.
    """
    files = {file.path: file for file in read_folder(project).records}
    if path not in files:
        raise Unusable(f"There is no record {shown(path)}.{nearest(path, files)}")
    queue = Queue(project, as_of)
    queue.open_for_change()
    last = queue.plan.last if queue.plan else read_folder(project).chain.newest
    if last is None or path not in last.lines:
        meant = path.split("/")[2], files[path].digest
        records = [file.record for file in files.values() if file.record and file.record.event == CONFIRMED]
        own = [each.path for each in records if (each.signatory, each.get("target")) == meant]
        return Erasure((path, *own), None), []
    if not ground:
        wrong = "A seal lists this record, so it is erased on a ground."
        raise Unusable(f"{wrong} Give it with --ground, in general words.")
    values = {"digest": files[path].digest, "date": as_of.isoformat(), "ground": ground}
    raw = make.encode(values, ERASED)
    found = make.judged(written(project, {path: None, f"{path}.erased": raw}), as_of)
    return Erasure((path,), raw), sorted({each for each in found if each.path == f"{path}.erased"})


def carry_out(project: Project, erasure: Erasure) -> None:
    """Write what stays, and then take the record away. Cut short between the two, it can be run again.

    Raises OSError: the disk refuses. Raises Unusable: something else lies there already.
    """
    if erasure.left is not None:
        beside = project.root / f"{erasure.paths[0]}.erased"
        try:
            write_new(beside, erasure.left)
        except FileExistsError:
            was, now = (chain.ERASED.search(raw) for raw in (beside.read_bytes(), erasure.left))
            if not (was and now and was[1] == now[1]):
                raise Unusable(f"{beside.name} lies there already, of another record. Look at it.") from None
    for path in erasure.paths:
        (project.root / path).unlink()
