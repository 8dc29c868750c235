"""The seals form a chain that holds, and all that only stewards may publish is under it (seals/chain.py)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from accord.model.records import CONFIRMED
from accord.problem import Problem
from accord.read.commitment import Folder
from accord.rules.base import Inputs
from accord.seals import chain

SEAL = 'A steward seals it: "accord seal --key KEY". Or take it away.'


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield faults of the chain, seals of days to come, and what no seal lists and only a steward may publish."""
    folder = inputs.project.commitment
    for fault in folder.chain.faults:
        yield Problem(fault.path, fault.line, "", fault.wrong, fault.cure)
    if folder.chain.faults:
        return
    newest = folder.chain.newest
    if newest and date.fromisoformat(newest.day) - inputs.as_of > timedelta(days=1):
        wrong = f"The seal is dated {newest.day}, more than one day after {inputs.as_of}."
        yield Problem(newest.path, 1, "", wrong, "Seal on the day itself.")
    for path in unsealed(folder):
        yield Problem(path, 1, "", "Only a steward may publish this, and no seal lists it.", SEAL)


def unsealed(folder: Folder) -> list[str]:
    """Return what lies in commitment/ without a seal, though it counts only under one. Claims are not among it.

    Before the first seal a version may lie there: the first seal covers it.
    """
    sealed = folder.chain.sealed
    found = [file.path for file in folder.records if file.name and file.name.event == CONFIRMED]
    found += [file.path for file in folder.erased]
    if sealed:
        found += [*(file.path for file in folder.texts.values()), *folder.abouts]
    found += [path for path in folder.sealing if chain.is_ours(path)]
    newest = folder.chain.newest
    # Its own signatures: the next seal lists them.
    own = (newest.path, f"{newest.path}.") if newest else ()
    return sorted(path for path in found if path not in sealed and not (own and path.startswith(own)))
