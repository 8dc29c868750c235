"""data/guidance.yml says which version the words on the site are: a frozen release, or the next one in preparation.

Whoever answered a worksheet is told what has changed since. That is true only where changed words have a new number.
"""

from collections.abc import Iterator

from accord.files.nodes import Path, field, line_at
from accord.files.problem import Problem, listed, shown
from accord.guidance.known import Known
from accord.guidance.reading import known as known_of
from accord.guidance.releases import Difference, Frozen, difference, number, wordings
from accord.project.ids import nearest
from accord.project.inputs import Inputs

MOST = 6  # ids that are named one by one
Found = tuple[Path, str, str]


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield words that are no release's, a number that does not fit, and entries of changes that say something else."""
    known = known_of(inputs.project)
    for document in inputs.project.of_kind("guidance") if known else ():
        assert known is not None
        for path, wrong, cure in (*_version(known), *_changes(known), *_retired(known), *_twins(known)):
            yield Problem(document.path, line_at(document.node, path), field(path), wrong, cure)


def _version(known: Known) -> Iterator[Found]:
    if not known.releases:
        return
    own, newest = known.release, known.releases[-1]
    changed = difference(newest.items, wordings(known.asked))
    if number(own.version) > number(newest.version):
        if own.released:
            wrong = f"Version {own.version} is said to be released, and is not frozen."
            yield ("released",), wrong, f'Delete the field; "accord release-guidance {own.version}" writes it.'
    elif changed:
        wrong = f"What is asked is not what release {newest.version} asks ({told(changed)})."
        cure = (
            f'Write "{following(newest)}", delete "released", and add an entry to "changes": what changed, and what a '
            "reader has to do."
        )
        yield ("version",), wrong, cure
    elif own.version != newest.version:
        wrong = f"Version {own.version} is older than the newest release."
        yield ("version",), wrong, f'Write "{newest.version}".'
    elif own.released != newest.date:
        wrong = f"Release {newest.version} is dated {newest.date}."
        yield ("released",), wrong, f'Write released: "{newest.date}".'


def told(changed: Difference) -> str:
    """Return what changed in words: how many, and which."""
    groups = (
        ("added", list(changed.added)),
        ("reworded", [name for name, _, _ in changed.reworded]),
        ("retired", list(changed.retired)),
    )
    return "; ".join(f"{verb}: {_some(names)}" for verb, names in groups if names)


def following(newest: Frozen) -> str:
    """Return the number that comes after a release, its second part one higher."""
    first, second, _ = number(newest.version)
    return f"{first}.{second + 1}.0"


def _some(names: list[str]) -> str:
    more = [f"{len(names) - MOST} more"] if len(names) > MOST else []
    return listed([*names[:MOST], *more])


def _changes(known: Known) -> Iterator[Found]:
    own = known.release
    dates = {release.version: release.date for release in known.releases}
    for version in sorted(dates.keys() - {change.version for change in own.changes}, key=number):
        yield ("changes",), f"No entry says what release {version} changed.", "Bring it back from git."
    for index, change in enumerate(own.changes):
        path: Path = ("changes", index)
        preparing = change.version == own.version and change.version not in dates and not own.released
        if preparing and change.date:
            wrong = f"Version {change.version} is in preparation, and has a date."
            yield (*path, "date"), wrong, 'Delete the field; "accord release-guidance" writes it.'
        elif not preparing and not change.date:
            yield path, f"The entry of version {change.version} has no date.", "Write the day of its release."
        elif change.date != dates.get(change.version, change.date):
            wrong = f"Release {change.version} is dated {dates[change.version]}."
            yield (*path, "date"), wrong, f'Write "{dates[change.version]}".'


def _retired(known: Known) -> Iterator[Found]:
    for index, entry in enumerate(known.release.retired):
        path: Path = ("retired", index)
        if entry.id in known.asked:
            wrong = f"{shown(entry.id)} is still asked."
            yield (*path, "id"), wrong, "Delete the entry, or write the id of what is asked no more."
        elif entry.id not in known.gone:
            near = nearest(entry.id, known.gone)
            wrong = f"No release asked {shown(entry.id)}.{near}"
            yield (*path, "id"), wrong, "Delete the entry, or write the id of what is asked no more."
        if entry.replaced_by not in known.asked:
            near = nearest(entry.replaced_by, known.asked)
            wrong = f"Nothing is asked under {shown(entry.replaced_by)}.{near}"
            yield (*path, "replaced_by"), wrong, "Write the id of what is asked instead."


def _twins(known: Known) -> Iterator[Found]:
    seen: set[str] = set()
    for index, pair in enumerate(known.release.twins):
        for place, name in enumerate(pair):
            path: Path = ("twins", index, place)
            if name not in known.asked:
                near = nearest(name, known.asked)
                yield path, f"Nothing is asked under {shown(name)}.{near}", "Write the id of what is asked on a sheet."
            elif name in seen:
                yield path, f"{shown(name)} stands in two pairs.", "Keep one of them."
            seen.add(name)
        if any({*pair} <= {item.id for item in sheet.items} for sheet in known.sheets):
            yield ("twins", index), "One sheet asks both.", "Pair things that two sheets ask, or delete the pair."
