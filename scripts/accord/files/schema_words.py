"""What is said of a value that breaks its schema, and the cure: of data files, of answers, and of any empty field.

`{parts}` are filled in.
"""

WORDS: dict[str, tuple[str, str]] = {
    "unknown": ("{name} is not a field of {block}.{near}", "The fields are {names}."),
    "missing": ("The field {name} is missing.", "Add it: {about}."),
    "empty": ("The field has no value.", "Write one, or delete the field."),
    "shape": ("The value has the wrong form.", "Write {expected}."),
    "word": ("The value has the wrong form.", "Write one word: {expected}."),
    "choice": ("{value} is not one of the choices.{near}", "Write {expected}."),
    "day": ("{value} is no day of the calendar.", "Write {expected}."),
    "form": ("{value} has the wrong form.", "Write {expected}."),
    "length": ("The text has {count} characters.", "Write {expected}."),
    "short": ("The text has {count} character.", "Write {expected}."),
    "few": ("The list has {count} of at least {limit} entries.", "Add what is missing."),
    "many": ("The list has {count} of at most {limit} entries.", "Take some out."),
    "large": ("The block has {count} of at most {limit} entries.", "Take some out."),
    "twice": ("The list has the same entry twice.", "Delete one of them."),
}
FORMS = {"array": "a list, one entry a line after a hyphen", "object": "a block of fields", "string": "text"}


def told(key: str, **parts: object) -> tuple[str, str]:
    """Return what is wrong and the cure, parts filled in. Raises KeyError for a key or a part that is not there."""
    wrong, cure = WORDS[key]
    return wrong.format(**parts), cure.format(**parts)
