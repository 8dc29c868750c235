"""Whose words a document is made of: the publications that it cites, and the licence of our own words."""

from collections.abc import Iterable
from dataclasses import dataclass

from accord.guidance.guidance import Guidance
from accord.pages.view import View
from accord.paper.blocks import Listing, Paragraph, Run, Runs
from accord.paper.words import cited

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
REVIEW = "leslie-2020-review"
READ = {
    "first-hand": "We read the publisher’s own text.",
    "part": "We read part of the source.",
    "second-hand": "We have not read the source.",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A publication: its short name; what it is and whether we read it; its address, or an empty string."""

    cite: str
    about: str
    url: str


def citations(g: Guidance, names: Iterable[str]) -> tuple[Citation, ...]:
    """Return the publications of these ids, in this order."""
    view = View(g, "")
    found = (g.source_by_id[name] for name in names)
    return tuple(
        Citation(s.cite, f"{s.title}{s.stop} {s.publisher}, {view.day(s.date)}. {READ[s.strength]}", s.url)
        for s in found
    )


def listing(found: Iterable[Citation]) -> Listing:
    """Return publications as a list that can be followed on paper too."""
    items: list[Runs] = []
    for each in found:
        link = (Run(" "), Run(each.url, link=each.url)) if each.url else ()
        items.append((Run(f"{each.cite}: ", bold=True), Run(each.about), *link))
    return Listing(tuple(items))


def sources(g: Guidance, texts: Iterable[str]) -> Listing:
    """Return every publication that `texts` cite, once, by short name."""
    names = dict.fromkeys(name for text in texts for name in cited(text) if name in g.source_by_id)
    return listing(sorted(citations(g, names), key=lambda each: each.cite.casefold()))


def ours(g: Guidance, version: str) -> Paragraph:
    """Return whom to credit for our words, of which `version` this is, and under which licence."""
    whose = f"Our words: the project’s contributors, {g.site.name}: guidance and Commitment, {version}. CC BY 4.0: "
    return Paragraph((Run(whose), Run(LICENCE, link=LICENCE), *review(g)), "small")


def review(g: Guidance) -> Runs:
    """Return the credit of the review, whose labels we quote."""
    source = g.source_by_id.get(REVIEW)
    if source is None:
        return ()
    return (Run(f". Labels that we quote from the review: {source.cite}, CC BY, "), Run(source.url, link=source.url))
