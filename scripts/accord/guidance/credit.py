"""Whose words a document is made of: the publications that it cites, and the licence of our own words."""

from collections.abc import Iterable

from accord.guidance.guidance import Guidance
from accord.pages.view import View
from accord.paper.blocks import Listing, Paragraph, Run, Runs
from accord.paper.words import cited

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
REVIEW = "leslie-2020-review"
READ = {"first-hand": "We read the publisher’s own text.", "second-hand": "We have not read the source."}


def sources(g: Guidance, texts: Iterable[str]) -> Listing:
    """Return every publication that `texts` cite, once, with its date, its address and whether we read it."""
    known = g.source_by_id
    names = dict.fromkeys(name for text in texts for name in cited(text) if name in known)
    view = View(g, "")
    items: list[Runs] = []
    for source in sorted((known[name] for name in names), key=lambda source: source.cite.casefold()):
        told = f"{source.title}. {source.publisher}, {view.day(source.date)}. {READ[source.strength]}"
        link = (Run(" "), Run(source.url, link=source.url)) if source.url else ()
        items.append((Run(f"{source.cite}: ", bold=True), Run(told), *link))
    return Listing(tuple(items))


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
