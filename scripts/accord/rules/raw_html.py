"""Pages are Markdown without HTML: what HTML can do, it can do to a reader's browser too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.problem import Problem, shown
from accord.rules.base import Inputs

TAG = re.compile(r"<(?:[a-zA-Z][\w-]*[\s>/]|/|!)|&#?\w+;|\]\(\s*(?:javascript|data|vbscript):", re.IGNORECASE)
ATTRIBUTES = re.compile(r"\{:|\{[^#}]*\bon\w+\s*=")
CODE = re.compile(r"`[^`]*`")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield HTML tags, entities, script addresses and attribute lists on pages, outside code."""
    for page in inputs.project.pages:
        for line, row in page.lines:
            words = CODE.sub("", row)
            if found := TAG.search(words):
                wrong = f"The line holds {shown(found[0].strip())}, which is HTML."
                yield Problem(page.path, line, "", wrong, "Write it in Markdown, or as a block from data.")
            elif ATTRIBUTES.search(words):
                cure = "Delete it; only {#anchor} at the end of a heading is allowed."
                yield Problem(page.path, line, "", "The line holds an attribute list.", cure)
