"""Only a steward's seal adds to what counts, or takes from it.

The seals of the base stay as they are, so that each new one is judged by keys that were named before it. Whatever the
newest seal lists lies there as it lists it: that is the chain's own rule. So a change without a seal can alter nothing
that counts: it may add claims, take claims away, and change what is not sealed.
"""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem
from accord.seals import chain

BACK = "Put it back as it was."
FOUND = (
    "Nobody's key can vouch for a first seal. Whoever holds the repository takes it in by hand: see the page "
    '"Found a register".'
)


def check(change: Change) -> Iterator[Problem]:
    """Yield faults of the chain, seals and signatures that are changed or gone, and a register that founds itself.

    Seals that came after the change began are in it too: else it could take away what they list, and nobody would see.
    """
    yield from _missed(change)
    before, after = change.chains
    for fault in before.faults:
        yield Problem(fault.path, fault.line, "", f"The base does not hold: {fault.wrong}", fault.cure)
    if before.faults:
        return
    for fault in after.faults:
        yield Problem(fault.path, fault.line, "", fault.wrong, fault.cure)
    altered = [path for path in (*change.edited, *change.removed) if path.startswith(chain.FOLDER)]
    for path in altered:
        yield Problem(path, 1, "", "A published seal is changed or taken away.", BACK)
    if before.newest is None:
        ours = [path for path in change.added if path.startswith(chain.FOLDER) or path == chain.STEWARDS]
        ours += [path for path in change.edited if path == chain.STEWARDS]
        for path in ours[:1]:
            yield Problem(path, 1, "", "This change names stewards, or seals, where nobody is a steward yet.", FOUND)
    elif not after.faults and not altered and after.seals[: len(before.seals)] != before.seals:
        yield Problem(chain.FOLDER, 1, "", "The seals do not begin with those of the base.", BACK)


def _missed(change: Change) -> Iterator[Problem]:
    """Yield the first seal that what the change would be merged into has, and the change has not."""
    later = change.now.entries if change.now else {}
    missed = [
        path
        for path, entry in later.items()
        if path.startswith(chain.FOLDER) and change.head.entries.get(path) != entry
    ]
    for path in sorted(missed)[:1]:
        wrong = "This seal came after the change began, and what it lists is not compared."
        yield Problem(path, 1, "", wrong, "Merge the branch that the change is for into yours, and check again.")
