"""The page that makes a report of a mistake: the ways to send it are those that the site's settings allow."""

import re

from accord.guidance.guidance import Guidance
from accord.pages.templating import render
from accord.project.reading import LOCAL

MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def report(g: Guidance, base: str, _: str) -> str:
    """Return the form and where its report goes: in a council's copy to the council, else to upstream."""
    own = g.local.site if g.local else None
    contact = own.contact if own else g.site.contact
    found = MAIL.search(contact)
    repository = g.repository_of(LOCAL).rstrip("/")
    return render(
        "report.html",
        g,
        base,
        own=own,
        contact="" if own else contact,
        mail=found[0] if found else "",
        issues=f"{repository}/issues/new" if repository else "",
    )
