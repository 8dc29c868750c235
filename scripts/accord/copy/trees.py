"""Reads upstream out of git, as it was when this copy last merged it."""

from dataclasses import dataclass
from pathlib import Path

from accord.change.commits import commit, merge_base, snapshot
from accord.change.git import Repository, Unreadable, ask, kept
from accord.project import reading
from accord.project.reading import Project

DEFAULT = "upstream/main"
HOW = (
    "Upstream's texts are not here. Fetch them once, and then give their name:\n"
    "  git remote add upstream <the address of upstream's repository>\n"
    "  git fetch upstream\n"
    f"  accord {{command}} --upstream {DEFAULT}"
)
WORDED = ("data/lifecycle", "commitment/versions")  # what a copy is compared by


@dataclass(frozen=True)
class Upstream:
    """Upstream at one commit. `day` is the commit's, ISO 8601."""

    commit: str
    day: str
    project: Project

    @property
    def name(self) -> str:
        return f"upstream's commit {self.commit[:12]} of {self.day}"


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
    away = {each: _differ(found, each) for each in (base, *later.decode().split())}
    return min(away, key=lambda each: away[each])


def _differ(found: Repository, other: str) -> int:
    """Return how many files of guidance and of published texts this copy's newest commit has otherwise."""
    return len(
        found.ask("diff-tree", "-r", "-z", "--name-only", "--no-renames", other, "HEAD", "--", *WORDED).split(b"\0")
    )
