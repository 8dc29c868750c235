"""A page calls only our own macros, with an id in quotes, and nothing else of the template language.

Template code on a page can run programs on the machine that builds the site: of seven ways that were tried, six ran.
"""

import re
from collections.abc import Iterator

from accord.answers.pages.checklist import PREFIX
from accord.files.nodes import field, line_at
from accord.files.problem import Problem, clipped, shown
from accord.project.ids import definitions, nearest
from accord.project.inputs import Guesses, Inputs
from accord.project.page import ANCHOR, CALL, Page
from accord.site.macros import MACROS

BRACES = re.compile(r"\{[{%#]|[%}#]\}")
MADE = {"context": "label", "stage": "title", "clause": "label"}  # whose words become the title of a page of its own
KINDS = {  # of what a macro's id is the id
    "card": "card", "context": "context", "documents": "document", "door": "door", "practice": "practice",
    "promise": "clause", "recommendation": "recommendation", "stage": "stage", "study": "source",
    "figure": "figure", "helplines": "list of helplines",
}  # fmt: skip
CURLY = re.compile("[“”‘’]")
TIGHT_ANCHOR = re.compile(r"\{#([\w-]+)\}$")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield template code other than one call a line, unknown macros, and pages that ask for macros they don't use."""
    ids: dict[str, list[str]] = {kind: [] for kind in KINDS.values()}
    for definition in definitions(inputs.project):
        ids.get(definition.kind, []).append(definition.id)
    ids["figure"] = [document.stem for document in inputs.project.of_kind("figure")]
    lines = (each for d in inputs.project.of_kind("helplines") for each in inputs.project.scalars[d.path])
    ids["list of helplines"] = [scalar.value for path, scalar, _ in lines if "places" in path]
    ids["document"] = [document.stem for document in inputs.project.of_kind("document")]
    ids["document"] += (*ids["card"], *(f"{PREFIX}{stage}" for stage in ids["stage"]))
    guesses = Guesses()
    for page in inputs.project.pages:
        asked = page.meta("render_macros") == "true"
        for line, row in page.lines:
            for wrong, cure in _in(row):
                yield Problem(page.path, line, "", wrong, cure)
            kind, name = KINDS.get(_called(row), ""), row.partition('"')[2].partition('"')[0]
            if kind and name not in ids[kind]:
                wrong = f"There is no {kind} {shown(name)}.{guesses.nearest(name, ids[kind])}"
                yield Problem(page.path, line, "", wrong, f"Write the id of a {kind}.", lacks=name.removeprefix(PREFIX))
        for line, row in page.code if asked else ():
            if BRACES.search(row):
                wrong = "The code block holds braces of the template language, which runs inside code too."
                yield Problem(page.path, line, "", wrong, "Show it on a page that calls no macro.")
        yield from _asked(page, asked)
    yield from _titles(inputs)


def _asked(page: Page, asked: bool) -> Iterator[Problem]:
    """Yield that a page calls macros and does not ask for them, or asks and calls none."""
    calls = [line for line, row in page.lines if _called(row) in MACROS]
    if calls and not asked:
        wrong = "The page calls a macro and does not ask for macros."
        yield Problem(page.path, calls[0], "", wrong, "Add `render_macros: true` to its front matter.")
    elif asked and not calls and not any(BRACES.search(row) for _, row in page.lines):
        wrong = "The page asks for macros and calls none."
        line = line_at(page.front, ("render_macros",))
        yield Problem(page.path, line, "render_macros", wrong, "Delete `render_macros` from its front matter.")


def _titles(inputs: Inputs) -> Iterator[Problem]:
    """Yield titles of made pages that hold a brace, or that two of them share."""
    titles: dict[str, str] = {}
    for kind, name in MADE.items():
        for document in inputs.project.of_kind(kind):
            for path, scalar, _ in inputs.project.scalars[document.path]:
                if path[-1:] != (name,) or "sections" in path or path[0] not in {name, "practices"}:
                    continue
                at = f"{document.path}:{scalar.line}"
                if (first := titles.setdefault(scalar.value, at)) != at:
                    wrong = f"The words are the title of {first} too."
                    yield Problem(document.path, scalar.line, field(path), wrong, "Give each page its own.")
                if re.search(r"[{}]", scalar.value):
                    wrong = "The words become a page's title, and a brace could start code there."
                    yield Problem(document.path, scalar.line, field(path), wrong, "Write them without braces.")


def _called(row: str) -> str:
    """Return the name of the macro that a line calls, or an empty string."""
    call = CALL.match(row)
    return call[1] if call else ""


def _in(row: str) -> Iterator[tuple[str, str]]:
    name = _called(row)
    if name and name not in MACROS:
        wrong = f"There is no macro {shown(name)}.{nearest(name, MACROS)}"
        yield wrong, "The names of all macros are in scripts/accord/site/macros.py."
    elif not name and row.startswith("#") and (anchor := TIGHT_ANCHOR.search(row)):
        wrong = f"The anchor {shown(anchor[0])} starts a comment of the template language."
        yield wrong, f"Write it with spaces: {{ #{clipped(anchor[1])} }}."
    elif not name and BRACES.search(ANCHOR.sub("", row) if row.startswith("#") else row):
        wrong = "The line holds braces of the template language."
        curly = "Type straight quotation marks, and write" if CURLY.search(row) else "Write"
        yield wrong, f'{curly} one call on a line of its own, such as {{{{ stage("modelling") }}}}.'
