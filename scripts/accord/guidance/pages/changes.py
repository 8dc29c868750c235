"""The page of what changed: for each version its words, and what a reader has to do.

Which of a reader's own answers are to other words now, the worksheets say, and "accord answers".
"""

from accord.guidance.guidance import Guidance
from accord.pages.templating import render


def changes(g: Guidance, base: str, _: str) -> str:
    """Return the page's text: a heading for each version, the newest first."""
    return render("changes.html", g, base, preparing="" if g.release.released else g.release.version)
