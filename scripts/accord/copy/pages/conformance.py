"""What is different in a council's copy, as lines and as a page."""

from collections.abc import Iterator

from markupsafe import Markup

from accord.copy.compare import WORDS, Comparison
from accord.pages.frame import Frames
from accord.pages.templating import render
from accord.register.pages import words
from accord.register.published import Published

PLACE = "commitment/conformance/"
CURE = (
    "This copy claims to carry texts that it changed. Take upstream's files back, and put what you add into "
    "data/local/notes/."
)


def told(found: Comparison, everything: bool) -> Iterator[str]:
    """Yield the lines for a terminal: what is not identical, or all of it, then the numbers."""
    for _, title, about, lines in found.tables:
        yield f"{title}. {about}"
        for line in lines:
            if everything or line.state != "identical":
                name = f"{line.id} ({line.label})" if line.id else line.label
                yield f"  {WORDS[line.state].lower()}: {name}."
        if lines:
            counted = (f"{sum(line.state == state for line in lines)} {name.lower()}" for state, name in WORDS.items())
            yield f"  {', '.join(counted)}."
    if found.broken:
        yield CURE


def page(g: Published, frames: Frames, found: Comparison) -> tuple[str, str]:
    """Return the site path and the text of the page. Call it only for a council's copy."""
    assert g.local is not None
    base = "../" * PLACE.count("/")
    body = render(
        "local/conformance.html", g, base,
        tables=found.tables, site=g.local.site, states=WORDS, broken=found.broken, words=words,
    )  # fmt: skip
    summary = f"As at {words.day(g.as_of)}. What {g.local.site.council} added, and whether the rest is as it was."
    return frames.page(PLACE, "What is different in this copy", summary, Markup(""), Markup(body))  # noqa: S704  our own template
