"""Reads a whole project: every data file, every page, and the list of what else lies there."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from accord.files import schema as schemas
from accord.files import text, yaml_strict
from accord.files.disk import Disk
from accord.files.nodes import Mapping, Node, Scalar
from accord.files.problem import Problem
from accord.files.schema import Walked
from accord.files.tree import Found, Tree, refused, unreadable
from accord.project import page as markdown

T = TypeVar("T")

# Which folder of data/ holds which kind of thing, and whose ids are the file's name.
FOLDERS = {
    "tiers": "tier",
    "values": "value",
    "principles": "principle",
    "virtues": "virtue",
    "contexts": "context",
    "lifecycle": "stage",
    "recommendations": "recommendation",
    "roles": "role",
    "glossary": "term",
    "sources": "source",
    "doors": "door",
    "clauses": "clause",
    "cards": "card",
    "guidance-releases": "guidance-release",
    "consultations": "consultation",
    "suggestions": "suggestion",
    "documents": "document",
    "exports": "export",
    "figures": "figure",
    "crosswalks": "crosswalk",
}
SINGLES = {
    "search.yml": "search",
    "guidance.yml": "guidance",
    "site.yml": "site",
    "authorities.yml": "authorities",
    "letter.yml": "letter",
    "helplines.yml": "helplines",
    "papers.yml": "papers",
    "supplier.yml": "supplier",
    "api.yml": "api",
}
# What stands before the file's name in the ids of a folder.
PREFIXES = {"recommendations": "rec-", "cards": "card-", "crosswalks": "crosswalk-"}
# What only a council's copy has, by its folder or file: upstream never contains it, so that merging never conflicts.
LOCAL = "data/local/"
LOCALS = {f"{LOCAL}site.yml": "local-site", f"{LOCAL}notes/": "local-note"}
# Files of answers that the copy publishes: .yml or .json, with a reader of their own.
ASSESSMENTS = f"{LOCAL}assessments/"
NAME = re.compile(r"^[A-Za-z0-9._/-]+$")  # what a file may be called, so that its address needs no signs
READ = (".yml", ".md", ".json")  # files that are read, and not only listed


COMMITMENT = "commitment"
VERSIONS = f"{COMMITMENT}/versions"  # whose .yml files describe the published texts


@dataclass(frozen=True, slots=True)
class Document:
    """A data file that could be read: its path below the root, its kind, its tree."""

    path: str
    kind: str
    stem: str
    node: Node

    def scalar(self, name: str) -> Scalar | None:
        """Return the value of a field that is text, or None."""
        value = self.node.get(name) if isinstance(self.node, Mapping) else None
        return value if isinstance(value, Scalar) else None


@dataclass(frozen=True, eq=False)
class Project:
    """What was read. Holds no judgement but the readers' own problems. `unread` are files that could not be read."""

    tree: Tree
    schemas: schemas.Schemas
    documents: list[Document] = field(default_factory=list)
    pages: list[markdown.Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    assessments: list[str] = field(default_factory=list)  # paths of files of answers, which have a reader of their own
    logos: dict[str, bytes] = field(default_factory=dict)  # by path: what lies in data/local/ and is no YAML
    _made: dict[object, Any] = field(default_factory=dict, init=False, repr=False)

    def once(self, make: Callable[[Project], T]) -> T:
        """Return what a function makes of this project. It is called once: many rules ask for the same."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @property
    def root(self) -> Path:
        """Return the project's folder on disk, for those that write into it."""
        return self.tree.root

    def put(self, make: Callable[[Project], T], made: T) -> None:
        """Have `once` return this for `make`."""
        self._made[make] = made

    def of_kind(self, kind: str) -> list[Document]:
        """Return the documents of one kind, by file name."""
        return [document for document in self.documents if document.kind == kind]

    @cached_property
    def scalars(self) -> dict[str, tuple[Walked, ...]]:
        """Every scalar of each document, by the document's path: many rules look at all of them."""
        return {each.path: tuple(schemas.walk(each.node, self.schemas[each.kind])) for each in self.documents}


def load(place: Tree | Path, judged_by: schemas.Schemas | None = None) -> Project:
    """Read a project. Never raises for bad content: what can't be read is in `problems`.

    Args:
        place: its files, or the folder on disk that holds them.
        judged_by: the schemas of another tree, where a change is judged. Else the project's own.

    Raises:
        FileNotFoundError: there is no data/schema/.
    """
    tree = Disk(place) if isinstance(place, Path) else place
    if not tree.walk(schemas.FOLDER)[0]:
        raise refused(errno.ENOENT, schemas.FOLDER)
    project = Project(tree, judged_by or schemas.load(tree))
    for found in _lying(project, "data"):
        _data_file(project, found)
    for found in (*_lying(project, "docs"), *_beside(tree)):
        _page_file(project, found)
    for found in tree.walk(VERSIONS)[0] if tree.kind(COMMITMENT) is None else ():  # no link is followed
        if found.kind == "file" and found.path.endswith(".yml"):
            _document(project, found.path, "version")
    return project


def _lying(project: Project, top: str) -> list[Found]:
    found, problems = project.tree.walk(top)
    project.problems.extend(problems)
    wanted = [each.path for each in found if each.path.endswith(READ) or each.path.startswith(LOCAL)]
    project.tree.fetch(wanted, text.LARGEST)
    return found


def _beside(tree: Tree) -> Iterator[Found]:
    """Yield the pages that lie at the top of the repository."""
    for name in markdown.ROOT_PAGES:
        if kind := tree.kind(name):
            yield Found(name, kind)


def _data_file(project: Project, found: Found) -> None:
    project.files.append(found.path)
    if is_assessment(found.path) and found.kind != "link":
        project.assessments.append(found.path)
        return
    kind = kind_of(found.path)
    if not NAME.match(found.path) or (kind is None and found.path.split("/")[1] in FOLDERS):
        project.unread.add(found.path)
    elif kind is not None and found.kind != "link":
        _document(project, found.path, kind)
    elif found.path.startswith(LOCAL) and found.kind == "file":
        with suppress(OSError):  # a file that can't be read is told where it is listed
            project.logos[found.path] = project.tree.read(found.path, text.LARGEST)


def _words(project: Project, name: str) -> str | None:
    """Return the text of a file, or None where it can't be read: then its problems are told."""
    try:
        words, found = text.decode(name, project.tree.read(name, text.LARGEST))
    except OSError as error:
        words, found = "", [unreadable(name, error)]
    project.problems.extend(found)
    return None if found else words


def _document(project: Project, name: str, kind: str) -> None:
    words = _words(project, name)
    if words is not None:
        node, found = yaml_strict.parse(name, words)
        project.problems.extend(found)
        if node is not None:
            project.documents.append(Document(name, kind, PurePosixPath(name).stem, node))
            if isinstance(node, Mapping):
                return
    project.unread.add(name)


def _page_file(project: Project, lying: Found) -> None:
    name = lying.path
    project.files.append(name)
    if not name.endswith(".md") or lying.kind == "link":
        return
    if not NAME.match(name):  # the rule of files says so, and nothing else is asked of it
        project.unread.add(name)
        return
    words = _words(project, name)
    if words is not None:
        page, found = markdown.parse(name, words)
        project.problems.extend(found)
        if page is not None:
            project.pages.append(page)
            return
    project.unread.add(name)


def owned(path: str) -> str:
    """Return the id that the name of a data file gives, or the address that a page's gives."""
    if not path.startswith("data/"):
        return markdown.address_of(path)
    folder, _, name = path.removeprefix("data/").rpartition("/")
    return f"{PREFIXES.get(folder, '')}{re.sub('[^a-z0-9-]', '-', name.partition('.')[0].lower())}"


def is_assessment(name: str) -> bool:
    """Say whether a path is that of a file of answers that a council's copy publishes."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/" == ASSESSMENTS and last.endswith((".yml", ".json"))


def kind_of(name: str) -> str | None:
    """Return the kind of thing that the data file `name` holds, or None where it is not one of ours."""
    if name.startswith(LOCAL):
        folder = f"{name.rpartition('/')[0]}/"
        return LOCALS.get(name) or (LOCALS.get(folder) if name.endswith(".yml") else None)
    parts = name.split("/")
    if len(parts) == 2:
        return SINGLES.get(parts[1])
    if len(parts) == 3 and parts[2].endswith(".yml"):
        return FOLDERS.get(parts[1])
    return None
