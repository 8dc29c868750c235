"""No file may tell git to change the bytes of records and texts; the one at the top is a steward's (3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.change.compare import Change
from accord.change.paths import in_the_commitment
from accord.problem import Problem, listed

# Attributes by which what is on disk, or in an archive, is no longer what git keeps: gitattributes(5).
CHANGING = ("text", "crlf", "eol", "ident", "filter", "working-tree-encoding", "export-subst", "export-ignore")
_WORD = re.compile(r"(?:^|\s)[-!]?([a-z-]+)(?=$|[\s=])", re.MULTILINE)


def check(change: Change) -> Iterator[Problem]:
    """Yield each `.gitattributes` that the change touches, with what it asks git to do."""
    for path in change.of("attributes", change.touched):
        if path not in change.head.entries:
            yield change.asks(path, "The change deletes what tells git how to keep bytes.")
            continue
        named = _named(change.head.read(path) or b"")
        asks = f" (it names {listed(named)})" if named else ""
        if in_the_commitment(path):
            wrong = f"A .gitattributes file here wins over the one at the top{asks}, and signed bytes would change."
            yield Problem(path, 1, "", wrong, "Delete it.")
        else:
            yield change.asks(path, f"The change tells git how to treat the bytes of files{asks}.")


def _named(raw: bytes) -> list[str]:
    found = set(_WORD.findall(raw.decode(errors="replace")))
    return [name for name in CHANGING if name in found]
