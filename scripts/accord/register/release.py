"""Freezes the draft as a version: planned in memory, judged by the same rules as a check, then written.

The text is written first and its description last. A release that is cut short between them leaves a text without a
description: the check says so, and the same release run again ends it.
"""

from dataclasses import dataclass, replace
from datetime import date

from accord.commitment.build import NUMBER
from accord.commitment.folder import DRAFT, VERSIONS, read_texts
from accord.commitment.text import parts
from accord.files.atomic import write_new
from accord.files.digests import digest
from accord.files.problem import Problem
from accord.files.text import quoted
from accord.files.tree import Overlay
from accord.project import reading
from accord.project.reading import Project
from accord.project.rules_all import Inputs, check
from accord.register.folder import put_folder, read_folder

JUDGED = (DRAFT, VERSIONS, "data/clauses/", "data/consultations/", "data/suggestions/")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the stewards ask for."""

    number: str
    amendment: str
    summary: str
    reason: str
    agreed: tuple[str, ...]  # stewards, by the short names of their offices
    released: date


@dataclass(frozen=True, slots=True)
class Plan:
    """The two files of a version. `resumed` says that the text is there already, from a release that was cut short."""

    text: str
    raw: bytes
    about: str
    described: bytes
    resumed: bool


def plan(project: Project, wish: Wish, as_of: date) -> tuple[Plan | None, list[Problem]]:
    """Return what would be written, or None and all that speaks against it. `as_of` is the day that counts as today."""
    draft = read_folder(project).draft
    if draft is None:
        return None, [Problem(DRAFT, 1, "", "There is no draft.", "Write the next version's text in this file.")]
    text, about = f"{VERSIONS}{wish.number}.md", f"{VERSIONS}{wish.number}.yml"
    there = read_folder(project).texts.get(wish.number)
    resumed = there is not None and there.raw == draft.raw and about not in read_folder(project).abouts
    if not resumed and (there or project.tree.kind(text) or project.tree.kind(about)):
        cure = "A published version never changes: give the draft a new number."
        return None, [Problem(text, 1, "", f"There is a version {wish.number} already.", cure)]
    newest = max(filter(NUMBER.match, read_folder(project).texts), key=parts, default="")
    if newest and not resumed and parts(wish.number) < parts(newest):
        wrong = f"The number {wish.number} comes before that of the newest version, {newest}."
        return None, [Problem(about, 1, "version", wrong, "Give it a larger number: versions form one chain.")]
    described = _about(project, wish, digest(draft.raw)).encode()
    after = reading.load(Overlay(project.tree, {text: draft.raw, about: described}), project.schemas)
    if newest_seal := read_folder(project).chain.newest:  # it is sealed once written, and judged as if it were already
        lines = {**newest_seal.lines, text: "", about: ""}
        chain = replace(read_folder(project).chain, seals=[newest_seal._replace(lines=lines)])
        after = put_folder(after, read_folder(after).under(chain))
    # What is said of the draft is not said again of its copy.
    told = {replace(p, path=text) for p in read_texts(after).problems if p.path == DRAFT}
    found = [p for p in check(Inputs(after, as_of)) if p.severity == "problem" and p.path.startswith(JUDGED)]
    if wish.released > as_of:
        wrong = f"The day {wish.released} has not come: today is {as_of}."
        found.append(Problem(about, 2, "released", wrong, "Release it on that day, or give an earlier one."))
    if found := sorted(p for p in found if p not in told):
        return None, found
    return Plan(text, draft.raw, about, described, resumed), []


def previous(project: Project, number: str) -> str:
    """Return the number of the version before `number`, or an empty string."""
    older = (known for known in read_folder(project).texts if NUMBER.match(known) and parts(known) < parts(number))
    return max(older, key=parts, default="")


def _about(project: Project, wish: Wish, sha: str) -> str:
    """Return the description's text: one field a line, words in double quotes as JSON writes them."""
    fields = {
        "version": quoted(wish.number),
        "released": quoted(wish.released.isoformat()),
        "class": wish.amendment,
        "digest": sha,
    }
    if before := previous(project, wish.number):
        fields |= {"previous": quoted(before), "previous_digest": digest(read_folder(project).texts[before].raw)}
    fields["summary"] = quoted(wish.summary)
    if wish.reason:
        fields["reason"] = quoted(wish.reason)
    agreed = "".join(f"  - {quoted(name)}\n" for name in wish.agreed)
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + (f"agreed:\n{agreed}" if agreed else "")


def write(project: Project, planned: Plan) -> None:
    """Write the text, then its description. Raises OSError: the disk refused, and no half file is left."""
    if not planned.resumed:
        write_new(project.root / planned.text, planned.raw)
    write_new(project.root / planned.about, planned.described)
