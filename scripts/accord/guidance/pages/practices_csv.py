"""All practices as a table to take away whole: /api/practices.csv."""

from accord.guidance.about import at
from accord.guidance.guidance import Guidance
from accord.pages.csv_text import comma_separated
from accord.pages.view import FORCE
from accord.project.element import Element

NAME = "api/practices.csv"
YES, NO = "Yes", "No"


def text(g: Guidance) -> str:
    """Return every practice with what the matrix shows of it, and what it says."""
    heads = ("Id", "Practice", "Stage", "Force", "Who", *(p.label for p in g.principles), "Do this", "Evidence to keep",
             "Law", "Look at before buying", "Address")  # fmt: skip
    return comma_separated(heads, [_row(g, stage.label, each) for stage in g.stages for each in stage.practices])


def _row(g: Guidance, stage: str, practice: Element) -> list[str]:
    place = g.entries[practice.id].address
    return [
        practice.id,
        g.plain(practice.title),
        stage,
        FORCE[practice.force],
        ", ".join(g.entries[role].label for role in practice.roles),
        *(YES if principle.id in practice.principles else NO for principle in g.principles),
        "\n".join(g.plain(step) for step in practice.steps),
        "\n".join(g.plain(item) for item in practice.evidence),
        "\n".join(g.source_by_id[source].cite for source in practice.law),
        YES if practice.before_buying else NO,
        at(g, place) if g.site.address else place,
    ]
