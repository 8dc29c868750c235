"""Reads the trees that a change is judged by, as the command line names them: folders, or branches of git."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from accord.change.commits import commit, is_folder_name, merge_base, snapshot
from accord.change.compare import Change
from accord.change.folders import folder
from accord.change.git import Repository, Unreadable, installed, program, repository
from accord.change.tree import Tree
from accord.problem import shown

PLAIN_FOLDERS = "sha256"  # how files are told apart where no git says


def compared(root: Path, base: str, as_of: date, steward: bool = False, upstream: str | None = None) -> Change:
    """Return the change from `base` to the folder `root`.

    Raises:
        Unreadable: a tree can't be read, in words fit to be printed.
    """
    kept = _kept(root)
    algorithm = kept.algorithm if kept else PLAIN_FOLDERS
    # A part of a larger repository is read as a plain folder, unless the base is a commit of that repository.
    whole = kept if kept and (kept.top or not is_folder_name(base)) else None
    old = _tree(kept, algorithm, base, fork=True)
    theirs = None if upstream is None else _tree(kept, algorithm, upstream, fork=False)
    return Change(old, folder(root, whole, algorithm), as_of, steward, theirs)


def _kept(root: Path) -> Repository | None:
    """Return the repository of a folder, or None; without git on the machine, folders are still compared."""
    return repository(root) if installed() else None


def _tree(kept: Repository | None, algorithm: str, name: str, fork: bool) -> Tree:
    """Return the tree that a name stands for. `fork` asks for the commit from which HEAD left the branch."""
    if name.startswith("-") or not name.strip() or "\0" in name:
        raise Unreadable(
            f"{shown(name)} is neither a folder nor a branch. Give a folder, or a branch like origin/main."
        )
    if is_folder_name(name):
        return _folder(Path(name), algorithm)
    if kept is None:
        program()  # says so where git itself is missing
        wrong = f"{shown(name)} is no folder, and git keeps nothing here, so it is no branch either."
        raise Unreadable(f"{wrong} Give a folder that exists.")
    found = merge_base(kept, name) if fork else commit(kept, name)
    how = ", where HEAD left it" if fork else ""
    return snapshot(kept, found, f"{name} (commit {found[:12]}{how})")


def _folder(path: Path, algorithm: str) -> Tree:
    path = path.resolve()
    if not path.is_dir():
        raise Unreadable(f"There is no folder {shown(str(path))}. Give one that exists, or a branch like origin/main.")
    if not (path / "data" / "schema").is_dir():
        raise Unreadable(f"{shown(str(path))} is not the project's folder: it has no data/schema.")
    inside = _kept(path)
    same = inside is not None and inside.top and inside.algorithm == algorithm
    return folder(path, inside if same else None, algorithm)
