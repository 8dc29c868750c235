"""Verify every text, record and seal, offline, and say how the number of signatories was counted."""

import argparse
from collections.abc import Iterator

from accord.files.problem import CalledWrongly, Problem, counted, visible
from accord.project import reading
from accord.seals import chain
from accord.steward.audit import Audit, audit


def run(options: argparse.Namespace) -> int:
    """Print problems, then texts, seals and the count. Return 1 where something is not good, 2 on a wrong call."""
    kept = b""
    if options.since:
        try:
            with options.since.open("rb") as file:
                kept = file.read(chain.LARGEST + 1)
        except OSError as error:
            raise CalledWrongly(f"the seal can't be read: {error.strerror}: {options.since}.") from None
    found = audit(reading.load(options.root), options.today)
    problems = set(found.problems)
    if options.since:
        faults = chain.since(found.chain, options.since.name, kept)
        problems.update(Problem(fault.path, fault.line, "", fault.wrong, fault.cure) for fault in faults)
    for problem in sorted(problems):
        print(problem)
    for row in _told(found):
        print(visible(row))
    if options.since and not problems:
        print("The seal that you kept is in the chain: nothing that it lists has changed or vanished since.")
    bad = len(problems) + sum(not each.adds_up for each in found.sums)
    print(f"{counted(bad, 'problem')}.")
    return int(bad > 0)


def _told(found: Audit) -> Iterator[str]:
    for version in found.commitment.versions:
        yield f"Version {version.number} of {version.released.isoformat()}: {version.digest}"
    for seal in found.chain.seals:
        offices = " and ".join(sorted(found.chain.offices[seal.path]))
        yield f"Seal of {seal.day}, signed by {offices}: sha256:{seal.digest}"
    if found.chain.newest is None:
        yield "There is no seal that holds, so no record counts."
    yield f"How the number was counted, as at {found.register.as_of.isoformat()}:"
    yield from (f"  {each}" for each in found.sums)
