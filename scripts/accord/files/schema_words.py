"""What is said of a value that breaks its schema, and the cure: of data files, of answers, and of any empty field.

`{parts}` are filled in.
"""

from accord.files.messages import Messages, filled, pairs, table

WORDS: Messages = pairs(table(__file__))
FORMS = {"array": "a list, one entry a line after a hyphen", "object": "a block of fields", "string": "text"}


def told(key: str, **parts: object) -> tuple[str, str]:
    """Return what is wrong and the cure, parts filled in. Raises KeyError for a key or a part that is not there."""
    return filled(WORDS, key, parts)
