"""No new name is, on some computer, the name of another file or folder but for its capital letters (3.4)."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem, shown


def check(change: Change) -> Iterator[Problem]:
    """Yield each added file whose path, or the path of a folder above it, has such a twin.

    Accents, which have twins too, can be in no new name (names.py).
    """
    asked = {place.lower() for path in change.added for place in _places(path)}
    before = change.head.entries.keys() - set(change.added) if asked else ()
    known: dict[str, str] = {}
    for place in {place for path in before for place in _places(path)}:
        if place.lower() in asked:
            known.setdefault(place.lower(), place)
    for path in change.added:
        for place in _places(path):
            if (twin := known.setdefault(place.lower(), place)) != place:
                wrong = f"Only capital letters tell {shown(place)} from {shown(twin)}, and some computers "
                yield Problem(path, 1, "", f"{wrong}take the two for one.", "Rename it.")
                break


def _places(path: str) -> Iterator[str]:
    """Yield each folder above a path, the outermost first, and the path."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path
