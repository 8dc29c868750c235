"""What is said of an answers file: what the guidance does not know, what looks personal, how it stands to today's.

What is said of its form is in files/schema_words.py. This is the one source of the words for `accord answers`,
`accord check` and the worksheets on the site, whose scripts get them in /api/answer-rules.json.
`{parts}` are filled in.
"""

from accord.files.messages import Messages, filled, pairs, table

_TABLE = table(__file__)
MESSAGES: Messages = pairs(_TABLE["messages"])
REPORT: dict[str, str] = _TABLE["report"]  # how an older file stands to today's guidance (answers/migration.py)
COMPARED: dict[str, str] = _TABLE["compared"]  # how two files differ (docs/assets/worksheet/compare.js)


def said(key: str, **parts: object) -> tuple[str, str]:
    """Return what is wrong and the cure, parts filled in. Raises KeyError for a key or a part that is not there."""
    return filled(MESSAGES, key, parts)
