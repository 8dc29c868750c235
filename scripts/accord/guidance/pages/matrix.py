"""The matrix of practices against principles: a plain table that the browser may filter."""

from dataclasses import dataclass

from accord.guidance.guidance import Guidance
from accord.pages.templating import render
from accord.project.element import Element


@dataclass(frozen=True, slots=True)
class Row:
    practice: Element
    stage: Element
    roles: str


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: its name in the address, its label, and what may be chosen."""

    name: str
    label: str
    options: tuple[Option, ...]


def matrix(g: Guidance, base: str, _: str) -> str:
    """Return the filters and the table. Only roles that have a practice are offered."""
    labels = {role.id: role.label for role in g.roles}
    rows = [
        Row(practice, stage, ", ".join(labels[role] for role in practice.roles))
        for stage in g.stages
        for practice in stage.practices
    ]
    used = {role for row in rows for role in row.practice.roles}
    force = (Option("must", "Must (law)"), Option("should", "Should"), Option("could", "Could"))
    choices = (
        Choice("role", "Role", tuple(Option(r.id, r.label) for r in g.roles if r.id in used)),
        Choice("stage", "Stage", tuple(Option(s.id, s.label) for s in g.stages)),
        Choice("principle", "Principle", tuple(Option(p.id, p.label) for p in g.principles)),
        Choice("force", "Must, should or could", force),
    )
    return render("matrix.html", g, base, rows=rows, choices=choices)
