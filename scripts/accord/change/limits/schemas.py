"""The next change can be judged by the schemas that a change brings. People judge what they say: they are code."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.change.said import said
from accord.files import schema
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each schema that is gone, hides behind the name of another, or can't be used."""
    touched = [path for path in (*change.added, *change.edited) if _is_schema(path)]
    gone = [path for path in change.removed if _is_schema(path)]
    for path in gone:
        if change.upstream is None or path in change.upstream.entries:
            yield said("schema gone", path)
    for path in touched:
        if path.rpartition("/")[0] != schema.FOLDER:
            yield said("schema elsewhere", path, folder=schema.FOLDER)
    for path in schema.faulty(change.head) if touched else ():
        yield said("schema faulty", path)


def _is_schema(path: str) -> bool:
    return path.startswith(f"{schema.FOLDER}/") and path.endswith(".json")
