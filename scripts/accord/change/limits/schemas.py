"""The schemas that a change brings can be read: without them the next change could not be judged at all."""

import json
from collections.abc import Iterator

from accord.change.compare import Change
from accord.files import schema
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each schema that is no JSON. Whether it is right, people judge: schemas are code."""
    for path in (*change.added, *change.edited):
        if path.startswith(f"{schema.FOLDER}/") and path.endswith(".json"):
            try:
                json.loads(change.head.get(path, schema.LARGEST) or b"")
            except (ValueError, RecursionError):
                yield Problem(path, 1, "", "The schema is not JSON that can be read.", "Compare it with another one.")
