"""Freezes the words that the guidance asks as a release: planned in memory, judged by the rules, then written.

The release's own file is written first, data/guidance.yml last. A release that is cut short between them leaves a file
that the check names, and the same release run again ends it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accord.files.atomic import write_new, write_over
from accord.files.nodes import Mapping, Node, Sequence, plain
from accord.files.problem import Problem
from accord.files.text import LARGEST, quoted
from accord.files.tree import Overlay
from accord.guidance import reading as elements
from accord.guidance.known import Known
from accord.guidance.releases import Wording, number, wordings
from accord.project import reading
from accord.project.reading import Project
from accord.project.rules_all import Inputs, check

FOLDER = "data/guidance-releases/"
GUIDANCE = "data/guidance.yml"
JUDGED = ("data/guidance", FOLDER)


@dataclass(frozen=True, slots=True)
class Plan:
    """The two files of a release. `resumed` says that the first is there already, from a release that was cut short."""

    frozen: str
    raw: bytes
    guidance: bytes
    resumed: bool


def plan(project: Project, version: str, day: date, as_of: date) -> tuple[Plan | None, list[Problem]]:
    """Return what would be written, or None and all that speaks against it. `as_of` is the day that counts as today."""
    known = elements.known(project)
    if known is None:
        found = [problem for problem in check(Inputs(project, as_of)) if problem.severity == "problem"]
        return None, found
    path = f"{FOLDER}{version}.yml"
    described = text(version, day.isoformat(), wordings(known.asked)).encode()
    resumed = project.tree.get(path, LARGEST) == described and not known.release.released
    if problems := list(_against(known, version, day, as_of, path, resumed=resumed)):
        return None, problems
    own = next(document for document in project.of_kind("guidance"))
    words = project.tree.read(GUIDANCE, LARGEST).decode()
    after = dated(words, own.node, version, day.isoformat()).encode()
    then = reading.load(Overlay(project.tree, {path: described, GUIDANCE: after}), project.schemas)
    found = [p for p in check(Inputs(then, as_of)) if p.severity == "problem" and p.path.startswith(JUDGED)]
    return (None, found) if found else (Plan(path, described, after, resumed), [])


def write(project: Project, planned: Plan) -> None:
    """Write the release, then its day. Raises OSError: the disk refused, and no half file is left."""
    if not planned.resumed:
        write_new(project.root / planned.frozen, planned.raw)
    write_over(project.root / GUIDANCE, planned.guidance)


def text(version: str, day: str, items: tuple[Wording, ...]) -> str:
    """Return the file of a release: one field a line, words in double quotes as JSON writes them."""
    rows = [f"version: {quoted(version)}", f"date: {quoted(day)}", "items:"]
    for item in items:
        rows += [f"  - id: {quoted(item.id)}", f"    kind: {quoted(item.kind)}", f"    words: {quoted(item.words)}"]
    return "\n".join(rows) + "\n"


def dated(words: str, node: Node, version: str, day: str) -> str:
    """Return data/guidance.yml with the day of the release: below its version, and in the entry of what changed."""
    rows = words.split("\n")
    assert isinstance(node, Mapping)
    entries = node.get("changes")
    assert isinstance(entries, Sequence)
    entry = next(item for item in entries.items if isinstance(item, Mapping) and _version_of(item) == version)
    line = entry.key_line("version")
    indent = " " * rows[line - 1].index("version:")
    rows.insert(line, f'{indent}date: "{day}"')
    rows.insert(node.key_line("version"), f'released: "{day}"')
    return "\n".join(rows)


def _version_of(entry: Mapping) -> str:
    value = entry.get("version")
    return str(plain(value)) if value else ""


def _against(known: Known, version: str, day: date, as_of: date, path: str, *, resumed: bool) -> Iterator[Problem]:
    own = known.release
    frozen = [release.version for release in known.releases]
    if version in frozen and not resumed:
        cure = "A release never changes: give the words a new number in data/guidance.yml."
        yield Problem(path, 1, "", f"There is a release {version} already.", cure)
        return
    if version != own.version:
        wrong = f"The version in preparation is {own.version}, and not {version}."
        yield Problem(GUIDANCE, 1, "version", wrong, f'Release {own.version}, or write "{version}" here first.')
        return
    if frozen and number(version) < number(frozen[-1]):
        wrong = f"The number {version} comes before that of the newest release, {frozen[-1]}."
        yield Problem(GUIDANCE, 1, "version", wrong, "Give it a larger number.")
    if own.released:
        wrong = f"Version {version} is said to be released, and is not frozen."
        yield Problem(GUIDANCE, 1, "released", wrong, "Delete the field; this command writes it.")
    entry = next((change for change in own.changes if change.version == version), None)
    if entry is None:
        wrong = f"No entry says what version {version} changes."
        cure = 'Add one with "version", "text" (what changed) and "do" (what a reader has to do).'
        yield Problem(GUIDANCE, 1, "changes", wrong, cure)
    elif entry.date:
        wrong = f"The entry of version {version} has a date."
        yield Problem(GUIDANCE, 1, "changes", wrong, "Delete it; this command writes it.")
    if day > as_of:
        wrong = f"The day {day} has not come: today is {as_of}."
        yield Problem(path, 2, "date", wrong, "Release it on that day, or give an earlier one.")
