"""The whole verification of a project: it goes on where the rules find problems, and says what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accord.model.authorities_build import authorities
from accord.model.commitment import Commitment
from accord.model.commitment_build import commitment
from accord.model.records import Erased
from accord.model.register import Register
from accord.model.register_build import build
from accord.problem import Problem
from accord.read.project import Project
from accord.rules import Inputs, every_rule
from accord.rules.record_signatures import problem
from accord.verify import count, listing, root_list, trust

OWN = "record_signatures"  # judged here, once, so that nothing is verified twice
TREES = ("commitment/", "data/authorities.yml")  # whose problems change what is counted


@dataclass(frozen=True)
class Audit:
    """What came of it. `digests` are those of every file that lies there, good or not; `list` is of the good alone."""

    problems: list[Problem]
    commitment: Commitment
    judged: list[trust.Judged]
    count: count.Count
    list: root_list.RootList
    digests: dict[str, str]
    erased: dict[str, Erased]


def audit(project: Project, as_of: date) -> Audit:
    """Verify every version, record and signature of a project that was read. Reads no network and no clock."""
    folder = project.commitment
    problems = set(_problems(project, as_of))
    refused = {found.path for found in problems}
    good = [file.record for file in folder.records if file.record and file.path not in refused]
    erased = {file.erased.path: file.erased for file in folder.erased if file.erased and file.path not in refused}
    unread = {file.path for file in folder.records if file.record is None}
    found = listing.digests(folder)
    judged = list(trust.everyone(folder, good))
    problems.update(problem(each) for each in judged if each.refusal)
    known = commitment(project)
    register = build(good, erased.values(), known, authorities(project), as_of)
    states = {signatory.slug: signatory.standing.state for signatory in register.signatories}
    versions = [version.number for version in known.versions]
    return Audit(
        problems=sorted(problems),
        commitment=known,
        judged=judged,
        count=count.make(folder, refused, versions, judged, states, _keyed(register)),
        list=root_list.make(listing.listed(found, erased.values(), refused | unread), as_of),
        digests=found,
        erased=erased,
    )


def _problems(project: Project, as_of: date) -> Iterator[Problem]:
    inputs = Inputs(project, as_of)
    found = [*project.problems]
    for name, rule in every_rule().items():
        if name != OWN:
            found.extend(rule(inputs))
    return (each for each in found if each.severity == "problem" and each.path.startswith(TREES))


def _keyed(register: Register) -> int:
    return sum(trust.in_force(signatory.records) is not None for signatory in register.signatories)
