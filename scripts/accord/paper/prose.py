"""Prose of data/ and docs/ as runs: its marks as links, a publication as a citation in brackets."""

from collections.abc import Callable
from dataclasses import dataclass

from accord.pages.links import Linked
from accord.pages.view import DOUBT
from accord.paper.blocks import Run, Runs
from accord.project.ids import pieces

Link = Callable[[str], str]  # from an id to an address, or an empty string where there is none


@dataclass(frozen=True, slots=True)
class Prose:
    """Turns text with marks into runs. `link` gives the address of what an id names."""

    guidance: Linked
    link: Link

    def runs(self, text: str) -> Runs:
        """Return text as runs, each stretch of white space as one space."""
        found = ((Run(part),) if isinstance(part, str) else self.mark(part[1], part[2] or "") for part in pieces(text))
        return tuple(run for runs in found for run in runs if run.text)

    def mark(self, name: str, words: str) -> Runs:
        """Return a link to what an id names, or words where it has no address; a source without words is cited."""
        entry = self.guidance.entries[name]
        if words or entry.kind != "source":
            return (Run(words or entry.label, link=self.link(name)),)
        source = self.guidance.source_by_id[name]
        return (Run("("), Run(source.cite, link=self.link(name)), Run(f"{DOUBT.get(source.strength, '')})"))


def on_site(g: Linked) -> Link:
    """Return the addresses of ids on the site; none where the site has no address of its own yet."""
    root = g.address.rstrip("/")
    return lambda name: f"{root}/{g.entries[name].address}" if root else ""
