"""The seals form a chain that holds, and all that only stewards may publish is under it (seals/chain.py)."""

from collections.abc import Iterator
from datetime import date, timedelta

from accord.commitment.build import commitment
from accord.files.problem import Problem, listed
from accord.project.inputs import Inputs
from accord.project.reading import Project
from accord.register.folder import Folder, read_folder
from accord.register.record import CONFIRMED
from accord.seals import chain

SEAL = 'A steward seals it: "accord seal --key KEY". Or take it away.'


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield faults of the chain, seals of days to come, and what no seal lists and only a steward may publish."""
    folder = read_folder(inputs.project)
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
    for path in _idle(folder):
        wrong = "A seal lists this record, and no confirmation under it names it: only two stewards could take it away."
        yield Problem(path, 1, "", wrong, "Leave it out of the seal: it is a claim. Or confirm it.")
    yield from _agreed(inputs.project)


def _agreed(project: Project) -> Iterator[Problem]:
    """Yield versions of which an office is said to have agreed that did not sign the seal which brought them in.

    The first seal covers what was there before it, and says nothing of who agreed then.
    """
    found = read_folder(project).chain
    for version in commitment(project).versions:
        about = f"{version.path.removesuffix('.md')}.yml"
        seal = next((each for each in found.seals[1:] if about in each.lines), None)
        signed = found.offices.get(seal.path) if seal and about not in found.seals[0].lines else None
        if seal and signed and (silent := sorted({*version.agreed} - {*signed})):
            wrong = f"{listed(silent)} did not sign {seal.path}, which brought this version in."
            yield Problem(about, 1, "agreed", wrong, "Name the offices that signed it.")


def _idle(folder: Folder) -> list[str]:
    """Return records that a seal lists and nothing confirms.

    So a confirmation is erased only with the record that it names, or beside a new one: else the erasure of what
    confirmed a withdrawal would bring the signature back.
    """
    counting = {record.path for record in folder.counting}
    found = (file.record for file in folder.records if file.record and file.path in folder.chain.sealed)
    return [record.path for record in found if record.event != CONFIRMED and record.path not in counting]


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
