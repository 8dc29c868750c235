"""The settings of a council's copy while they are filled in: judged by the rules of the check, and written out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from accord.copy.rules.local_duties import DUTIES, REASONS
from accord.copy.rules.local_files import LOGO
from accord.files import disk
from accord.files.characters import mended
from accord.files.nodes import plain
from accord.files.problem import Problem
from accord.files.text import LARGEST, quoted
from accord.project.reading import LOCAL, Project
from accord.project.rules_all import Inputs, check
from accord.register.authorities import Authorities, authorities
from accord.register.authority_names import named
from accord.register.folder import read_folder, written

SITE = f"{LOCAL}site.yml"
KIND = "local-site"
NONE = "-"  # what takes a setting away
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

    def keep(self) -> None:
        """Take over the settings that are there."""
        for document in self.project.of_kind(KIND):
            found = plain(document.node)
            for name, value in found.items() if isinstance(found, dict) else ():
                self.values[name] = [str(item) for item in value] if isinstance(value, list) else str(value)

    def take(self, name: str, value: Value) -> str:
        """Set one setting, or take it away. Return what is wrong with a logo's file, or an empty string."""
        if value == NONE:
            self.values.pop(name, None)
        elif name == "logo":
            return self._logo(Path(str(value)).expanduser())
        elif isinstance(value, list):
            self.values[name] = [mended(item) for item in value]
        else:
            self.values[name] = self.resolved(value) if name == "authority" else mended(value)
        return ""

    def _logo(self, path: Path) -> str:
        if path.suffix.lower() != ".png":
            return f"{path} does not end in .png. Save the logo in this form."
        try:
            self.logo = disk.start(path.resolve(), LARGEST)
        except OSError as error:
            return f"{path} can't be read: {error.strerror}. Give the path of a file, or leave the logo out."
        self.values["logo"] = Path(LOGO).name
        if path.resolve() == (self.project.root / LOGO).resolve():
            self.logo = None  # it is in its place
        return ""

    def answer(self, name: str, told: str) -> str:
        """Set one setting as it was answered, unless the check would refuse it. Return what is wrong, or nothing."""
        many = self.schema[name].get("type") == "array"
        before = dict(self.values), self.logo
        told = told[1:-1] if len(told) > 1 and told[0] == told[-1] == '"' else told  # the file needs the quotes
        if told == self.shown(name) and self.values.get(name):
            return ""
        fault = self.take(name, [part.strip() for part in told.split(";") if part.strip()] if many else told)
        if fault := fault or next((f"{each.wrong} {each.cure}" for each in self.of(name)), ""):
            self.values, self.logo = before
        return fault

    def shown(self, name: str) -> str:
        """Return a setting as a question offers it: as it is, else what it most likely is."""
        kept = self.values.get(name, "")
        return "; ".join(kept) if isinstance(kept, list) else kept or self.default(name)

    def of(self, name: str) -> list[Problem]:
        """Return what is wrong with one setting, as far as it is filled in."""
        found = [problem for problem in self.problems() if problem.severity == "problem"]
        return [p for p in found if p.field.split("/")[0] == name or (name == "logo" and p.path == LOGO)]

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
                rows += [f"{name}:", *(f"  - {quoted(item)}" for item in value)]
            else:
                rows.append(f"{name}: {quoted(value)}")
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
        project = written(self.project, files)
        return [problem for problem in check(Inputs(project, self.as_of)) if problem.path in (SITE, logo)]
