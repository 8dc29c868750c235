"""The matrix of practices against principles: a plain table that the browser may filter."""

from typing import NamedTuple

from accord.guidance.guidance import Guidance
from accord.pages.templating import render


class Choice(NamedTuple):
    """A filter: its name in the address, its label, and what may be chosen, each with what is shown for it."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def matrix(g: Guidance, base: str, _: str) -> str:
    """Return the filters and the table. Only roles that have a practice are offered."""
    used = {role for practice in g.practices.values() for role in practice.roles}
    choices = (
        Choice("role", "Role", tuple((r.id, r.label) for r in g.roles if r.id in used)),
        Choice("stage", "Stage", tuple((s.id, s.label) for s in g.stages)),
        Choice("principle", "Principle", tuple((p.id, p.label) for p in g.principles)),
        Choice("force", "Must, should or could", (("must", "Must (law)"), ("should", "Should"), ("could", "Could"))),
    )
    return render("matrix.html", g, base, choices=choices)
