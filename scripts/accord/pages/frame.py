"""The frame of a generated page: the theme's template, rendered once for each depth, cut at marks and filled fast.

Ten thousand pages through the theme's own template would take minutes. What fills the marks is encoded by whoever
makes it; the marks themselves are gone before any value comes near.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from accord.pages.encode import encode_all

MARK = re.compile(r"@@accord-(title|summary|trail|body|place)@@")
PARTS = ("title", "summary", "trail", "body", "place")
Shell = Callable[
    [str], str
]  # the way to the root, such as "../../", to overrides/register.html rendered with ShellPage


def place_mark(part: str) -> str:
    """Return the mark at which a part goes in. HTML-escaping leaves it as it is."""
    return f"@@accord-{part}@@"


@dataclass
class ShellPage:
    """What the theme's templates ask of a page, with marks where a page's own words go.

    `parent` is the section of the navigation that the page belongs to, as MkDocs made it. `url` only says how deep the
    page lies. `canonical_url` is None where the site has no address.
    """

    url: str
    parent: Any = None
    address: str = ""  # of the site, with a slash at its end, or empty
    title: str = place_mark("title")
    content: str = place_mark("body")
    trail: str = place_mark("trail")
    meta: dict[str, str] = field(default_factory=lambda: {"summary": place_mark("summary")})
    toc: tuple[object, ...] = ()
    is_homepage: bool = False
    active: bool = False
    edit_url: str | None = None
    previous_page: None = None
    next_page: None = None

    @property
    def canonical_url(self) -> str | None:
        return f"{self.address}{place_mark('place')}" if self.address else None


class Frame:
    """A shell that was cut at its marks. Raises ValueError: the shell has no place for a body or a title."""

    def __init__(self, shell: str) -> None:
        self.pieces = MARK.split(shell)  # text, name, text, name, …, text
        if not {"body", "title"} <= set(self.pieces[1::2]):
            raise ValueError("overrides/register.html has no mark for the title or the body")

    def fill(self, parts: dict[str, Markup]) -> str:
        """Return a page. `parts` has a value for each of PARTS."""
        out = list(self.pieces)
        for at in range(1, len(out), 2):
            out[at] = parts[out[at]]
        return "".join(out)


class Frames:
    """The frames of every depth, each made when it is first needed."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.made: dict[str, Frame] = {}

    def page(self, place: str, title: str, summary: str, trail: Markup, body: Markup) -> tuple[str, str]:
        """Return the site path and the text of the page at `place`, which ends in a slash."""
        base = "../" * place.count("/")
        if base not in self.made:
            self.made[base] = Frame(self.shell(base))
        parts = dict(zip(PARTS, (encode_all(title), encode_all(summary), trail, body, Markup(place)), strict=True))  # noqa: S704  of slugs and numbers
        return f"{place}index.html", self.made[base].fill(parts)
