"""A page has one main heading, equal to its title, and its headings go down one level at a time (WCAG 2.2, 1.3.1)."""

import re
from collections.abc import Iterator

from accord.files.problem import Problem, clipped, shown
from accord.project.inputs import Inputs
from accord.project.page import Page

UNDERLINE = re.compile(r"^(?:=+|-+) *$")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield pages whose main heading is missing, repeated or unlike the title, and levels that are skipped."""
    for page in inputs.project.pages:
        main = [heading for heading in page.headings if heading.level == 1]
        if not main:
            wrong = "The page has no main heading."
            yield Problem(page.path, 1, "", wrong, f"Start its text with `# {clipped(page.meta('title'))}`.")
        for extra in main[1:]:
            yield Problem(page.path, extra.line, "", "The page has a second main heading.", "Write it with ##.")
        if main and main[0].words != page.meta("title"):
            wrong = f"The main heading {shown(main[0].words)} is not the title {shown(page.meta('title'))}."
            yield Problem(page.path, main[0].line, "", wrong, "Make them the same.")
        places = [heading.anchor for heading in page.headings]
        for at, heading in enumerate(page.headings):
            if heading.anchor in places[:at] and heading.anchor:
                wrong = f"The anchor {shown('#' + heading.anchor)} stands above, too."
                yield Problem(page.path, heading.line, "", wrong, "Give each heading its own.")
        level = 1
        for heading in page.headings:
            if heading.level > level + 1:
                wrong = f"The heading {shown(heading.words)} skips a level."
                yield Problem(page.path, heading.line, "", wrong, f"Write it with {'#' * (level + 1)}.")
            level = heading.level
        yield from _underlined(page)


def _underlined(page: Page) -> Iterator[Problem]:
    """Yield lines of = or - below a line of text: they make it a heading that no other rule sees."""
    above = (0, "")
    for number, row in page.lines:
        if UNDERLINE.match(row) and above[0] == number - 1 and above[1].strip():
            wrong = "The line makes a heading of the one above it."
            yield Problem(page.path, number, "", wrong, "Write the heading with #, or leave a line empty between them.")
        above = (number, row)
