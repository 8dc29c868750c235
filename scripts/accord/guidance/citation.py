"""How to cite the site and the review that it builds on: CITATION.cff as BibTeX."""

import re
from collections.abc import Iterator
from typing import Any, cast

from accord.files import text, yaml_strict
from accord.files.nodes import plain
from accord.files.tree import Tree

NAME = "CITATION.cff"
TYPES = {"report": "techreport"}  # what else there is, BibTeX calls misc
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(tree: Tree) -> tuple[str, ...]:
    """Return the lines of a BibTeX file, or none where the project has no CITATION.cff that can be read."""
    if tree.kind(NAME) != "file":
        return ()
    node = yaml_strict.parse(NAME, tree.read(NAME, text.LARGEST).decode("utf-8", "replace"))[0]
    whole = cast(dict[str, Any], plain(node)) if node else {}
    return tuple(row for work in (whole, *whole.get("references", ())) for row in _entry(work))


def _entry(work: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of one work. Braces keep capitals and names of more than one word."""
    year, month = ([*work.get("date-released", "").split("-"), ""])[:2]
    year, month = work.get("year", year), work.get("month", month)
    people = [each.get("name") or f"{each['family-names']}, {each['given-names']}" for each in work["authors"]]
    names = [f"{{{each}}}" if "," not in each else each for each in people]
    key = re.sub("[^a-z]", "", (work["authors"][0].get("family-names") or work["title"].split()[0]).lower())
    values = {
        "author": " and ".join(names),
        "title": f"{{{work['title']}}}",
        "institution": work.get("publisher", {}).get("name", ""),
        "year": year,
        "version": work.get("version", ""),
        "doi": work.get("doi", ""),
        "url": work.get("url", ""),
    }
    yield f"@{TYPES.get(work.get('type', ''), 'misc')}{{{key}{year},"
    yield from (f"  {name} = {{{_escaped(value)}}}," for name, value in values.items() if value)
    yield from ([f"  month = {MONTHS[int(month) - 1]},"] if month else [])
    yield "}"


def _escaped(value: str) -> str:
    """Return text in which TeX sees no command."""
    return re.sub(r"([&%$#_])", r"\\\1", value)
