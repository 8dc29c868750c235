"""The schemas that a change brings can be read: without them the next change could not be judged at all."""

import json
from collections.abc import Iterator

from accord.change.compare import Change
from accord.files import schema
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each schema that is no JSON, or hides behind the name of another. People judge the rest: it is code."""
    touched = (*change.added, *change.edited)
    paths = [path for path in touched if path.startswith(f"{schema.FOLDER}/") and path.endswith(".json")]
    change.head.fetch(paths, schema.LARGEST)
    for path in paths:
        if path.rpartition("/")[0] != schema.FOLDER:
            wrong = "A schema goes by its file's name, and this one could take the place of another."
            yield Problem(path, 1, "", wrong, f"Put it into {schema.FOLDER}/ itself.")
        try:
            json.loads(change.head.get(path, schema.LARGEST) or b"")
        except (ValueError, RecursionError):
            yield Problem(path, 1, "", "The schema is not JSON that can be read.", "Compare it with another one.")
