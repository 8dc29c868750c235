"""The list records.sha256: each file's digest, and one root over the records (the Merkle tree of RFC 6962)."""

from __future__ import annotations

import hashlib
import re
from typing import Dict, List, NamedTuple

from accord.pack.verifier.files import RECORD, VERSION
from accord.pack.verifier.said import Bad, many

SIGNATORIES = "commitment/signatories/"
HEAD = re.compile(r"# root sha256:([0-9a-f]{64}) over (0|[1-9][0-9]{0,6}) records?, as at ([0-9]{4}-[0-9]{2}-[0-9]{2})")
ROW = re.compile(rf"([0-9a-f]{{64}})  ((?:{VERSION})|(?:{RECORD}))")


class Listed(NamedTuple):
    """`digests` are 64 hexadecimal digits by name."""

    root: str
    day: str
    digests: Dict[str, str]


def sha(raw: bytes) -> str:
    """Return the SHA-256 as sha256sum prints it."""
    return hashlib.sha256(raw).hexdigest()


def read_list(raw: bytes) -> Listed:
    """Return what a list says. Raises Bad where its form, its count or its root is not right."""
    try:
        lines = raw.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise Bad("The list holds characters that no list of ours has.") from None
    if lines[-1] != "":
        raise Bad("The last line has no line end: the list is cut short.")
    head = HEAD.fullmatch(lines[0])
    if head is None:
        raise Bad('The list does not start with "# root sha256:… over … records, as at …".')
    digests: Dict[str, str] = {}
    for number, line in enumerate(lines[1:-1], 2):
        row = ROW.fullmatch(line)
        if row is None:
            raise Bad(f"Line {number} is not a digest, two spaces and the name of a version or record.")
        if row[2] in digests:
            raise Bad(f"Line {number} names a file for the second time.")
        digests[row[2]] = row[1]
    number, root = len(leaves(digests)), merkle_root(leaves(digests))
    if number != int(head[2]):
        raise Bad(f"The list says {head[2]} records, and holds {number}.")
    if root != head[1]:
        raise Bad(f"The list says root sha256:{head[1]}, and its lines give sha256:{root}.")
    return Listed(root, head[3], digests)


def leaves(digests: Dict[str, str]) -> List[bytes]:
    """Return the lines over which the root is made: those of records, by name as bytes."""
    names = sorted((name for name in digests if name.startswith(SIGNATORIES)), key=str.encode)
    return [f"{digests[name]}  {name}".encode() for name in names]


def merkle_root(lines: List[bytes]) -> str:
    """Return RFC 6962's root (section 2.1): a leaf is hashed after a zero byte, a pair after a one."""
    level = [hashlib.sha256(b"\0" + line).digest() for line in lines]
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\1" + level[at] + level[at + 1]).digest() for at in range(0, len(level) - 1, 2)]
        level = pairs + level[2 * len(pairs) :]
    return (level[0] if level else hashlib.sha256(b"").digest()).hex()


def told(made: Listed) -> str:
    """Return a list's root, count and day in words."""
    return f"sha256:{made.root} over {many(len(leaves(made.digests)), 'record', 'records')}, as at {made.day}"
