"""The settings of a council's copy while they are filled in: judged by the rules of the check, and written out."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from accord.copy.rules.local_duties import DUTIES, REASONS
from accord.copy.rules.local_files import LOGO
from accord.files.nodes import plain
from accord.files.problem import Problem
from accord.files.tree import Overlay
from accord.project import reading
from accord.project.reading import LOCAL, Project
from accord.project.rules_all import Inputs, check
from accord.register.authorities import Authorities
from accord.register.authorities_build import authorities
from accord.register.authority_names import named
from accord.register.folder import put_folder, read_folder

SITE = f"{LOCAL}site.yml"
KIND = "local-site"
Value = str | list[str]


@dataclass
class LocalDraft:
    """`values` are the fields by name; `logo` is the bytes of a new logo, or None where none is given."""

    project: Project
    as_of: date
    values: dict[str, Value] = field(default_factory=dict)
    logo: bytes | None = None

    @property
    def authorities(self) -> Authorities:
        return authorities(self.project)

    @property
    def schema(self) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = self.project.schemas[KIND]["properties"]
        return found

    def known(self) -> None:
        """Fill in what follows from the authority."""
        slug = self.resolved(str(self.values.get("authority", "")))
        if slug:
            self.values["authority"] = slug
        for name in ("council", "name"):
            if name not in self.values and (text := self.default(name)):
                self.values[name] = text

    def resolved(self, told: str) -> str:
        """Return the short name of an authority that is given by a name of it or its code; else what was told."""
        wanted = told.strip()
        found = self.authorities.slug(wanted.lower()) or self.authorities.code(wanted.upper())
        meant = [found] if found else named(self.authorities.all, wanted)
        return meant[0].slug if len(meant) == 1 else "-".join(re.findall("[a-z0-9]+", wanted.casefold()))

    def default(self, name: str) -> str:
        """Return what a field most likely is, or an empty string."""
        found = self.authorities.slug(str(self.values.get("authority", "")))
        council = str(self.values.get("council", "")) or (found.name if found else "")
        if name == "council":
            return council
        if name == "name" and council:
            upstream = next((plain(document.node) for document in self.project.of_kind("site")), None)
            return f"{upstream['name']}: {council}" if isinstance(upstream, dict) else ""
        if name == "accessibility_prepared":
            return self.as_of.isoformat()
        return ""

    def raw(self) -> bytes:
        """Return the file: the fields in the schema's order, every value in quotes."""
        rows: list[str] = []
        for name, value in self._ordered():
            if isinstance(value, list):
                rows += [f"{name}:", *(f"  - {_quoted(item)}" for item in value)]
            else:
                rows.append(f"{name}: {_quoted(value)}")
        return "".join(f"{row}\n" for row in rows).encode("utf-8", "surrogateescape")

    def _ordered(self) -> Iterator[tuple[str, Value]]:
        for name in self.schema:
            if value := self.values.get(name):
                yield name, value

    def problems(self) -> list[Problem]:
        """Return what the rules say of the settings and the logo, without what is only not filled in yet."""
        return [problem for problem in self._judged() if not self._open(problem)]

    def missing(self) -> list[Problem]:
        """Return what a public body has to fill in besides."""
        return [problem for problem in self._judged() if self._open(problem)]

    def _open(self, problem: Problem) -> bool:
        return problem.field in (*DUTIES, REASONS) and problem.field not in self.values

    def _judged(self) -> list[Problem]:
        """Return what the check would say of the files: what it would refuse is refused before it is written."""
        logo = f"{LOCAL}{self.values.get('logo')}"
        folder = read_folder(self.project)
        files: dict[str, bytes | None] = {} if logo == LOGO else {LOGO: None}
        files |= {file.path: None for file in folder.records}  # thousands, and no setting is in them
        files |= {SITE: self.raw()} | ({logo: self.logo} if self.logo is not None else {})
        project = reading.load(Overlay(self.project.tree, files), self.project.schemas)
        project = put_folder(project, read_folder(project).under(folder.chain))
        return [problem for problem in check(Inputs(project, self.as_of)) if problem.path in (SITE, logo)]


def typed(value: str) -> str:
    """Return what somebody typed as it goes into the file: on one line, letters in one part (NFC)."""
    return unicodedata.normalize("NFC", " ".join(value.split()))


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
