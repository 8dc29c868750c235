"""What people get wrong on a line of a record, and how to mend it. The first form that fits the line is the one.

Real lists show that honest slips outnumber attacks by far (security.md, 4.9): the words here are what signers meet.
Every pattern is linear: what repeats is possessive or stands at the end.
"""

import re

_KEY = r"[a-z][a-z0-9_-]{0,79}+:"
_BODY = _KEY + r' "(?:[^"\\]++|\\["\\])*+'
SLIPS = tuple(
    (re.compile(pattern), wrong, cure)
    for pattern, wrong, cure in (
        (r"(?: *+$|#|---|\.\.\.)", "The line is empty, a comment or a mark.",
         "Delete it: a record is one field a line, and nothing else."),
        (r"[^:]*+$", "The line has no colon.", 'Write `field: "value"`, and keep a value on one line.'),
        (r"(?!" + _KEY + r")", "The line does not begin with the name of a field and a colon.",
         "Use small letters, digits, hyphens and low lines, up to 80, such as `ons_code:`, in the first column."),
        (_KEY + r'(?! ")', "The colon is not followed by one space and a value in double quotes.",
         'Write `field: "value"`, with the straight marks of a keyboard.'),
        (_BODY + r'"', "The value goes on after its closing quotation mark.",
         'Delete what follows, or write a quotation mark inside a value as \\".'),
        (_BODY + r"\\", "A backslash stands before a sign that it may not stand before.",
         'Write a backslash as \\\\, and type other signs as they are; only \\" and \\\\ have a meaning.'),
        (r"", "A quotation mark is opened on this line and never closed.",
         'Keep the whole value on this line, and close it with a straight ".'),
    )
)  # fmt: skip


def explain(row: str) -> tuple[str, str]:
    """Return what is wrong with a line that is not `field: "value"`, and the cure."""
    return next((wrong, cure) for pattern, wrong, cure in SLIPS if pattern.match(row))
