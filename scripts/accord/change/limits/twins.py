"""No new name is, on some computer, the name of another file or folder: capitals and accents in two parts (3.4)."""

import unicodedata
from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem, shown

WHY = "and some computers take the two for one."


def check(change: Change) -> Iterator[Problem]:
    """Yield each added file whose path, or the path of a folder above it, has such a twin."""
    if not change.added:
        return
    asked = {_folded(place) for path in change.added for place in _places(path)}
    known: dict[str, str] = {}
    for place in _standing(change):
        if (folded := _folded(place)) in asked:
            known.setdefault(folded, place)
    for path in change.added:
        for place in _places(path):
            if (twin := known.setdefault(_folded(place), place)) != place:
                how = "capital letters tell" if twin.casefold() == place.casefold() else "the form of an accent tells"
                wrong = f"Only {how} {shown(place)} from {shown(twin)}, {WHY}"
                yield Problem(path, 1, "", wrong, "Rename it.")
                break


def _standing(change: Change) -> set[str]:
    """Return each file that was there before, and each folder above one."""
    files = change.head.entries.keys() - set(change.added)
    folders = {path.rpartition("/")[0] for path in files}
    return {*files, *(place for folder in folders for place in _places(folder))} - {""}


def _places(path: str) -> Iterator[str]:
    """Yield each folder above a path, the outermost first, and the path."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path


def _folded(place: str) -> str:
    return place.lower() if place.isascii() else unicodedata.normalize("NFC", place.casefold())
