"""What is said of a record that can't stay so: what is wrong, and the cure, with `{parts}` to fill in.

The one source of these words for the check, `accord sign` and the signing page, whose scripts get them in
/api/record-rules.json. What is said of the forms of values is in register/record_values.py.
"""

from accord.files.characters import BYTES
from accord.files.messages import Messages, filled, pairs, table
from accord.files.schema_words import WORDS

# What is said of any field, and of the bytes of any text, is said of a record too.
MESSAGES: Messages = pairs(table(__file__)) | {"empty": WORDS["empty"]} | BYTES


def said(key: str, **parts: object) -> tuple[str, str]:
    """Return what is wrong and the cure, parts filled in. Raises KeyError for a key or a part that is not there."""
    return filled(MESSAGES, key, parts)
