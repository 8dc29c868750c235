"""The next change can be judged by the schemas that a change brings. People judge what they say: they are code."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.files import schema
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield each schema that is gone, hides behind the name of another, or can't be used."""
    touched = [path for path in (*change.added, *change.edited) if _is_schema(path)]
    gone = [path for path in change.removed if _is_schema(path)]
    for path in gone:
        if change.upstream is None or path in change.upstream.entries:
            cure = "Bring it back. Whoever holds the repository takes it away by hand, once nothing reads by it."
            yield Problem(path, 1, "", "The schema is gone, and the program reads by it.", cure)
    for path in touched:
        if path.rpartition("/")[0] != schema.FOLDER:
            wrong = "A schema goes by its file's name, and this one could take the place of another."
            yield Problem(path, 1, "", wrong, f"Put it into {schema.FOLDER}/ itself.")
    for path in schema.faulty(change.head) if touched else ():
        wrong = "Nothing can be judged by this schema, though it may be JSON."
        yield Problem(path, 1, "", wrong, "Compare it with another one, and look for what it names.")


def _is_schema(path: str) -> bool:
    return path.startswith(f"{schema.FOLDER}/") and path.endswith(".json")
