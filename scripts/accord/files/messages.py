"""Tables of what a program says: a JSON file beside the module that says it, so that words are changed without code."""

import json
from pathlib import Path
from typing import Any

Messages = dict[str, tuple[str, str]]  # by key: what is wrong and the cure, with `{parts}` to fill in


def table(module: str) -> Any:
    """Return the table beside a module, whose `__file__` it is given."""
    return json.loads(Path(module).with_suffix(".json").read_text(encoding="utf-8"))


def pairs(found: dict[str, list[str]]) -> Messages:
    """Return a table of messages, typed."""
    return {key: (wrong, cure) for key, (wrong, cure) in found.items()}


def filled(messages: Messages, key: str, parts: dict[str, object]) -> tuple[str, str]:
    """Return what is wrong and the cure, parts filled in. Raises KeyError for a key or a part that is not there."""
    wrong, cure = messages[key]
    return wrong.format(**parts), cure.format(**parts)
