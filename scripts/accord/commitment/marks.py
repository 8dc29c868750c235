"""What the Commitment's text may not hold: each with its name, and with what to do instead.

Markdown means one thing to us, another to GitHub and a third to a word processor. What is signed has to read the same
in all of them, so what one of them might take for more than words is refused.
"""

import re
from collections.abc import Iterator

from accord.files.messages import table
from accord.files.problem import shown

# Marks anywhere in a line: the first that fits is named. And at its start, in the order in which they are tried.
INSIDE, AT_START = (
    [(re.compile(pattern), name, cure) for pattern, name, cure in rows] for rows in table(__file__).values()
)
LIST_MARK = re.compile(r"^(?:- |\d+\. )")
FRONT = re.compile(r"(?:---|\+\+\+|;;;)$")


def refused(number: int, row: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one line, and the cure: at most one mark at its start, and one inside it."""
    if number == 1 and FRONT.match(row):
        yield "The text starts with front matter.", "Delete it: start with the title, `# Words`."
        return
    bare = row.lstrip(" ")
    starts = (bare, LIST_MARK.sub("", bare))  # an item holds no quotation, heading or rule either
    for pattern, name, cure in AT_START:
        if found := pattern.match(starts[0]) or pattern.match(starts[1]):
            yield f"The line holds {name}: {shown(found[0])}.", cure
            break
    for pattern, name, cure in INSIDE:
        if found := pattern.search(row):
            yield f"The line holds {name}: {shown(found[0])}.", cure
            break


# A mark opens before a word and closes after one, with a space, a bracket, a quotation mark or a stop beyond it. Then
# CommonMark ("left-flanking", section 6.2) and Python-Markdown agree with us about what is bold.
SPAN = re.compile(r"""(?<![^\s("'“‘—–/-])(\*\*?)(?![\s*])([^*]*[^\s*])\1(?![^\s.,;:!?)"'”’—–/…-])""")


def unpaired(words: str) -> int:
    """Return the place of the first asterisk that is no part of `**bold**` or `*italic*`, or -1."""
    if "*" not in words:
        return -1
    paired = {place for span in SPAN.finditer(words) for place in (*range(*span.span(1)), span.end() - 1)}
    paired |= {span.end() - 2 for span in SPAN.finditer(words) if len(span[1]) == 2}
    return next((place for place, c in enumerate(words) if c == "*" and place not in paired), -1)
