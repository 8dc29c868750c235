"""Walks commitment/: the draft, the published texts, the records, the stewards' seals, and what else is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from accord.commitment.folder import DRAFT, FOLDER, LARGEST, VERSIONS, TextFile, read_texts, walk
from accord.files.digests import digest
from accord.files.problem import Problem
from accord.files.tree import Overlay, Tree, unreadable
from accord.project import reading
from accord.project.reading import Project
from accord.register import reading as record
from accord.register.reading import Name
from accord.register.record import CONFIRMED, Erased, Record, confirmed
from accord.seals import chain
from accord.seals import reading as seals
from accord.seals.chain import Chain

READMES = {f"{FOLDER}/README.md"}
SIGNATORIES = f"{FOLDER}/signatories/"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record as it lies there: what its name says, its fields with their lines, the record where both can be read.

    Or what lies in the place of an erased one: then `path` ends in `.erased`, and `name` is that of the record that
    was. The digest is empty where not even the bytes can be read.
    """

    path: str
    digest: str
    name: Name | None
    fields: Mapping[str, str] | None = None
    record: Record | None = None
    erased: Erased | None = None


@dataclass(frozen=True)
class Folder:
    """All that lies in commitment/. `strangers` fit no place of ours; `sealing` are the stewards' keys and seals."""

    tree: Tree
    draft: TextFile | None = None
    texts: Mapping[str, TextFile] = field(default_factory=dict)
    abouts: tuple[str, ...] = ()  # the .yml files of versions/
    records: list[RecordFile] = field(default_factory=list)
    erased: list[RecordFile] = field(default_factory=list)
    sealing: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)  # what the reader found, but in the texts

    @cached_property
    def chain(self) -> Chain:
        """The chain of seals, verified with ssh-keygen on first use."""
        known = {file.path: file.digest.removeprefix("sha256:") for file in self.records}
        return chain.follow(seals.files(self.tree, {*self.sealing}, known))

    @cached_property
    def counting(self) -> tuple[Record, ...]:
        """The records that count, each with what confirms it. All others are claims, or confirmations."""
        return tuple(confirmed((file.record for file in self.records if file.record), self.chain.sealed))

    @cached_property
    def claims(self) -> tuple[Record, ...]:
        """The records that wait for a steward."""
        counting = {record.path for record in self.counting}
        return tuple(
            file.record
            for file in self.records
            if file.record and file.record.event != CONFIRMED and file.path not in counting
        )

    @cached_property
    def gone(self) -> tuple[Erased, ...]:
        """What is left of records that stewards erased, under a seal."""
        sealed = self.chain.sealed
        return tuple(file.erased for file in self.erased if file.erased and file.path in sealed)

    def under(self, found: Chain) -> Folder:
        """Return the folder as it would count under another chain of seals."""
        made = replace(self)
        made.__dict__["chain"] = found  # where the cached property keeps it
        return made

    def raw(self, path: str) -> bytes:
        """Return a file's bytes, at most LARGEST + 1, read anew each time: thousands of them are not kept.

        Raises OSError: it can't be read any more.
        """
        return self.tree.read(path, LARGEST)


def read_folder(project: Project) -> Folder:
    """Return commitment/ of a project, read once. Never raises for bad content."""
    return project.once(_read)


def put_folder(project: Project, folder: Folder) -> Project:
    """Return a project that has another folder in place of its own."""
    made = replace(project)
    made.put(_read, folder)
    return made


def written(project: Project, files: Mapping[str, bytes | None]) -> Project:
    """Return the project as it would be read with these files written (None: taken away), under the seals it has."""
    then = reading.load(Overlay(project.tree, files), project.schemas)
    return put_folder(then, read_folder(then).under(read_folder(project).chain))


def _read(project: Project) -> Folder:
    texts = read_texts(project)
    found, problems = walk(project)
    folder = Folder(project.tree, texts.draft, texts.texts, texts.abouts, problems=[*problems])
    project.tree.fetch([each.path for each in found if each.path.startswith(SIGNATORIES)], LARGEST)
    for each in found:
        path = each.path
        if each.kind != "file":
            folder.strangers.append(path)
        elif path == DRAFT or (path.startswith(VERSIONS) and path.count("/") == 2 and path.endswith((".md", ".yml"))):
            continue  # the reader of texts has read it
        elif path.startswith(SIGNATORIES) and path.count("/") == 3 and path.endswith((".yml", ".yml.erased")):
            _take(folder, path)
        elif path == chain.STEWARDS or (path.startswith(chain.FOLDER) and chain.is_ours(path)):
            folder.sealing.append(path)
        elif path not in READMES:
            folder.strangers.append(path)
    return folder


def _take(folder: Folder, path: str) -> None:
    """Add a record, or what is left of one. One that can't be read is told."""
    try:
        file, found = read_record(path, folder.raw(path))
    except OSError as error:
        file, found = RecordFile(path, "", record.name(path.removesuffix(".erased"))), [unreadable(path, error)]
    (folder.erased if path.endswith(".erased") else folder.records).append(file)
    folder.problems.extend(found)


def read_record(path: str, raw: bytes) -> tuple[RecordFile, list[Problem]]:
    """Return the record in these bytes, or what is left of it, and what keeps it from being read. Never raises."""
    was = path.removesuffix(".erased")
    name, sha = record.name(was), digest(raw)
    fields, found = record.parse(path, raw)
    file = RecordFile(path, sha, name, fields)
    if name is None or fields is None:
        return file, found
    place = was, name.event, name.slug, name.date, name.sequence
    if path == was:
        return replace(file, record=Record(*place, sha, fields)), found
    with suppress(ValueError):  # 2026-02-30: a rule says so
        if DAY.match(said := fields.get("date", "")):
            left = Erased(*place, fields.get("digest", ""), date.fromisoformat(said), fields.get("ground", ""))
            file = replace(file, erased=left)
    return file, found
