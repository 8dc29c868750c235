"""Compares a copy with the version that its council signed, and with the guidance of upstream that it last merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.commitment.build import commitment
from accord.commitment.diff import difference
from accord.commitment.folder import TextFile, read_texts
from accord.commitment.text import Commitment, Text, Version
from accord.copy.conformance import Conformance, Line, State
from accord.copy.practices import practices
from accord.copy.trees import Upstream
from accord.files.days import day
from accord.files.digests import digest
from accord.files.nodes import Mapping, Scalar
from accord.project.reading import Project
from accord.register.folder import read_folder
from accord.register.record import Record

AROUND = "The words around the promises"


@dataclass(frozen=True)
class _Signed:
    """The text that a copy claims to carry: its number, its digest, and its words where anyone here has them."""

    number: str
    digest: str
    words: str
    text: Text | None


def conformance(project: Project, upstream: Upstream | None) -> Conformance:
    """Return the comparison. Without `upstream`, the practices are left out: nothing here says what they were."""
    noted = {document.stem for document in project.of_kind("local-note")}
    signed = _claimed(project, upstream)
    clauses = tuple(_clauses(project, signed, noted)) if signed else ()
    clauses += tuple(_versions(project, upstream, signed.number if signed else "")) if upstream else ()
    words = signed.words if signed else "No version is published."
    if upstream is None:
        return Conformance(words, clauses)
    lines = tuple(_practices(project, upstream.project, noted))
    return Conformance(words, clauses, f"Compared with {upstream.name}, which this copy last merged.", lines)


def slug(project: Project) -> str:
    """Return the authority whose copy this is, or an empty string."""
    for document in project.of_kind("local-site"):
        value = document.node.get("authority") if isinstance(document.node, Mapping) else None
        if isinstance(value, Scalar):
            return value.value
    return ""


def signings(project: Project) -> list[Record]:
    """Return the signings by the council whose copy this is, in the order in which they count."""
    own = slug(project)
    files = (file.record for file in read_folder(project).records if file.record)
    return sorted((r for r in files if r.signatory == own and r.event == "signed"), key=lambda record: record.place)


def _claimed(project: Project, upstream: Upstream | None) -> _Signed | None:
    own = signings(project)
    if own:
        number, sha = own[-1].get("version"), own[-1].get("digest")
        words = f"Compared with version {number}, as the council signed it on {day(own[-1].date)}."
    else:
        published: list[Version] = []
        for texts in _texts(project, upstream):
            published = published or sorted(texts.versions, key=lambda version: version.parts)
        if not published:
            return None
        number, sha = published[-1].number, published[-1].digest
        words = f"The council has signed no version. Compared with version {number}."
    for each in (upstream.project if upstream else None, project):
        file = read_texts(each).texts.get(number) if each else None
        if file and file.text and digest(file.raw) == sha:
            return _Signed(number, sha, words, file.text)
    return _Signed(number, sha, words, None)


def _texts(project: Project, upstream: Upstream | None) -> Iterator[Commitment]:
    """Yield upstream's versions before the copy's own: what somebody changed is no measure of itself."""
    if upstream:
        yield commitment(upstream.project)
    yield commitment(project)


def _clauses(project: Project, signed: _Signed, noted: set[str]) -> Iterator[Line]:
    here: TextFile | None = read_folder(project).texts.get(signed.number)
    same = here is not None and digest(here.raw) == signed.digest
    if here is None:
        yield Line("", f"Version {signed.number}", "missing", "The file of the text is not in this copy.")
    elif not same and (signed.text is None or here.text is None):
        why = f"The file's digest is {digest(here.raw)}, and {signed.digest} is the one that counts."
        yield Line("", f"Version {signed.number}", "changed", why)
    if signed.text is None:
        return
    found = difference(signed.text, here.text) if here and here.text else None
    fates = {change.id: change for change in found.clauses} if found else {}
    for clause in signed.text.clauses:
        change = fates.get(clause.id)
        fate = "same" if same else change.fate if change else "removed"
        yield _line(clause.id, clause.label, _state(fate, clause.id in noted), fate)
    for change in fates.values():
        if change.fate == "added":
            yield Line(change.id, change.label, "changed", "The text that counts has no such promise.")
    if not same and found is not None:
        yield Line("", AROUND, "changed", "The file is not the text that counts, byte for byte.")


def _line(name: str, label: str, state: State, fate: str) -> Line:
    why = {
        "reworded": "The words are not those that count.",
        "moved": "The promise stands in another place.",
        "removed": "The promise is not in this copy.",
    }
    return Line(name, label, state, why.get(fate, ""))


def _state(fate: str, noted: bool) -> State:
    if fate == "same":
        return "note" if noted else "identical"
    return "missing" if fate == "removed" else "changed"


def _versions(project: Project, upstream: Upstream, signed: str) -> Iterator[Line]:
    """Yield the other versions that are not upstream's, byte for byte."""
    own = read_folder(project).texts
    for number, theirs in sorted(read_folder(upstream.project).texts.items()):
        if number == signed:
            continue
        if number not in own:
            yield Line("", f"Version {number}", "missing", "Upstream published it, and it is not in this copy.")
        elif own[number].raw != theirs.raw:
            yield Line("", f"Version {number}", "changed", "Its bytes are not those that upstream published.")


def _practices(project: Project, upstream: Project, noted: set[str]) -> Iterator[Line]:
    own, theirs = practices(project), practices(upstream)
    for name, told in theirs.items():
        if name not in own:
            yield Line(name, told.title, "missing", "The practice is not in this copy.")
        elif own[name] != told:
            yield Line(
                name, told.title, "changed", f"The words in data/lifecycle/{own[name].stage}.yml are not upstream's."
            )
        else:
            yield Line(name, told.title, "note" if name in noted else "identical")
    for name, told in own.items():
        if name not in theirs:
            yield Line(name, told.title, "changed", "Upstream has no such practice.")
