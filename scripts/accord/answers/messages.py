"""What is said of an answers file: what the guidance does not know, what looks personal, how it stands to today's.

What is said of its form is in files/schema_words.py. This is the one source of the words for `accord answers`,
`accord check` and the worksheets on the site, whose scripts get them in /api/answer-rules.json.
`{parts}` are filled in.
"""

AGAIN = "Save or download the file again, and do not edit it by hand."

MESSAGES: dict[str, tuple[str, str]] = {
    # The file (answers/reading.py)
    "json": ("The file is not one that a worksheet saved: a part of it is missing or was changed.", AGAIN),
    "not-text": ("{value} stands without quotes.", "Put it in double quotes, or delete the field."),
    # The file on a worksheet's page (docs/assets/worksheet/judge.js)
    "bytes": ("The file is larger than {kib} KiB.", "Shorten notes, and link to what is longer."),
    "hidden": ("The text holds a character that shows nothing.", "Delete it, and type the words again."),
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
