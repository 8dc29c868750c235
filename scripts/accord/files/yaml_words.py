"""Puts the YAML parser's complaints into words that a content designer can act on."""

import re

from accord.files.messages import table

QUOTE = "Put the whole value in double quotes."
# What the parser says, what it nearly always means, and the cure; the first that fits is taken.
KNOWN = tuple((said, wrong, cure) for said, wrong, cure in table(__file__))
# The parser stops later than people look: for these the place where the value began is the one to show.
BEGAN = ("found unexpected end of stream", "could not find expected ':'", "did not find expected ','")
OPENS = re.compile(r"^ *(?:- )?[\w-]+: (?:\[\[|\{)[^]}]*[]}]+ *[^\s,]")  # and goes on after its end
COLON = "mapping values are not allowed"
FALLBACK = ("This is not YAML that we can read here.", "Check the indentation and the quotation marks of this line.")


def explain(complaint: str, row: str) -> tuple[str, str]:
    """Return what is wrong and the cure, in words. `row` is the line on which the parser stopped."""
    if COLON in complaint and row.count(": ") + row.rstrip().endswith(":") > 1:
        return "The value holds a colon and a space, which YAML takes for a new field.", QUOTE
    if COLON in complaint:
        return "A field starts while the line above still goes on.", "Line the two up, and check the colon above."
    if OPENS.search(row):
        return "The value starts with a bracket or brace, which YAML keeps for itself.", QUOTE
    return next(((wrong, cure) for words, wrong, cure in KNOWN if words in complaint), FALLBACK)
