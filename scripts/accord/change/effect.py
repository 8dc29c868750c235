"""What a change does, in words, for whoever has to decide on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accord.change import paths
from accord.change.compare import Change, read_record
from accord.model.records import ANSWERS, Record
from accord.problem import clipped

MOST = 20  # records that are told one by one


def told(change: Change) -> list[str]:
    """Return sentences that say what the change adds, erases and touches."""
    does = list(_does(change))
    more = [f"{len(does) - MOST} more"] if len(does) > MOST else []
    lines = [f"This change adds: {words}." for words in [*does[:MOST], *more]]
    erased = change.of("erased", change.added)
    lines += [f"This change erases: a record of {paths.slug(path)}." for path in erased[:MOST]]
    if change.taken:
        lines.append(f"This change takes {_files(len(change.taken), '')} from upstream, byte for byte.")
    gone = [path for path in change.removed if not change.erases(path)]
    if altered := [path for path in [*change.edited, *gone] if paths.kind(path) in paths.PUBLISHED]:
        lines.append(f"This change alters {_files(len(altered), 'published ')}.")
    others = len([path for path in change.touched if paths.kind(path) not in paths.PUBLISHED])
    if others:
        lines.append(f"This change touches {_files(others, 'other ')}.")
    return lines or ["This change adds nothing and touches nothing."]


def _files(count: int, which: str) -> str:
    return f"{count} {which}file{'' if count == 1 else 's'}"


def _does(change: Change) -> Iterator[str]:
    for number in sorted({paths.version(path) for path in change.of("version", change.added)}):
        yield f"version {number} of the Commitment"
    yield from (f"release {paths.release(path)} of the guidance" for path in change.of("release", change.added))
    records = change.of("record", change.added)
    change.head.fetch(records[:MOST])
    for at, path in enumerate(records):
        found = read_record(change.head, path) if at < MOST else None  # the rest is only counted
        yield _words(change, found) if found else f"a record of {paths.slug(path)} that can't be read"


def _words(change: Change, found: Record) -> str:
    name = found.signatory
    if found.event == "signed":
        again = any(record.event == "signed" for record in change.records_before(name))
        signs = "signs again, now" if again else "signs"
        who, version = clipped(found.get("organisation") or name), clipped(found.get("version"))
        return f"{who} {signs} {version} (claimed until a steward confirms)"
    if found.event == "confirmed":
        return f"a steward confirms the signing of {name}"
    if found.event == "reviewed":
        return f"{name} reports on {clipped(found.get('version'))} ({_answers(found)})"
    if found.event == "corrected":
        return f"{name} corrects {clipped(found.get('field'))}"
    if found.event == "succeeded":
        return f"{clipped(found.get('successor'))} takes over from {name}"
    return f"{name} withdraws"


def _answers(found: Record) -> str:
    counted = Counter(found.fields.values())
    said = [f"{counted[answer]} {answer}" for answer in ANSWERS if counted[answer]]
    return ", ".join(said) or "no answers"
