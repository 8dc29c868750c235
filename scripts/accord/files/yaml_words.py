"""Puts the YAML parser's complaints into words that a content designer can act on."""

import re

from accord.files.messages import table

# What the parser says, how the line looks on which it stopped, what that nearly always means, and the cure. The first
# row that fits is taken; an empty one fits all.
KNOWN = tuple((said, re.compile(row), wrong, cure) for said, row, wrong, cure in table(__file__))
# The parser stops later than people look: for these the place where the value began is the one to show.
BEGAN = ("found unexpected end of stream", "could not find expected ':'", "did not find expected ','")


def explain(complaint: str, row: str) -> tuple[str, str]:
    """Return what is wrong and the cure, in words. `row` is the line on which the parser stopped."""
    start = row[:500]  # of a longer row no more is looked at: it would take long
    return next((wrong, cure) for said, looks, wrong, cure in KNOWN if said in complaint and looks.search(start))
