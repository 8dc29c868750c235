"""Boxes, words and arrows as inline SVG: no style attribute (CSP), colours from the style sheet's classes.

Sizes are in SVG user units, which are CSS pixels at the figure's natural width.
"""

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from accord.pages.encode import encode

LETTER = (
    8.6  # average width of a letter at 16 units, measured on the longest labels with DejaVu Sans, the widest fallback
)
LINE = 21
PAD = 11


@dataclass
class Canvas:
    """A drawing of a fixed width that grows downwards."""

    width: float
    height: float = 0
    parts: list[str] = field(default_factory=list)

    def wrapped(self, words: str, width: float) -> list[str]:
        """Return the lines into which words break inside a box of this width."""
        return textwrap.wrap(
            words, max(6, int((width - 2 * PAD) / LETTER)), break_long_words=False, break_on_hyphens=False
        )

    def box_height(self, words: str, width: float) -> float:
        return len(self.wrapped(words, width)) * LINE + 2 * PAD

    def shape(self, tag: str, kind: str, **at: float | str) -> None:
        """Draw one shape without words."""
        values = "".join(f' {name}="{f"{v:g}" if isinstance(v, float | int) else v}"' for name, v in at.items())
        self.parts.append(f'<{tag} class="{kind}"{values}/>')

    def box(self, x: float, y: float, width: float, words: str, kind: str, height: float = 0) -> float:
        """Draw a box with words in it; return its height."""
        tall = max(height, self.box_height(words, width))
        self.shape("rect", kind, x=x, y=y, width=width, height=tall, rx=8)
        self.words(x + width / 2, y + tall / 2, width, words, f"{kind.rpartition(' ')[2]}-words")
        self.height = max(self.height, y + tall)
        return tall

    def words(self, x: float, middle: float, width: float, words: str, kind: str) -> None:
        """Write words in lines of at most this width around a middle."""
        lines = self.wrapped(words, width)
        top = middle - len(lines) * LINE / 2 + LINE * 0.75
        for number, line in enumerate(lines):
            self.text(x, top + number * LINE, line, kind)

    def text(self, x: float, y: float, words: str, kind: str) -> None:
        self.parts.append(f'<text class="{kind}" x="{x:g}" y="{y:g}">{encode(words)}</text>')
        self.height = max(self.height, y + 6)

    @contextmanager
    def link(self, address: str, words: str) -> Iterator[None]:
        """Make what is drawn meanwhile lead to an address; `words` say it as one, because its lines break."""
        self.parts.append(f'<a href="{address}" aria-label="{encode(words)}">')
        yield
        self.parts.append("</a>")

    def arrow(self, points: list[tuple[float, float]]) -> None:
        """Draw a line with a head at its last point; the head is drawn by hand because a marker needs an id."""
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        self.parts.append(f'<polyline class="arrow" points="{path}"/>')
        (x1, y1), (x2, y2) = points[-2:]
        dx, dy = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
        wings = [(x2 - 7 * dx - 5 * dy, y2 - 7 * dy - 5 * dx), (x2 - 7 * dx + 5 * dy, y2 - 7 * dy + 5 * dx)]
        head = " ".join(f"{x:g},{y:g}" for x, y in [(x2, y2), *wings])
        self.parts.append(f'<polygon class="head" points="{head}"/>')

    def svg(self, kind: str, named: str = "") -> str:
        """Return the drawing. One with links is named by the element with the id `named`; another is hidden from
        assistive technology, because the words beside it say the same.
        """
        inner = "".join(self.parts)
        wide, high = f"{self.width + 2:g}", f"{self.height + 2:g}"  # with room for half a line's thickness
        size = f'viewBox="-1 -1 {wide} {high}" width="{wide}" height="{high}"'
        role = f'role="group" aria-labelledby="{named}"' if named else 'aria-hidden="true"'
        return f'<svg class="{kind}" {size} {role} focusable="false">{inner}</svg>'
