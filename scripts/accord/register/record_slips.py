"""What people get wrong on a line of a record, and how to mend it. The first form that fits the line is the one.

Real lists show that honest slips outnumber attacks by far (security.md, 4.9): the words here are what signers meet.
Every pattern is linear: what repeats is possessive or stands at the end.
"""

from __future__ import annotations

import re

_KEY = r"[a-z][a-z0-9_-]*+:"
_BODY = _KEY + r' "(?:[^"\\]++|\\["\\])*+'
FORM = 'Write `field: "value"`.'
SLIPS = tuple(
    (re.compile(pattern), wrong, cure)
    for pattern, wrong, cure in (
        (r" *+$", "The line is empty.", "Delete it: a record is one field a line, and nothing else."),
        (r"#", "The line is a comment.", "Delete it: a record holds fields only."),
        (r"(?:---|\.\.\.) *+$", "The line is a mark that parts YAML documents.", "Delete it: one file is one record."),
        (r"- ", "The line starts with a hyphen, as in a list.", FORM),
        (r" ", "The line starts with a space.", "Start each field in the first column, and keep a value on one line."),
        (r"""["'“”‘’]""", "The line starts with a quotation mark.", "Put only the value in double quotes."),
        (r"[^:]*+$", "The line has no colon.", 'Write `field: "value"`, and keep a value on one line.'),
        (r"[A-Za-z0-9_-]++ +:", "A space stands before the colon.", "Delete it."),
        (r"[A-Za-z0-9_-]++:[A-Za-z0-9_-]++: ", "The field's name holds a colon.", "Write a name of the guide."),
        (r"(?!" + _KEY + r")[A-Za-z0-9_-]++:", "The field's name has capital letters, or does not start with a letter.",
         "Write it in small letters, such as `ons_code`."),
        (r"(?!" + _KEY + r")", "The field's name holds a sign that no name has.",
         "Use small letters, digits, hyphens and low lines, such as `ons_code`."),
        (r"[a-z0-9_-]{81}", "The field's name is too long.", "Write a name of the guide."),
        (_KEY + r" *+$", "The field has no value.", "Write one in double quotes, or delete the line."),
        (_KEY + r"(?! )", "No space stands after the colon.", FORM),
        (_KEY + r"  ", "More than one space stands after the colon.", "Leave one."),
        (_KEY + r" [“”„«‘’]", "The value is in curly quotation marks, as word processors make them.",
         'Type straight ones: `"value"`.'),
        (_KEY + r" '", "The value is in single quotation marks.", 'Use double ones: `"value"`.'),
        (_KEY + r" [|>]", "The value starts with a block mark (| or >).", "Write it on one line, in double quotes."),
        (_KEY + r" [&*!]", "The value starts with a sign that YAML keeps for itself (&, * or !).",
         "Put the whole value in double quotes."),
        (_KEY + r" [\[{]", "The value is a list or a block in brackets.", "Write one value in double quotes."),
        (_KEY + r' [^"]', "The value is not in double quotes.", "Put the whole value in double quotes."),
        (_BODY + r'" *+$', "Spaces stand after the value.", "Delete them."),
        (_BODY + r'" *+#', "A comment stands after the value.", "Delete it: a record holds fields only."),
        (_BODY + r'"', "The value goes on after its closing quotation mark.",
         'Write a quotation mark inside a value as \\".'),
        (_BODY + r"\\", "A backslash stands before a sign that it may not stand before.",
         'Write a backslash as \\\\, and type other signs as they are; only \\" and \\\\ have a meaning.'),
        (_BODY + r"(?<=[“”])$", "The value is closed by a curly quotation mark.", 'Type a straight one: ".'),
        (r"", "A quotation mark is opened on this line and never closed.",
         'Keep the whole value on this line, and close it with ".'),
    )
)  # fmt: skip


def explain(row: str) -> tuple[str, str]:
    """Return what is wrong with a line that is not `field: "value"`, and the cure."""
    return next((wrong, cure) for pattern, wrong, cure in SLIPS if pattern.match(row))
