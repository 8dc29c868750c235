"""Boxes, words and arrows as inline SVG: no style attribute (CSP), colours from the style sheet's classes.

Sizes are in SVG user units, which are CSS pixels at the figure's natural width.
"""

import textwrap
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

    width: int
    height: float = 0
    parts: list[str] = field(default_factory=list)

    def wrapped(self, words: str, width: float) -> list[str]:
        """Return the lines into which words break inside a box of this width."""
        return textwrap.wrap(words, max(6, int((width - 2 * PAD) / LETTER)), break_long_words=False)

    def box_height(self, words: str, width: float) -> float:
        return len(self.wrapped(words, width)) * LINE + 2 * PAD

    def box(self, x: float, y: float, width: float, words: str, kind: str, height: float = 0) -> float:
        """Draw a box with words in it; return its height."""
        lines = self.wrapped(words, width)
        tall = max(height, len(lines) * LINE + 2 * PAD)
        self.parts.append(f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{tall:g}" rx="6"/>')
        top = y + (tall - len(lines) * LINE) / 2 + LINE * 0.75
        for number, line in enumerate(lines):
            self.text(x + width / 2, top + number * LINE, line, f"{kind}-words")
        self.height = max(self.height, y + tall)
        return tall

    def text(self, x: float, y: float, words: str, kind: str) -> None:
        self.parts.append(f'<text class="{kind}" x="{x:g}" y="{y:g}">{encode(words)}</text>')
        self.height = max(self.height, y + 6)

    def arrow(self, points: list[tuple[float, float]]) -> None:
        """Draw a line with a head at its last point; the head is drawn by hand because a marker needs an id."""
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        self.parts.append(f'<polyline class="arrow" points="{path}"/>')
        (x1, y1), (x2, y2) = points[-2:]
        dx, dy = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
        wings = [(x2 - 7 * dx - 5 * dy, y2 - 7 * dy - 5 * dx), (x2 - 7 * dx + 5 * dy, y2 - 7 * dy + 5 * dx)]
        head = " ".join(f"{x:g},{y:g}" for x, y in [(x2, y2), *wings])
        self.parts.append(f'<polygon class="head" points="{head}"/>')

    def svg(self, kind: str) -> str:
        """Return the drawing, hidden from assistive technology: the words beside it say the same."""
        inner = "".join(self.parts)
        size = f'viewBox="0 0 {self.width} {self.height + 2:g}" width="{self.width}" height="{self.height + 2:g}"'
        return f'<svg class="{kind}" {size} aria-hidden="true" focusable="false">{inner}</svg>'


def figure(name: str, caption: str, wide: str, narrow: str) -> str:
    """Return both drawings in one figure with its caption."""
    words = encode(caption)
    return f'<figure class="drawing" id="{name}">\n{wide}\n{narrow}\n<figcaption>{words}</figcaption>\n</figure>'
