"""A page calls only our own macros, with an id in quotes, and nothing else of the template language.

Template code on a page can run programs on the machine that builds the site (research: six of seven routes ran).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.ids import nearest
from accord.problem import Problem, clipped, listed, shown
from accord.read.markdown import ANCHOR
from accord.read.tree import line_at
from accord.render.fragments import MACROS
from accord.rules.base import Inputs

CALL = re.compile(r"^\{\{ ([a-z_]+)\((?:\"[a-z0-9-]+\")?\) \}\}$")
BRACES = re.compile(r"\{[{%#]|[%}#]\}")

TIGHT_ANCHOR = re.compile(r"\{#([\w-]+)\}$")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield template code other than one call a line, unknown macros, and pages that ask for macros they don't use."""
    for page in inputs.project.pages:
        asked = page.meta("render_macros") == "true"
        calls = 0
        for line, row in page.lines:
            call = CALL.match(row)
            if call and call[1] in MACROS:
                calls += 1
                if not asked:
                    wrong = "The page calls a macro and does not ask for macros."
                    yield Problem(page.path, line, "", wrong, "Add `render_macros: true` to its front matter.")
            elif call:
                wrong = f"There is no macro {shown(call[1])}.{nearest(call[1], MACROS)}"
                yield Problem(page.path, line, "", wrong, f"The macros are {listed(sorted(MACROS))}.")
            elif row.startswith("#") and (anchor := TIGHT_ANCHOR.search(row)):
                wrong = f"The anchor {shown(anchor[0])} starts a comment of the template language."
                yield Problem(page.path, line, "", wrong, f"Write it with spaces: {{ #{clipped(anchor[1])} }}.")
            elif BRACES.search(ANCHOR.sub("", row) if row.startswith("#") else row):
                wrong = "The line holds braces of the template language."
                cure = 'Write one call on a line of its own, such as {{ stage("modelling") }}.'
                yield Problem(page.path, line, "", wrong, cure)
        for line, row in page.code if asked else ():
            if BRACES.search(row):
                wrong = "The code block holds braces of the template language, which runs inside code too."
                yield Problem(page.path, line, "", wrong, "Show it on a page that calls no macro.")
        if asked and not calls:
            wrong = "The page asks for macros and calls none."
            line = line_at(page.front, ("render_macros",))
            yield Problem(page.path, line, "render_macros", wrong, "Delete `render_macros` from its front matter.")
