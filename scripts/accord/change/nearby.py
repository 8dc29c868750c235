"""What the tree's rules say of the records that a change touches, without reading the tens of thousands beside them.

The signatories that are touched, and those that take over from them, are laid out by themselves with what records refer
to, and the rules of records judge them there. Rules that look across signatories are the whole tree's.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from accord.change import paths
from accord.change.compare import Change, read_record
from accord.change.tree import REGULAR
from accord.problem import Problem
from accord.read import disk
from accord.read import project as reading
from accord.read.commitment import DRAFT, VERSIONS
from accord.read.disk import DEEPEST
from accord.read.text import LARGEST
from accord.rules import Inputs, every_rule

NEEDED = ("data/schema", "data/values", "data/authorities.yml", VERSIONS.rstrip("/"), DRAFT)
MOST = 200  # signatories; a change of more is a steward's, who checks the whole tree


def judged(change: Change, root: Path) -> list[Problem]:
    """Return the problems of the records of those signatories that the change touches, sorted."""
    touched = sorted({paths.slug(path) for path in change.touched} - {""})[:MOST]
    if not touched:
        return []
    with tempfile.TemporaryDirectory(prefix="accord-") as folder:
        alone = Path(folder)
        for name in NEEDED:
            _copy(root, name, alone)
        _lay(change, {*touched, *_successors(change)}, alone)
        project = reading.load(alone)
        rules = every_rule("record_").values()
        found = {*project.problems, *(problem for rule in rules for problem in rule(Inputs(project, change.as_of)))}
    return sorted(problem for problem in found if paths.slug(problem.path) in touched)


def _successors(change: Change) -> set[str]:
    records = (read_record(change.head, path) for path in change.of("record", change.added)[:MOST])
    named = {record.get("successor") for record in records if record is not None}
    return {slug for slug in named if slug and "/" not in slug}


def _copy(root: Path, name: str, alone: Path) -> None:
    """Copy a file, or a folder's files, as far as a reader would read them: no pipe, no link, nothing without end."""
    found = disk.walk(root, name)[0] if (root / name).is_dir() else [disk.Found(name, "file")]
    for each in found:
        with suppress(OSError):  # what can't be read is missing here, and the check of the whole tree names it
            raw = disk.start(root / each.path, LARGEST)
            (alone / each.path).parent.mkdir(parents=True, exist_ok=True)
            (alone / each.path).write_bytes(raw)


def _lay(change: Change, slugs: set[str], alone: Path) -> None:
    """Write the plain files of some signatories; what is no plain file, the rule `modes` names."""
    for path, entry in change.head.entries.items():
        if path.count("/") > DEEPEST or paths.slug(path) not in slugs:
            continue
        if entry.mode in REGULAR and (raw := change.head.read(path)) is not None:
            (alone / path).parent.mkdir(parents=True, exist_ok=True)
            (alone / path).write_bytes(raw)
