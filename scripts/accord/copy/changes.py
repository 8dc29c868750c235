"""What upstream changed since a copy last merged it: texts, promises, practices, pages, data, rules, records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from accord.change import paths
from accord.commitment.build import commitment
from accord.commitment.folder import DRAFT
from accord.commitment.text import Version
from accord.copy.practices import practices
from accord.copy.trees import Upstream
from accord.project.reading import Project
from accord.seals import chain

PROGRAM = (
    "scripts/",
    "overrides/",
    "docs/assets/",
    "mkdocs.yml",
    "requirements",
    "pyproject.toml",
    "Makefile",
    ".github/",
)
SCHEMAS, LIFECYCLE = "data/schema/", "data/lifecycle/"
RULES = re.compile(r"scripts/accord/(\w+/rules|change/limits)/")


@dataclass(frozen=True)
class Touched:
    """Names that are new, other and gone, each sorted."""

    added: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.edited or self.removed)


@dataclass(frozen=True)
class Changes:
    """From `old`, which the copy holds, to `new`. Paths are below the root; practices are ids with titles.

    `draft` says that the next version is being written: a draft that is the newest version's text is none.
    """

    old: Upstream
    new: Upstream
    versions: tuple[Version, ...]
    draft: bool
    practices: Touched
    pages: Touched
    data: Touched
    rules: Touched
    program: Touched
    records: Touched
    seals: Touched
    stewards: bool
    titles: dict[str, str]

    @property
    def nothing(self) -> bool:
        return self.old.tree.entries == self.new.tree.entries


def changes(old: Upstream, new: Upstream) -> Changes:
    """Return what differs between two commits of upstream."""
    before, after = old.tree.entries, new.tree.entries
    names = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))

    def some(chosen: Iterable[str]) -> Touched:
        return _touched(before, after, chosen)

    was, now = practices(old.project), practices(new.project)
    return Changes(
        old,
        new,
        _versions(old.project, new.project),
        DRAFT in names and _open(new.project),
        _touched(was, now, sorted(name for name in was.keys() | now.keys() if was.get(name) != now.get(name))),
        some(n for n in names if n == "GOVERNANCE.md" or (n.startswith("docs/") and n.endswith(".md"))),
        some(n for n in names if n.startswith("data/") and not n.startswith((SCHEMAS, LIFECYCLE))),
        some(n for n in names if n.startswith(SCHEMAS) or RULES.match(n)),
        some(n for n in names if n.startswith(PROGRAM) and not RULES.match(n)),
        some(n for n in names if paths.kind(n) in ("record", "erased")),
        some(n for n in names if chain.NAME.fullmatch(n)),
        chain.STEWARDS in names,
        {name: told.title for name, told in {**was, **now}.items()},
    )


def _touched(before: Iterable[str], after: Iterable[str], names: Iterable[str]) -> Touched:
    old, new = set(before), set(after)
    chosen = list(names)
    return Touched(
        tuple(name for name in chosen if name not in old),
        tuple(name for name in chosen if name in old and name in new),
        tuple(name for name in chosen if name not in new),
    )


def _versions(old: Project, new: Project) -> tuple[Version, ...]:
    known = commitment(old).by_number
    return tuple(version for version in commitment(new).versions if version.number not in known)


def _open(project: Project) -> bool:
    """Say whether the draft is other than the newest version: there is something to comment on."""
    texts = commitment(project)
    return not texts.versions or texts.versions[-1].text != texts.draft
