"""Only a steward's seal adds to what counts, or takes from it.

The seals of the base stay as they are, so that each new one is judged by keys that were named before it. Whatever the
newest seal lists lies there as it lists it: that is the chain's own rule. So a change without a seal can alter nothing
that counts: it may add claims, take claims away, and change what is not sealed.
"""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.change.said import said
from accord.files.problem import Problem
from accord.seals import chain


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
        yield said("seal altered", path)
    if before.newest is None:
        ours = [path for path in change.added if path.startswith(chain.FOLDER) or path == chain.STEWARDS]
        ours += [path for path in change.edited if path == chain.STEWARDS]
        for path in ours[:1]:
            yield said("founded", path)
    elif not after.faults and not altered and after.seals[: len(before.seals)] != before.seals:
        yield said("seals other", chain.FOLDER)


def _missed(change: Change) -> Iterator[Problem]:
    """Yield the first seal that what the change would be merged into has, and the change has not."""
    later = change.now.entries if change.now else {}
    other = sorted(path for path, entry in later.items() if change.head.entries.get(path) != entry)
    for path in [path for path in other if path.startswith(chain.FOLDER)][:1]:
        yield said("seal missed", path)
