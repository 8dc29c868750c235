"""Puts the YAML parser's complaints into words that a content designer can act on."""

from __future__ import annotations

# What the parser says, and what it nearly always means. Both parsers of PyYAML are covered: their words differ.
KNOWN = (
    (
        "mapping values are not allowed",
        "The value holds a colon and a space, which YAML takes for a new field.",
        "Put the whole value in double quotes.",
    ),
    (
        "cannot start any token",
        "The value starts with a sign that YAML keeps for itself (such as @, ` or %).",
        "Put the whole value in double quotes.",
    ),
    (
        "found unexpected end of stream",
        "A quotation mark is opened and never closed.",
        'Close it, and write a quotation mark inside quotes as \\".',
    ),
    (
        "found unknown escape character",
        "A backslash stands before a letter that it may not stand before.",
        "Write the backslash twice, or leave it out.",
    ),
    (
        "could not find expected ':'",
        "A line is not of the form `field: value`.",
        "Check this line and the one above: a colon and a space are missing, or the indentation is off.",
    ),
    (
        "did not find expected key",
        "A line does not fit the lines above it.",
        "Check the indentation, and put a value that holds quotation marks in double quotes.",
    ),
    (
        "did not find expected '-' indicator",
        "A line of a list does not start with a hyphen, or its indentation is off.",
        "Line it up with the other hyphens.",
    ),
    (
        "did not find expected",
        "A bracket or a comma is missing in a list or block in one line.",
        "Write the list with one hyphen a line.",
    ),
)
FALLBACK = ("This is not YAML that we can read here.", "Check the indentation and the quotation marks of this line.")


def explain(complaint: str, text: str, line: int) -> tuple[str, str]:
    """Return what is wrong and the cure, in words. `line` (from 0) is where the parser stopped in `text`."""
    for words, wrong, cure in KNOWN:
        if words in complaint:
            return wrong, cure
    rows = text.split("\n")
    if line < len(rows) and rows[line].lstrip().startswith(("- -", "? ")):
        return "A list stands inside a list.", "Write one hyphen a line."
    return FALLBACK
