"""What templates may ask: links, citations, dates and inline marks, seen from one page of the site."""

from datetime import date

from markupsafe import Markup

from accord.files.days import MONTHS, day
from accord.pages.encode import encode, encode_all, spaced
from accord.pages.links import Linked
from accord.project.ids import pieces

FORCE = {"must": "Must", "should": "Should", "could": "Could"}
SHOWS = {"harm": "What went wrong", "good": "What went well", "mixed": "Mixed results"}
STRENGTH = {
    "first-hand": "first-hand: we read the publisher’s own text",
    "part": "read in part: we read the abstract, the opening or another part, and no more",
    "second-hand": "second-hand: we have not read the source",
}
DOUBT = {"part": ", read in part", "second-hand": ", second-hand"}  # what a citation adds to a source's name
SOURCE = {"first-hand": "first-hand source", "part": "source read in part", "second-hand": "second-hand source"}


class View:
    """One page's view of the guidance. `base` leads from the page to the site's root: "", "../", "../../" …"""

    def __init__(self, guidance: Linked, base: str) -> None:
        self.guidance = guidance
        self.base = base

    def href(self, address: str) -> Markup:
        """Return a page's address below the root as a link from here."""
        return Markup(f"{self.base}{address}" or "./")  # noqa: S704  addresses come from checked ids

    def link(self, name: str, words: str = "") -> Markup:
        """Return a link to whatever an id names, with its label or with `words`. Raises KeyError for no id."""
        entry = self.guidance.entries[name]
        if entry.kind == "source" and not words:
            return self.cite(name)
        return Markup('<a href="{}">{}</a>').format(self.href(entry.address), encode(words or entry.label))

    def promise(self, name: str) -> Markup:
        """Return a link to a clause with its label and our title: "Respect 3: Answer anyone who asks about a tool"."""
        label = self.guidance.clause_labels.get(name, "")
        title = self.guidance.entries[name].label
        return self.link(name, f"{label}: {title}" if label else title)

    def cite(self, name: str) -> Markup:
        """Return a citation in brackets; one that we have not read, or only in part, says so."""
        source = self.guidance.source_by_id[name]
        inner = Markup('<a href="{}">{}</a>').format(self.href(f"sources/#{name}"), encode(source.cite))
        return Markup('<span class="cite">({}{})</span>').format(inner, self.doubt(name))

    def doubt(self, name: str) -> str:
        """Return what a citation adds to a source's name where we have not read it, or only in part."""
        return DOUBT.get(self.guidance.source_by_id[name].strength, "")

    def text(self, value: str) -> Markup:
        """Return prose with its marks turned into links and citations."""
        parts = (spaced(part) if isinstance(part, str) else self.link(part[1], part[2] or "") for part in pieces(value))
        return Markup("").join(parts).strip()

    def heading(self, value: str) -> Markup:
        """Return a label for a Markdown heading."""
        return encode_all(value)

    def edit(self, path: str) -> Markup:
        """Return the address at which the file `path` can be changed, or read where no repository is set."""
        if repository := self.guidance.repository_of(path):
            return encode(f"{repository.rstrip('/')}/edit/main/{path}")
        return self.href(f"source/{path}.txt")

    def day(self, value: str) -> str:
        """Return "2026-11-22" as "22 November 2026", "2026-11" as "November 2026", "2026" and "undated" as they are."""
        parts = value.split("-")
        if not parts[0].isdigit():
            return "undated"
        year, *rest = (int(part) for part in parts)
        if len(rest) == 2:
            return day(date(year, rest[0], rest[1]))
        return f"{MONTHS[rest[0] - 1]} {year}" if rest else str(year)

    def force(self, value: str) -> str:
        return FORCE[value]

    def shows(self, value: str) -> str:
        return SHOWS[value]

    def strength(self, value: str) -> str:
        return STRENGTH[value]

    def source(self, name: str) -> str:
        """Return how far we read a source: "first-hand source"."""
        return SOURCE[self.guidance.source_by_id[name].strength]
