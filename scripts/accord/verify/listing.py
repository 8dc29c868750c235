"""The digest of every file of the Commitment that lies there, by path: what a root list is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from accord.model.commitment import digest
from accord.model.records import Erased
from accord.read.commitment import Folder


def digests(folder: Folder) -> dict[str, str]:
    """Return 64 hexadecimal digits by path, of every text, its description, and every record."""
    found = {file.path: digest(file.raw) for file in folder.texts.values()}
    found |= {path: digest(folder.raw(path)) for path in folder.abouts}
    found |= {file.path: file.digest for file in folder.records}
    return {path: _bare(sha) for path, sha in found.items()}


def listed(found: dict[str, str], erased: Iterable[Erased], refused: Collection[str] = ()) -> dict[str, str]:
    """Return what a root list names: all but what was refused, and erased records under the digest they had."""
    good = {path: sha for path, sha in found.items() if path not in refused}
    return good | {left.path: _bare(left.digest) for left in erased}


def _bare(sha: str) -> str:
    return sha.removeprefix("sha256:")
