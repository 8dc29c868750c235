"""Where a document is offered: its formats, each with its size. The web page comes first: it needs no program."""

from accord.guidance.guidance import Guidance
from accord.pages.templating import render

KILO = 1000  # bytes in a KB, as GOV.UK counts ("Attachments", content design guidance)


def documents(g: Guidance, base: str, name: str) -> str:
    """Return the list of a document's files, or a sentence where no such document was made."""
    return render("documents.html", g, base, offer=g.offer_by_name.get(name), size=size)


def size(number: int) -> str:
    """Return a size in bytes in words, such as "38 KB" or "1.2 MB"."""
    if number < KILO * KILO:
        return f"{max(1, round(number / KILO))} KB"
    return f"{number / KILO / KILO:.1f} MB"


def current(g: Guidance, base: str, _: str) -> str:
    """Return the list of the current version's files."""
    version = g.commitment.current(g.as_of)
    return documents(g, base, f"commitment-{version.number}" if version else "")
