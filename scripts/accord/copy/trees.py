"""Reads upstream out of git, as it was when this copy last merged it."""

from dataclasses import dataclass
from pathlib import Path

from accord.change.commits import commit, merge_base, snapshot
from accord.change.git import Repository, Unreadable, ask, kept
from accord.project import reading
from accord.project.reading import Project

DEFAULT = "upstream/main"
WORDED = ("data/lifecycle", "commitment/versions")  # what a copy is compared by


@dataclass(frozen=True)
class Upstream:
    """Upstream at one commit. `day` is the commit's, ISO 8601."""

    commit: str
    day: str
    project: Project


def chosen(root: Path, ref: str | None) -> str:
    """Return `ref`, or upstream's main branch where git knows it here, else an empty string."""
    if ref is not None:
        return ref
    known = ask(root, "rev-parse", "--verify", "--quiet", f"refs/remotes/{DEFAULT}^{{commit}}").code == 0
    return DEFAULT if known else ""


def merged(root: Path, ref: str) -> Upstream:
    """Return upstream as it was when this copy last merged `ref`.

    Raises Unreadable: git knows no such commit, or no history in common, or it is another project.
    """
    found = kept(root)
    base = _taken(found, merge_base(found, ref), ref)
    name = f"Commit {base[:12]}"
    try:
        project = reading.load(snapshot(found, base, name))
    except FileNotFoundError:
        raise Unreadable(f"{name} is not this project: it has no data/schema.") from None
    return Upstream(base, found.ask("show", "--no-patch", "--format=%cs", base).decode().strip(), project)


def _taken(found: Repository, base: str, ref: str) -> str:
    """Return the commit of upstream whose words this copy has taken in.

    A squashed or rebased merge leaves no trace in the history, so what lies in the files decides: the later commit that
    fewest of them differ from. Where none is nearer than `base`, it is `base`.
    """
    later = found.ask("rev-list", "--first-parent", "--reverse", f"{base}..{commit(found, ref)}", "--", *WORDED)
    words = ("diff-tree", "-r", "-z", "--name-only", "--no-renames")
    away = {each: found.ask(*words, each, "HEAD", "--", *WORDED) for each in (base, *later.decode().split())}
    return min(away, key=lambda each: away[each].count(b"\0"))
