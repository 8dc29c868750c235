"""The list of every version's and record's digest with one root over the records: what anyone keeps as a witness.

`sha256sum -c` accepts it. The leaves of the root are the lines of records, in the order of their paths (as bytes).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accord.problem import clipped
from accord.verify import merkle
from accord.verify.wire import Refusal

LARGEST = 32 * 1024 * 1024  # bytes; 30,000 records take about 4 MB
RECORDS = "commitment/signatories/"
FIRST = re.compile(
    r"# root sha256:([0-9a-f]{64}) over (0|[1-9][0-9]{0,6}) records?, as at ([0-9]{4}-[0-9]{2}-[0-9]{2})"
)
LINE = re.compile(
    r"([0-9a-f]{64})  (commitment/(?:versions/[0-9]{1,4}(?:\.[0-9]{1,4}){2}\.(?:md|yml)"
    r"|signatories/[a-z0-9-]{1,64}/[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z]{1,10}(?:-[0-9]{1,2})?\.yml))"
)
AGAIN = "Get the list again, byte for byte, from where it was published."


@dataclass(frozen=True)
class RootList:
    """`digests` are 64 hexadecimal digits by path, in the order of the list."""

    root: str
    as_of: date
    digests: Mapping[str, str]

    @property
    def records(self) -> int:
        return sum(path.startswith(RECORDS) for path in self.digests)


def make(digests: Mapping[str, str], as_of: date) -> RootList:
    """Return the list of these digests (64 hexadecimal digits by path): versions first, each part by path."""
    order = sorted(digests, key=lambda path: (path.startswith(RECORDS), path.encode()))
    kept = {path: digests[path] for path in order}
    return RootList(root(kept), as_of, kept)


def root(digests: Mapping[str, str]) -> str:
    """Return the Merkle root over the records among the digests, as 64 hexadecimal digits."""
    paths = sorted((path for path in digests if path.startswith(RECORDS)), key=str.encode)
    return merkle.root([_line(path, digests[path]).encode() for path in paths]).hex()


def _line(path: str, digest: str) -> str:
    return f"{digest}  {path}"  # two spaces: sha256sum's mark of a file


def write(made: RootList) -> bytes:
    """Return the file."""
    records = f"{made.records} record{'' if made.records == 1 else 's'}"
    first = f"# root sha256:{made.root} over {records}, as at {made.as_of.isoformat()}"
    return "".join(f"{row}\n" for row in (first, *(_line(path, sha) for path, sha in made.digests.items()))).encode()


def read(raw: bytes) -> RootList | Refusal:
    """Return the list in a file, its own root and count made anew, or why it is not taken. Never raises."""
    if len(raw) > LARGEST:
        return Refusal(f"The list is larger than {LARGEST // 1024 // 1024} MiB.", AGAIN)
    if not raw.strip():
        return Refusal("The list is empty.", AGAIN)
    if not raw.isascii() or b"\0" in raw:
        return Refusal("The list holds characters that no list of ours has, or is saved as UTF-16.", AGAIN)
    if b"\r" in raw:
        return Refusal("The list has Windows line ends (CR LF).", AGAIN)
    rows = raw.decode().removesuffix("\n").split("\n")
    first = FIRST.fullmatch(rows[0])
    day = _day(first[3]) if first else None
    if first is None or day is None:
        return Refusal('The list does not start with "# root sha256:… over … records, as at …".', AGAIN)
    digests = _digests(rows)
    if isinstance(digests, Refusal):
        return digests
    return _whole(RootList(first[1], day, digests), int(first[2]))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _digests(rows: list[str]) -> dict[str, str] | Refusal:
    digests: dict[str, str] = {}
    for number, row in enumerate(rows[1:], 2):
        match = LINE.fullmatch(row)
        if match is None:
            return Refusal("The line is not a digest, two spaces and the path of a version or record.", AGAIN, number)
        if match[2] in digests:
            return Refusal(f"The list names {clipped(match[2])} twice.", AGAIN, number)
        digests[match[2]] = match[1]
    return digests


def _whole(found: RootList, claimed: int) -> RootList | Refusal:
    if found.records != claimed:
        return Refusal(f"The list says {claimed} records and holds {found.records}.", AGAIN)
    if (made := root(found.digests)) != found.root:
        return Refusal(f"The list was changed: its lines give the root sha256:{made}.", AGAIN)
    return found
