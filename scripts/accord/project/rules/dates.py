"""Dates are in order, and a page whose review is due says so. A passed date is a note: time alone breaks no build."""

from collections.abc import Iterator

from accord.files.days import read_day
from accord.files.nodes import Mapping
from accord.files.problem import Problem
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield pages reviewed after their review is due, pages with a bare date, and, as notes, reviews that are due."""
    for page in inputs.project.pages:
        reviewed, due = (read_day(page.meta(key)) for key in ("last_reviewed", "review_due"))
        if reviewed is None or due is None or not isinstance(page.front, Mapping):
            continue  # the front matter's own rule says what is wrong with it
        line = page.front.key_line("review_due")
        if due <= reviewed:
            wrong = f"The next review ({due}) is not after the last one ({reviewed})."
            yield Problem(page.path, line, "review_due", wrong, "Set it to a later day; a year is usual.")
        elif due <= inputs.as_of:
            wrong = f"The review of this page was due on {due}."
            yield Problem(page.path, line, "review_due", wrong, "Read the whole page and set both dates anew.", "note")
