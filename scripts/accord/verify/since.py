"""What became of each version and record of an older root list: the proof that nothing vanished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from accord.model.records import Erased
from accord.problem import Problem
from accord.verify.root_list import RootList

BRING = "Bring the file back as it was, and add a new record or version for what has changed."


@dataclass(frozen=True)
class Since:
    """Each path of the list is in exactly one of the four parts; `added` are those that the list did not have."""

    kept: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)


def compare(old: RootList, now: Mapping[str, str], erased: Mapping[str, Erased]) -> Since:
    """Sort the list's paths by what became of them.

    Args:
        now: 64 hexadecimal digits by path, of every version's file and every record that lies there, good or not.
        erased: what is left of erased records, by the path of the record that was.
    """
    found = Since()
    for path, sha in old.digests.items():
        if path in now:
            (found.kept if now[path] == sha else found.changed).append(path)
        elif path in erased:
            (found.erased if erased[path].digest == f"sha256:{sha}" else found.changed).append(path)
        else:
            found.vanished.append(path)
    found.added.extend(sorted(path for path in {*now, *erased} if path not in old.digests))
    return found


def problems(old: RootList, found: Since, erased: Mapping[str, Erased]) -> Iterator[Problem]:
    """Name each that changed or vanished as a problem, and each that was erased as a note."""
    held = f"It was in the list of {old.as_of.isoformat()}"
    for path in found.vanished:
        yield Problem(path, 1, "", f"{held}, and it is gone.", BRING)
    for path in found.changed:
        if path in erased:
            wrong = f"{held}, and what is left of it gives another digest than the list."
            yield Problem(f"{path}.erased", 1, "digest", wrong, f"Write sha256:{old.digests[path]}.")
        else:
            wrong = f"{held} as sha256:{old.digests[path]}, and its bytes have changed."
            yield Problem(path, 1, "", wrong, BRING)
    for path in found.erased:
        if erased[path].erased < old.as_of:
            continue  # it was erased already when the list was made
        wrong = f"{held}, and was erased on {erased[path].erased}: {erased[path].ground}."
        yield Problem(f"{path}.erased", 1, "", wrong, "Its digest stays.", severity="note")
