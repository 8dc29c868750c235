"""A new file's name is a plain one, and on no computer another's: no option, no command, nothing that Windows keeps."""

import re
from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem, shown
from accord.register.reading import RESERVED

PLAIN = re.compile(r"[A-Za-z0-9._][A-Za-z0-9._-]*", re.ASCII)
DEVICES = RESERVED - {"pages"}
# What programs make, and would run or sweep away unread.
MADE = re.compile(
    r"^(?:build|site)/|(?:^|/)(?:__pycache__|\.cache|\.venv|node_modules)/|\.py[co]$|/\.accord-[^/]*\.tmp$"
)
RENAME = "Rename it with letters a to z, digits, hyphens and full stops."


def check(change: Change) -> Iterator[Problem]:
    """Yield each added file with such a name, or in such a folder, wherever it lies."""
    yield from _twins(change)
    for path in change.added:
        parts = path.split("/")
        if any(part.startswith("-") for part in parts):
            yield Problem(path, 1, "", "The name starts with a hyphen, and programs take it for an option.", RENAME)
        elif not all(PLAIN.fullmatch(part) for part in parts):
            yield Problem(path, 1, "", "The name holds a character that programs can misunderstand.", RENAME)
        elif any(part.lower() == ".git" for part in parts):
            yield Problem(path, 1, "", "git keeps its own settings under this name, and they can run programs.", RENAME)
        elif MADE.search(path):
            yield Problem(path, 1, "", "A program made this file, and another would use it unread.", "Leave it out.")
        elif any(part.endswith(".") or part.split(".")[0].lower() in DEVICES for part in parts):
            yield Problem(path, 1, "", "Windows can't keep a file of this name.", RENAME)


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
