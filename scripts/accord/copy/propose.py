"""Makes a branch that holds a copy's own records on top of upstream, and nothing else of the copy.

Made of git's own parts, one by one: nothing is checked out, the user's index and branches stay as they are, and no hook
or program of a setting runs. The commit names the organisation and no person, because it becomes public.
"""

import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accord.change.commits import PLAIN, Commit, commit, snapshot
from accord.change.git import Repository, ask
from accord.copy.trees import kept, read
from accord.files.disk import Disk
from accord.files.problem import Problem, Unusable, clipped, shown
from accord.files.text import LARGEST
from accord.files.tree import Overlay
from accord.project.ids import nearest
from accord.project.rules_all import Inputs, check
from accord.register import reading as record
from accord.register.folder import SIGNATORIES

MOST = 100  # branches of one signatory


@dataclass(frozen=True)
class Proposal:
    """A branch, its commit, and the paths of the records that it adds to upstream's commit `on`."""

    branch: str
    commit: str
    on: str
    paths: tuple[str, ...]


def propose(root: Path, slug: str, ref: str, as_of: date) -> tuple[Proposal | None, list[Problem]]:
    """Make the branch, or find it where it was made before. Return None where the records have problems, and these.

    Raises Unusable: there is nothing to propose. Raises Unreadable: git does not keep the copy, or does not know `ref`.
    """
    found = kept(root)
    own = dict(_claims(root, slug))
    if not own:
        raise Unusable(_nobody(root, slug))
    on = commit(found, ref)
    theirs = snapshot(found, on, ref)
    new = _lacking(found, own, theirs, slug)
    if problems := _judged(theirs, new, as_of):
        return None, problems
    blobs = {path: _blob(found, raw, "-w") for path, raw in new.items()}
    tree = _planted(found, on, blobs)
    branch, made = _branch(found, slug, on, tree, f"{slug}: {', '.join(Path(path).stem for path in sorted(new))}")
    return Proposal(branch, made, on, tuple(sorted(new))), []


def _claims(root: Path, slug: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each record of a signatory that needs no steward to be sent."""
    if not record.is_slug(slug):
        return
    here = Disk(root)
    for lying in here.walk(f"{SIGNATORIES}{slug}")[0]:
        name = record.name(lying.path)
        if lying.kind == "file" and name is not None and name.event != "confirmed":
            try:
                yield lying.path, here.read(lying.path, LARGEST)
            except OSError as error:
                raise Unusable(f"{lying.path} can't be read: {error.strerror}.") from None


def _nobody(root: Path, slug: str) -> str:
    folder = root / SIGNATORIES
    known = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    near = nearest(slug, sorted(known))
    return (
        f"This copy holds no record of {shown(slug)}.{near} Make one with accord sign, or look for a slip in the name."
    )


def _lacking(found: Repository, own: Mapping[str, bytes], theirs: Commit, slug: str) -> dict[str, bytes]:
    """Return what upstream has not. What it erased, or has with other bytes, can't be sent."""
    erased = {path for path in own if f"{path}.erased" in theirs.entries}
    new = {path: raw for path, raw in own.items() if path not in theirs.entries and path not in erased}
    for path, raw in own.items():
        if path in theirs.entries and theirs.entries[path].id != _blob(found, raw):
            wrong = f"Upstream has {path} with other bytes, and a record never changes."
            raise Unusable(f"{wrong} Take its file, or make your record anew: accord sign gives it another name.")
    if not new:
        gone = f" It erased {len(erased)} of them." if erased else ""
        raise Unusable(f"There is nothing to propose: {clipped(theirs.name)} has every record of {slug} here.{gone}")
    return new


def _judged(theirs: Commit, new: Mapping[str, bytes], as_of: date) -> list[Problem]:
    """Return what the check says of the new records where they would lie: among upstream's texts, lists and records."""
    found = check(Inputs(read(Overlay(theirs, new), theirs.name), as_of, frozenset(new)))
    return [each for each in found if each.path in new and each.severity == "problem"]


def _blob(found: Repository, raw: bytes, *options: str) -> str:
    """Return the id that git gives to these bytes; with `-w` it keeps them."""
    return found.ask("hash-object", *options, "--stdin", given=raw).decode().strip()


def _planted(found: Repository, on: str, blobs: Mapping[str, str]) -> str:
    """Return the id of a tree that is a commit's and these files, made in an index of its own."""
    with tempfile.TemporaryDirectory(prefix="accord-propose-") as folder:
        index = Path(folder, "index")
        found.ask("read-tree", on, index=index)
        rows = "".join(f"{PLAIN} {blob}\t{path}\0" for path, blob in blobs.items())
        found.ask("update-index", "-z", "--add", "--replace", "--index-info", given=rows.encode(), index=index)
        return found.ask("write-tree", "--missing-ok", index=index).decode().strip()


def _branch(found: Repository, slug: str, on: str, tree: str, message: str) -> tuple[str, str]:
    """Return a branch with this tree on that commit: the one that has it already, or a new one. None is ever moved."""
    for number in range(1, MOST):
        name = f"propose-{slug}{'' if number == 1 else f'-{number}'}"
        old = ask(found.root, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}^{{commit}}")
        if old.code:
            made = _committed(found, slug, on, tree, message)
            found.ask("update-ref", f"refs/heads/{name}", made, "0" * len(made))
            return name, made
        known = ask(found.root, "rev-parse", f"{old.line}^{{tree}}", f"{old.line}^").line.split()
        if known == [tree, on]:
            return name, old.line
    raise Unusable(f"There are {MOST - 1} branches for {slug} already. Delete those that were merged.")


def _committed(found: Repository, slug: str, on: str, tree: str, message: str) -> str:
    """Write a commit and return its id. It is written out here, because git would take the user's own name."""
    who = f"{re.sub('[^a-z0-9-]', '', slug)} <> {int(time.time())} +0000"
    raw = f"tree {tree}\nparent {on}\nauthor {who}\ncommitter {who}\n\n{message}\n".encode()
    return found.ask("hash-object", "-t", "commit", "-w", "--stdin", given=raw).decode().strip()
