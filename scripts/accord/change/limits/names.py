"""A new file's name is a plain one, and on no computer another's: no option, no command, nothing that Windows keeps."""

import re
from collections.abc import Iterator

from accord.change.compare import Change
from accord.change.said import said
from accord.files.problem import Problem, shown
from accord.files.tree import FOR_WINDOWS, LITTER, windows_refuses

PLAIN = re.compile(r"[A-Za-z0-9._][A-Za-z0-9._-]*", re.ASCII)
# What programs make, and would run or sweep away unread.
MADE = re.compile(
    r"^(?:build|site)/|(?:^|/)(?:__pycache__|\.cache|\.venv|node_modules)/|\.py[co]$|/\.accord-[^/]*\.tmp$"
)


def check(change: Change) -> Iterator[Problem]:
    """Yield each added file with such a name, or in such a folder, wherever it lies."""
    yield from _twins(change)
    for path in change.added:
        parts = path.split("/")
        if any(part.startswith("-") for part in parts):
            yield said("hyphen", path)
        elif not all(PLAIN.fullmatch(part) for part in parts):
            yield said("character", path)
        elif any(part.lower() == ".git" for part in parts):
            yield said("git", path)
        elif MADE.search(path) or LITTER.fullmatch(parts[-1]):
            yield said("made", path)
        elif windows_refuses(path):
            yield Problem(path, 1, "", *FOR_WINDOWS)


def _twins(change: Change) -> Iterator[Problem]:
    """Yield each added file whose path, or that of a folder above it, is another's but for capital letters.

    Accents, which have twins too, can be in no new name.
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
                yield said("twin", path, place=shown(place), twin=shown(twin))
                break


def _places(path: str) -> Iterator[str]:
    """Yield each folder above a path, the outermost first, and the path."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path
