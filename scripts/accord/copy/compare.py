"""Compares a council's copy with the text that it signed and with upstream, by promise and by practice."""

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, NamedTuple

from accord.commitment.build import commitment
from accord.commitment.text import Text
from accord.copy.trees import Upstream
from accord.files import nodes
from accord.files.days import day
from accord.files.digests import digest
from accord.project.reading import Project
from accord.register.build import copy_of
from accord.register.folder import read_folder
from accord.register.record import Record

State = Literal["identical", "note", "changed", "missing", "added"]
WORDS: dict[State, str] = {
    "identical": "Identical",
    "note": "Local note added",
    "changed": "Changed",
    "missing": "Missing",
    "added": "Not upstream's",
}
Things = Mapping[str, tuple[str, object]]  # by id: a label for readers, and what is compared


class Line(NamedTuple):
    """One promise, practice or file. `id` is empty where the line stands for a version of the text as a whole."""

    id: str
    label: str
    state: State


@dataclass(frozen=True)
class Comparison:
    """`text` says in words what the promises were compared with; `guidance` the same for practices, "" for nothing."""

    text: str
    promises: tuple[Line, ...]
    guidance: str = ""
    practices: tuple[Line, ...] = ()

    @property
    def tables(self) -> tuple[tuple[str, str, str, tuple[Line, ...]], ...]:
        """The two parts: an anchor, a heading, what was compared with what, and the lines."""
        guidance = self.guidance or "Not compared: nothing here says what upstream's were."
        commitment = ("promises", "Promises", self.text, self.promises)
        return commitment, ("practices", "Practices", guidance, self.practices)

    @property
    def broken(self) -> bool:
        """Say whether the copy carries other words than it claims, or lacks some."""
        return any(line.state not in ("identical", "note") for line in (*self.promises, *self.practices))


def compare(theirs: Things, own: Things, noted: AbstractSet[str] = frozenset()) -> Iterator[Line]:
    """Yield each thing of `theirs`, and then each that is in `own` alone, with what became of it."""
    for name, (label, words) in theirs.items():
        same: State = "note" if name in noted else "identical"
        yield Line(name, label, "missing" if name not in own else same if own[name][1] == words else "changed")
    for name, (label, _) in own.items():
        if name not in theirs:
            yield Line(name, label, "added")


def conformance(project: Project, upstream: Upstream | None) -> Comparison:
    """Return the comparison of a copy. Without `upstream`, nothing here says what the practices were."""
    noted = {document.stem for document in project.of_kind("local-note")}
    words, number, sha = _claimed(project, upstream)
    lines = tuple(_promises(project, upstream, number, sha, noted)) if number else ()
    if upstream is None:
        return Comparison(words, lines)
    found = tuple(compare(practices(upstream.project), practices(project), noted))
    at = f"Compared with upstream's commit {upstream.commit[:12]} of {upstream.day}"
    return Comparison(words, lines, f"{at}, the newest whose words it has taken in.", found)


def signing(project: Project) -> Record | None:
    """Return the newest signing by the council whose copy this is, or None."""
    own = copy_of(project)
    files = (file.record for file in read_folder(project).records if file.record)
    found = [record for record in files if record.signatory == own and record.event == "signed"]
    return max(found, key=lambda record: record.place, default=None)


def clauses(text: Text | None) -> Things:
    """Return the promises of a text as they are compared."""
    return {clause.id: (clause.label, clause.digest) for clause in (text.clauses if text else ())}


def practices(project: Project) -> Things:
    """Return every practice that can be read, in the order of files and of practices in them."""
    found: dict[str, tuple[str, object]] = {}
    for document in project.of_kind("stage"):
        stage = nodes.plain(document.node)
        listed = stage.get("practices") if isinstance(stage, dict) else None
        for each in listed if isinstance(listed, list) else ():
            if isinstance(each, dict) and isinstance(name := each.get("id"), str):
                found[name] = str(each.get("title", name)), json.dumps(each, sort_keys=True)
    return found


def _claimed(project: Project, upstream: Upstream | None) -> tuple[str, str, str]:
    """Return what the copy claims to carry, in words, and the number and digest of that version."""
    if own := signing(project):
        words = f"Compared with version {own.get('version')}, as the council signed it on {day(own.date)}."
        return words, own.get("version"), own.get("digest")
    published = commitment(upstream.project if upstream else project).versions  # what a copy changed is no measure
    if not published:
        return "No version is published.", "", ""
    newest = published[-1]
    return f"The council has signed no version. Compared with version {newest.number}.", newest.number, newest.digest


def _promises(
    project: Project, upstream: Upstream | None, number: str, sha: str, noted: AbstractSet[str]
) -> Iterator[Line]:
    """Yield each promise of the version that is claimed, and then each version that is not as published, in bytes."""
    own = read_folder(project).texts
    theirs = read_folder(upstream.project).texts if upstream else {}
    texts = [file.text for file in (theirs.get(number), own.get(number)) if file and digest(file.raw) == sha]
    if texts:
        yield from compare(clauses(texts[0]), clauses(own[number].text if number in own else None), noted)
    published = {name: digest(file.raw) for name, file in theirs.items()} | {number: sha}
    here = {name: digest(file.raw) for name, file in own.items() if upstream or name == number}
    for line in compare(_versions(published), _versions(here)):
        if line.state != "identical":
            yield line._replace(id="")


def _versions(digests: Mapping[str, str]) -> Things:
    return {name: (f"Version {name}", sha) for name, sha in sorted(digests.items())}
