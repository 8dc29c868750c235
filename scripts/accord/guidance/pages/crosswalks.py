"""Practices in frameworks of other people: the pages, and the table to take away, /api/crosswalks.csv."""

from accord.guidance.about import at
from accord.guidance.crosswalk import HOW
from accord.guidance.guidance import Guidance
from accord.guidance.pages.matrix import Choice
from accord.pages.csv_text import comma_separated
from accord.pages.templating import render

NAME = "api/crosswalks.csv"
NONE = "none"


def crosswalk(g: Guidance, base: str, name: str) -> str:
    """Return the page of one framework: its references with our practices, and what either side lacks."""
    (own,) = (each for each in g.crosswalks if each.id == name)
    stages = tuple((stage.id, stage.label) for stage in g.stages if own.practices & stage.ids)
    ways = (*((how, how.capitalize()) for how in HOW), (NONE, "No practice of ours"))
    choices = (Choice("how", "How far", ways), Choice("stage", "Stage of the practice", stages))
    rest = [each for each in g.practices.values() if each.id not in own.practices]
    return render("crosswalk.html", g, base, own=own, choices=choices, rest=rest, no=NONE)


def text(g: Guidance) -> str:
    """Return every row of every framework; a reference that no practice meets has one row that says so."""
    heads = ("Framework", "Part", "Reference", "What it asks", "How far", "Practice id", "Practice", "Source",
             "How we read the source", "Read on", "Address")  # fmt: skip
    rows = []
    for own in g.crosswalks:
        page = g.entries[own.id].address
        for part in own.parts:
            for each in part.references:
                source = g.source_by_id[each.source or own.source]
                place = f"{page}#{each.anchor}"
                after = [source.cite, source.strength, each.checked or own.checked]
                for practice, how in each.rows or (("", NONE),):
                    title = g.plain(g.practices[practice].title) if practice else ""
                    rows.append([own.label, part.title, each.code, g.plain(each.title), how, practice, title, *after,
                                 at(g, place) if g.site.address else place])  # fmt: skip
    return comma_separated(heads, rows)
