"""The frozen releases of the guidance agree with themselves: one number, one file, and an id never comes back."""

from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.guidance.known import Known
from accord.guidance.reading import known as known_of
from accord.guidance.releases import Frozen
from accord.project.ids import known as definitions_of
from accord.project.inputs import Inputs
from accord.project.reading import Document

NEVER = "Bring the file back from git: a release never changes."


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield files of another name, ids that stand twice, days out of order, and ids that were retired and are asked."""
    documents = {document.path: document for document in inputs.project.of_kind("guidance-release")}
    known = known_of(inputs.project) if documents else None
    if known is None:
        return  # there is none, or the rules about fields say why nothing can be said
    for release in known.releases:
        yield from _file(release, documents[release.path])
    for older, newer in zip(known.releases, known.releases[1:], strict=False):
        if newer.date < older.date:
            wrong = f"Release {newer.version} is dated before release {older.version} ({older.date})."
            yield Problem(newer.path, 2, "date", wrong, NEVER)
    yield from _again(inputs, known)


def _file(release: Frozen, document: Document) -> Iterator[Problem]:
    if release.version != document.stem:
        wrong = f"The file holds release {release.version}, and its name says {document.stem}."
        yield Problem(release.path, 1, "version", wrong, NEVER)
    seen: set[str] = set()
    for item in release.items:
        if item.id in seen:
            yield Problem(release.path, 3, "items", f"The id {shown(item.id)} stands twice.", NEVER)
        seen.add(item.id)


def _again(inputs: Inputs, known: Known) -> Iterator[Problem]:
    """Yield ids that one release asked, a later one did not, and that are asked again."""
    retired: dict[str, str] = {}
    before: set[str] = set()
    for release in known.releases:
        now = set(release.by_id)
        for name in sorted(now & retired.keys()):
            wrong = f"The id {shown(name)} was retired by release {retired[name]}, and this one asks it."
            yield Problem(release.path, 3, "items", wrong, NEVER)
        retired |= dict.fromkeys(before - now, release.version)
        before |= now
    places = definitions_of(inputs.project)
    for name in sorted(retired.keys() & known.asked.keys()):
        place = places[name]
        wrong = f"The id {shown(name)} was retired by release {retired[name]} of the guidance."
        yield Problem(place.document.path, place.line, "id", wrong, "Choose another; an id names one thing for ever.")
