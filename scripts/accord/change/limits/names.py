"""A new file's name is a plain one: no option, no command, no line end, nothing that Windows keeps (3.4)."""

import re
from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem
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
