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
from accord.files.tree import Found, Overlay, Tree, unreadable
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

    The digest is empty where not even the bytes can be read.
    """

    path: str
    digest: str
    name: Name | None
    fields: Mapping[str, str] | None
    record: Record | None


@dataclass(frozen=True, slots=True)
class ErasedFile:
    """What lies in the place of an erased record. `path` ends in `.erased`; `name` is that of the record that was."""

    path: str
    name: Name | None
    fields: Mapping[str, str] | None
    erased: Erased | None


@dataclass(frozen=True)
class Folder:
    """All that lies in commitment/. `strangers` fit no place of ours; `sealing` are the stewards' keys and seals."""

    tree: Tree
    draft: TextFile | None = None
    texts: Mapping[str, TextFile] = field(default_factory=dict)
    abouts: tuple[str, ...] = ()  # the .yml files of versions/
    records: list[RecordFile] = field(default_factory=list)
    erased: list[ErasedFile] = field(default_factory=list)
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
    reader = _Reader(Folder(project.tree, texts.draft, texts.texts, texts.abouts))
    found, problems = walk(project)
    reader.folder.problems.extend(problems)
    project.tree.fetch([each.path for each in found if each.path.startswith(SIGNATORIES)], LARGEST)
    for each in found:
        reader.take(each)
    return reader.folder


def read_record(path: str, raw: bytes) -> tuple[RecordFile, list[Problem]]:
    """Return the record in these bytes, and what keeps it from being read. Never raises for bad content."""
    name = record.name(path)
    fields, found = record.parse(path, raw)
    made, sha = None, digest(raw)
    if name is not None and fields is not None:
        made = Record(path, name.event, name.slug, name.date, name.sequence, sha, fields)
    return RecordFile(path, sha, name, fields, made), found


def read_erased(path: str, raw: bytes) -> tuple[ErasedFile, list[Problem]]:
    """Return what these bytes leave of an erased record, and what keeps them from being read."""
    was = path.removesuffix(".erased")
    name = record.name(was)
    fields, found = record.parse(path, raw)
    values = fields or {}
    left = None
    if name is not None and DAY.match(values.get("date", "")):
        with suppress(ValueError):  # 2026-02-30: a rule says so
            day = date.fromisoformat(values["date"])
            sha, ground = values.get("digest", ""), values.get("ground", "")
            left = Erased(was, name.event, name.slug, name.date, name.sequence, sha, day, ground)
    return ErasedFile(path, name, fields, left), found


class _Reader:
    """Fills a folder file by file."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.problems = folder.problems

    def take(self, found: Found) -> None:
        path = found.path
        if found.kind != "file":
            self.folder.strangers.append(path)
        elif path == DRAFT or (path.startswith(VERSIONS) and path.count("/") == 2 and path.endswith((".md", ".yml"))):
            return  # the reader of texts has read it
        elif path.startswith(SIGNATORIES) and path.count("/") == 3:
            self._beside(path)
        elif path == chain.STEWARDS or (path.startswith(chain.FOLDER) and chain.is_ours(path)):
            self.folder.sealing.append(path)
        elif path not in READMES:
            self.folder.strangers.append(path)

    def _beside(self, path: str) -> None:
        if path.endswith(".yml.erased"):
            self._erased(path)
        elif path.endswith(".yml"):
            self._record(path)
        else:
            self.folder.strangers.append(path)

    def _raw(self, path: str) -> bytes | None:
        """Return a file's bytes, or None where it can't be read: then that is told."""
        try:
            return self.folder.raw(path)
        except OSError as error:
            self.problems.append(unreadable(path, error))
            return None

    def _record(self, path: str) -> None:
        raw = self._raw(path)
        if raw is None:
            self.folder.records.append(RecordFile(path, "", record.name(path), None, None))
            return
        file, found = read_record(path, raw)
        self.folder.records.append(file)
        self.problems.extend(found)

    def _erased(self, path: str) -> None:
        raw = self._raw(path)
        if raw is None:
            self.folder.erased.append(ErasedFile(path, record.name(path.removesuffix(".erased")), None, None))
            return
        file, found = read_erased(path, raw)
        self.folder.erased.append(file)
        self.problems.extend(found)
