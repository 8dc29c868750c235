"""What upstream changed, as a list of things to do, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accord.change import paths
from accord.commitment.build import commitment
from accord.commitment.diff import difference
from accord.copy.changes import Changes, Touched
from accord.project.page import address_of
from accord.register.record import Record

MOST = 12  # names that are told one by one
CARRIES = {
    "editorial": "spelling and punctuation only. Your signature carries over",
    "clarifying": "the promises mean the same. Your signature carries over",
    "substantive": "the promises changed. Your signature does not carry over",
    "first": "the first version",
}


def todo(found: Changes, own: str, signed: Record | None, ref: str) -> Iterator[str]:
    """Yield the list. `own` is the council's short name, or empty; `signed` its newest signing."""
    if found.nothing:
        yield f"You have all of upstream, as last fetched: {found.new.name}."
        return
    yield f"Upstream changed since you last merged it ({found.old.name})."
    yield f"The newest that you fetched is {found.new.name}."
    yield ""
    for number, task in enumerate(_tasks(found, own, signed, ref), 1):
        first, *more = task
        yield f"{number}. {first}"
        yield from (f"   - {line}" for line in more)


def _tasks(found: Changes, own: str, signed: Record | None, ref: str) -> Iterator[list[str]]:
    if found.versions:
        yield ["Read the new text of the Commitment.", *_versions(found, signed)]
    if found.draft:
        yield ["Comment on the draft of the next version: it changed.", 'Afterwards, "accord diff" shows how.']
    if found.practices:
        verbs = ("new", "reworded", "no longer there")
        yield ["Read the practices that changed, and the notes that you wrote beside them.", *_named(found, verbs)]
    yield from _files("Look at the pages that changed.", found.pages)
    yield from _files("Other words and data changed: terms, sources, roles and the like.", found.data)
    yield from _files("Rules of the check changed. What passed before may be refused now.", found.rules, names=False)
    yield from _files("The program, the look or its settings changed.", found.program, names=False)
    if found.records or found.seals or found.stewards:
        yield ["The register changed.", *_records(found, own)]
    yield [f"Merge it: git merge {ref}", "Your own files lie in data/local/, so nothing of yours is in the way."]
    yield [f"Check the merge: accord check, then accord verify, then accord conformance --upstream {ref}"]
    yield [_again(found, signed)]


def _versions(found: Changes, signed: Record | None) -> Iterator[str]:
    before = commitment(found.old.project).versions
    for version in found.versions:
        words = CARRIES.get(version.amendment, version.amendment) if signed else version.amendment
        yield f"Version {version.number} of {version.released}: {words}. {version.summary}"
    if before:
        changed = difference(before[-1].text, found.versions[-1].text).changed
        told = [f"{change.label} ({change.fate})" for change in changed]
        if told:
            yield f"Promises: {_some(told)} If you wrote a note beside one of them, read it again."


def _named(found: Changes, verbs: tuple[str, str, str]) -> Iterator[str]:
    groups = (found.practices.added, found.practices.edited, found.practices.removed)
    for verb, names in zip(verbs, groups, strict=True):
        if names:
            yield f"{verb.capitalize()}: {_some([f'{name} ({found.titles[name]})' for name in names])}"


def _files(task: str, touched: Touched, names: bool = True) -> Iterator[list[str]]:
    if not touched:
        return
    groups = (("New", touched.added), ("Changed", touched.edited), ("Gone", touched.removed))
    if names:
        yield [task, *(f"{verb}: {_some([_place(name) for name in listed])}" for verb, listed in groups if listed)]
    else:
        told = ", ".join(f"{verb.lower()} {len(listed)}" for verb, listed in groups if listed)
        yield [task, f"Files: {told}."]


def _place(name: str) -> str:
    return f"/{address_of(name)}" if name.endswith(".md") else name


def _records(found: Changes, own: str) -> Iterator[str]:
    new = [path for path in found.records.added if paths.kind(path) == "record"]
    mine = [path for path in found.records.added if own and paths.slug(path) == own]
    for path in mine:
        yield f"Upstream has taken a record about you: {path.rpartition('/')[2]}"
    counted = Counter(path.rpartition("/")[2][11:].removesuffix(".yml").rstrip("-0123456789") for path in new)
    if counted:
        yield f"New records: {', '.join(f'{number} {event}' for event, number in sorted(counted.items()))}."
    if gone := len(found.records.edited) + len(found.records.removed):
        yield f"Records that changed or went: {gone}. Those that a seal lists never do: accord verify says so."
    if found.seals:
        yield f"Seals: {_some([path.rpartition('/')[2] for path in (*found.seals.added, *found.seals.edited)])}"
    if found.stewards:
        yield "The list of stewards' keys changed. Two stewards have to seal that: accord verify says whether they did."


def _again(found: Changes, signed: Record | None) -> str:
    if signed is None:
        return (
            "Whether to sign is open: the council has signed no version. Not signing says nothing about its practice."
        )
    newest = max((v.parts for v in commitment(found.new.project).versions), default=(0, 0, 0))
    number = signed.get("version")
    if newest[0] > int(number.partition(".")[0] or 0):
        return f'Decide whether to sign again: you signed {number}. Then "accord sign".'
    return f"You need not sign again: your signature of {number} carries over."


def _some(names: list[str]) -> str:
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return f"{', '.join(names[:MOST])}{more}."
