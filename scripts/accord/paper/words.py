"""Prose of data/ as runs: links to the site, what the program fills in, and brackets that a reader puts words into."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from accord.pages.links import Linked
from accord.paper.blocks import Run, Runs
from accord.paper.prose import Prose, on_site
from accord.project.ids import MARK

FILL = re.compile(r"\{([^{}]*)\}")
FILLS = ("address", "as-of", "contact", "council", "digest", "released", "version")
PIECE = re.compile(rf"(?P<mark>{MARK.pattern})|(?P<fill>\{{[a-z-]+\}})|(?P<prompt>\[[^\[\]]+\])")


G = TypeVar("G", bound=Linked)


@dataclass(frozen=True, slots=True)
class Filler(Generic[G]):
    """Turns prose into runs. `fills` gives the words of each of FILLS; one in brackets stands for what is not known."""

    guidance: G
    fills: Mapping[str, str]

    def plain(self, text: str) -> str:
        """Return a heading or another line without links, filled in."""
        return FILL.sub(lambda found: self.fills[found[1]], text)

    def runs(self, text: str) -> Runs:
        """Return a paragraph. What a fill puts in is never read again, whatever it holds."""
        made: list[Run] = []
        end = 0
        for piece in PIECE.finditer(text):
            made.append(Run(text[end : piece.start()]))
            end = piece.end()
            if piece["fill"]:
                made.append(self._fill(piece["fill"][1:-1]))
            elif piece["prompt"]:
                made.append(Run(piece["prompt"], prompt=True))
            else:
                made += Prose(self.guidance, on_site(self.guidance)).mark(piece[2], piece[3] or "")
        made.append(Run(text[end:]))
        return tuple(run for run in made if run.text)

    def _fill(self, name: str) -> Run:
        words = self.fills[name]
        return Run(words, code=name == "digest", prompt=words.startswith("[") and name in {"address", "council"})


def cited(text: str) -> list[str]:
    """Return the ids that a text names, in order."""
    return [mark[1] for mark in MARK.finditer(text)]
