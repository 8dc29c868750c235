"""What is said of an answers file: what is wrong and the cure, what looks personal, and how it stands to the guidance.

The one source of these words for `accord answers`, `accord check` and the worksheets on the site, whose scripts get
them in /api/answer-rules.json. `{parts}` are filled in.
"""

from __future__ import annotations

AGAIN = "Save or download the file again, and do not edit it by hand."

MESSAGES: dict[str, tuple[str, str]] = {
    # The file (answers/reading.py)
    "large": ("The file is larger than {kib} KiB.", "Shorten notes, and link to what is longer."),
    "bom": ("The file starts with a byte order mark (BOM).", "Save it as plain UTF-8, without BOM."),
    "utf8": ("The file is not UTF-8 text.", "Save it as plain UTF-8, without BOM."),
    "blank": ("The file is empty.", "Choose a file that a worksheet saved."),
    # JSON (files/json_strict.py)
    "end": ("The file ends too early: a part of it is missing.", AGAIN),
    "after": ("Something stands after the end of the answers.", AGAIN),
    "expected": ("{found} stands where {expected} should.", AGAIN),
    "not-text": ("The value is {kind} and not text.", "Put it in double quotes, or delete the field."),
    "line-end": ("A text goes on over the end of its line.", "Write \\n for a new line, and close the quotes."),
    "control": ("A text holds a control character ({code}).", "Delete it."),
    "escape": ("A backslash stands before a sign that it may not stand before.", "Write the backslash twice."),
    "deep": ("The values are nested too deeply.", "Compare the file with one that a worksheet saved."),
    "twice": ("The field {name} stands twice (first on line {line}).", "Keep one of them."),
    "hidden": ("The text holds a character that shows nothing ({code}).", "Delete it, and type the words again."),
    # The fields (answers/rules/answers_fields.py)
    "shape": ("The value has the wrong form.", "Write {expected}."),
    "missing": ('The field "{name}" is missing.', "Add it: {about}"),
    "unknown": ("There is no field {name} here.{near}", "Delete it. The fields are {names}."),
    "empty": ("The field has no value.", "Write one, or delete the field."),
    "long": ("The text has {length} characters.", "Write up to {limit}."),
    "lines": ("The text has more than one line.", "Write it on one line."),
    "choice": ("{value} is not one of the choices.{near}", "Write {choices}."),
    "form": ("{value} has the wrong form.", "Write {expected}."),
    "day": ("{value} is no day of the calendar.", "Write {expected}."),
    "url": ("{value} is no address that we can link to.", "Write {expected}."),
    "inside": ("Only people inside an organisation can open the address.", "Give an address on the web."),
    "many-answers": ("The file holds {count} answers.", "Keep up to {limit}: one file is for one project."),
    "many-evidence": ("The list has {count} entries.", "Keep up to {limit}."),
    # What is asked (answers/rules/answers_ids.py)
    "newer": (
        "The file is of version {version} of the guidance, and this is {own}.",
        "Open it where that version is, or bring this copy up to date.",
    ),
    "unknown-id": (
        "No worksheet asks {id}, and none did.{near}",
        "Write the id of what is answered, or delete the answer.",
    ),
    "state": ("{value} is no state of {kind}.{near}", "Write {choices}."),
    "role": ("There is no role {value}.{near}", "Write {choices}."),
    # What may be personal: said, and not refused (answers/rules/answers_words.py)
    "looks-mail": ("The text holds what looks like an e-mail address.", "Delete it if it is about a person."),
    "looks-nhs": ("The text holds what looks like an NHS number.", "Delete it if it is about a person."),
    "looks-phone": ("The text holds what looks like a telephone number.", "Delete it if it is about a person."),
    # Of a file that a council's copy publishes (copy/rules/local_assessments.py)
    "mail": ("The text holds an e-mail address, and this file is published.", "Name an office or a page instead."),
}

# How an older file stands to today's guidance (answers/migration.py).
REPORT: dict[str, str] = {
    "same": "The file was last saved with today's version of the guidance: {new}.",
    "older": "The file was last saved with version {old} of the guidance. Today's is {new}.",
    "preparation": "{version}, in preparation",
    "counts": (
        "Still asked in the same words: {kept}. Reworded, to confirm: {reworded}. No longer asked: {retired}. "
        "New on sheets that you used: {new}."
    ),
    "nothing": "There is nothing to do: every answer is to the words that are asked today.",
    "kept": "The words are the same.",
    "reworded": "The words have changed. Read them again, then confirm the answer or change it.",
    "retired": "This is no longer asked, since version {version}. The answer stays in the file.",
    "replaced": "In its place stands {id}.",
    "new": "This is asked now, and the file has no answer.",
    "then": "Asked then:",
    "now": "Asked now:",
    "lost": "We do not hold the words that were asked then.",
}

# How two files differ (answers/diff.py).
COMPARED: dict[str, str] = {
    "same": "The two files say the same.",
    "counts": "Added: {added}. Changed: {changed}. Removed: {removed}. The same: {same}.",
    "added": "Only in the second file.",
    "removed": "Only in the first file.",
    "changed": "Different in the two files.",
}


def said(key: str, **parts: object) -> tuple[str, str]:
    """Return what is wrong and the cure, parts filled in. Raises KeyError for a key or a part that is not there."""
    wrong, cure = MESSAGES[key]
    return wrong.format(**parts), cure.format(**parts)
