"""A document as one web page without the site's frame: to read on a screen, to print, to hand on.

Tables name their row and column heads (WCAG 2.2, 1.3.1), and nothing in the page runs or loads but its style sheet.
"""

import base64
import hashlib

from markupsafe import Markup

from accord.pages.encode import spaced
from accord.pages.templating import environment
from accord.paper import package, programs
from accord.paper.blocks import Document, Run, Runs, typed
from accord.paper.formats import Recipe

SHEET = "document.css"  # on the site, beside the page
POLICY = "default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'"


def beside(document: Document, others: list[tuple[str, str]], back: tuple[str, str]) -> str:
    """Return the page for the site, whose style sheet lies beside it.

    `others` are the same document's other files; `back` is the page that offers it: address below the root, and words.
    """
    return _page(document, POLICY.format("'self'"), "", others, back)


def recipe(document: Document, others: list[tuple[str, str]], back: tuple[str, str]) -> Recipe:
    """Return how to make the page for the site."""
    around = repr((others, back)).encode()
    parts = (programs.digest_programs(), document.digest, around)
    return Recipe("html", parts, lambda: beside(document, others, back).encode())


def alone(document: Document) -> str:
    """Return the page as a single file, its style sheet within."""
    return _page(document, policy_alone(), package.style_sheet(), [])


def policy_alone() -> str:
    """Return the policy of a page that stands alone: it lets its one style sheet through, by its digest."""
    digest = base64.b64encode(hashlib.sha256(package.style_sheet().encode()).digest()).decode()
    return POLICY.format(f"'sha256-{digest}'")


def _page(
    document: Document, policy: str, sheet: str, others: list[tuple[str, str]], back: tuple[str, str] = ("", "")
) -> str:
    template = environment().get_template("document.html")
    ours = {"policy": Markup(policy), "sheet": Markup(sheet)}  # noqa: S704  made of constants and our own file
    page = template.render(
        d=document,
        href=SHEET,
        others=others,
        back=back,
        runs=_runs,
        kind=lambda block: type(block).__name__,
        signs=typed,
        **ours,
    )
    return f"{page}\n"


def _runs(runs: Runs) -> Markup:
    """Return runs as elements, each text encoded."""
    return Markup("").join(_run(run) for run in runs)


def _run(run: Run) -> Markup:
    words = spaced(typed(run.text))
    for name, wanted in (("code", run.code), ("strong", run.bold), ("em", run.italic)):
        if wanted:
            words = Markup(f"<{name}>") + words + Markup(f"</{name}>")  # noqa: S704  one of three names
    if run.prompt:
        words = Markup('<span class="prompt">') + words + Markup("</span>")
    if run.link:
        words = Markup('<a href="{}">').format(run.link) + words + Markup("</a>")
    return words
