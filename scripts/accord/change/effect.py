"""What a change does, in words, for whoever has to decide on it."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.change import paths
from accord.change.compare import Change
from accord.commitment.folder import LARGEST
from accord.files.problem import clipped, counted
from accord.register import folder
from accord.register.pages.terminal import headline
from accord.register.record import CONFIRMED, Record

MOST = 20  # records that are told one by one


def told(change: Change) -> list[str]:
    """Return sentences that say what the change seals, claims, takes away and touches."""
    before, after = change.chains
    lines = [f"This change brings a seal: {seal.path}." for seal in after.seals[len(before.seals) :]]
    does = list(_does(change))
    more = [f"{len(does) - MOST} more"] if len(does) > MOST else []
    lines += [f"This change adds: {words}." for words in [*does[:MOST], *more]]
    gone = change.of("record", change.removed)
    lines += [f"This change takes away: {path}." for path in gone[:MOST]]
    if change.taken:
        lines.append(f"This change takes {counted(len(change.taken), 'file')} from upstream, byte for byte.")
    touched = [*change.added, *change.edited, *change.removed]
    if others := len([path for path in touched if paths.kind(path) not in paths.PUBLISHED]):
        lines.append(f"This change touches {counted(others, 'other file')}.")
    return lines or ["This change adds nothing and touches nothing."]


def _does(change: Change) -> Iterator[str]:
    for number in sorted({PurePosixPath(path).stem for path in change.of("version", change.added)}):
        yield f"version {number} of the Commitment"
    records = change.of("record", change.added)
    change.head.fetch(records[:MOST], LARGEST)
    sealed = change.chains[1].sealed
    for at, path in enumerate(records):
        raw = change.head.get(path, LARGEST) if at < MOST else None  # the rest is only counted
        found = None if raw is None else folder.read_record(path, raw)[0].record
        worth = "under a seal" if path in sealed else "a claim, which counts for nothing yet"
        yield f"{_words(found)} ({worth})" if found else f"a record of {path.split('/')[2]} that can't be read"


def _words(found: Record) -> str:
    if found.event == CONFIRMED:
        return f"a steward confirms a record of {found.signatory}"
    name = found.get("organisation") or found.signatory
    return f"{clipped(name)} {clipped(headline(found, found.fields).removesuffix('.'))}"
