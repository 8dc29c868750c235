"""What is said of a change that breaks a rule, in said.json: what is wrong, and the cure."""

from accord.files.messages import filled, pairs, table
from accord.files.problem import Problem

WORDS = pairs(table(__file__))


def said(key: str, path: str, line: int = 1, field: str = "", /, **parts: object) -> Problem:
    """Return the problem of that name. Raises KeyError for one that is not there."""
    return Problem(path, line, field, *filled(WORDS, key, parts))
