"""Makes a record's bytes from its fields, and judges them by the rules of `accord check` before they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from accord.model.commitment import digest
from accord.model.record_fields import Spec
from accord.model.records import Record
from accord.problem import Problem
from accord.read import record as reading
from accord.read.commitment import SIGNATORIES, Folder, RecordFile
from accord.read.project import Project
from accord.rules import Inputs, every_rule

RULES = "record_"  # the rules whose modules start so judge records


@dataclass(frozen=True)
class Extended(Folder):
    """What lies in commitment/, and files that are not written yet, as if they lay there."""

    unwritten: Mapping[str, bytes] = field(default_factory=dict)

    def raw(self, path: str) -> bytes:
        return self.unwritten[path] if path in self.unwritten else super().raw(path)


def encode(values: Mapping[str, str], specs: Iterable[Spec]) -> bytes:
    """Return the file of a record: the fields in their order, one a line, and a line end after each.

    What the table does not know comes last, so that the rules say what is wrong with it.
    """
    order = [spec.name for spec in specs if values.get(spec.name)]
    order += [name for name in values if name not in order and values[name]]
    rows = (f'{name}: "{_escaped(values[name])}"\n' for name in order)
    return "".join(rows).encode("utf-8", "surrogateescape")


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def typed(value: str) -> str:
    """Return what somebody typed as it goes into a record: without spaces round it, letters in one part (NFC)."""
    return unicodedata.normalize("NFC", value.strip())


def free(folder: Folder, slug: str, day: str, event: str) -> str:
    """Return the path of a new record, below the root: `-2`, `-3` … where the name is taken or was."""
    taken = {file.path for file in folder.records} | {file.path.removesuffix(".erased") for file in folder.erased}
    first = f"{SIGNATORIES}{slug}/{day}-{event}"
    later = (f"{first}-{number}.yml" for number in range(2, 100))
    return next((path for path in (f"{first}.yml", *later) if path not in taken), f"{first}-100.yml")


def extended(project: Project, path: str, raw: bytes, signature: bytes | None = None) -> Project:
    """Return the project as it would be read with one record, and maybe its .sig, added.

    Signatures of other signatories are left out: the record changes nothing in them, and verifying them takes long.
    """
    old = project.commitment
    folder = path.rpartition("/")[0]
    signatures = {each: sig for each, sig in old.signatures.items() if each.startswith(f"{folder}/")}
    if signature is not None:
        signatures[path] = signature
    files = sorted([*old.records, _file(path, raw, signature)], key=lambda file: file.path)
    kept = {each.name: getattr(old, each.name) for each in fields(Folder)}
    made = Extended(**{**kept, "records": files, "signatures": signatures}, unwritten={path: raw})
    return replace(project, commitment=made)


def _file(path: str, raw: bytes, signature: bytes | None) -> RecordFile:
    name = reading.name(path)
    read, _ = reading.parse(path, raw)
    made = None
    if name is not None and read is not None:
        values = {entry.name: entry.value for entry in read}
        beside = signature is not None
        made = Record(path, name.event, name.slug, name.date, name.sequence, digest(raw), values, beside)
    return RecordFile(path, digest(raw), name, read, made)


def problems(project: Project, as_of: date, path: str, raw: bytes, signature: bytes | None = None) -> list[Problem]:
    """Return what `accord check` would say that it does not say without this record, its notes included."""
    _, found = reading.parse(path, raw)
    if found:
        return found
    after = set(_judged(extended(project, path, raw, signature), as_of))
    own = {each for each in after if each.path in (path, f"{path}.sig")}
    if others := after - own:
        others -= set(_judged(project, as_of))
    return sorted(own | others)


def _judged(project: Project, as_of: date) -> Iterator[Problem]:
    inputs = Inputs(project, as_of)
    for name, rule in every_rule().items():
        if name.startswith(RULES):
            yield from rule(inputs)
