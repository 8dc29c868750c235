"""The page of each version, and the page of what changed since each version but the newest."""

from collections.abc import Iterator

from markupsafe import Markup

from accord.commitment.consultation import Consultation
from accord.commitment.diff import difference
from accord.commitment.pages import redline
from accord.commitment.pages.text import sections, text_html
from accord.commitment.text import Version, parts
from accord.guidance.pages.documents import documents
from accord.pages.frame import Frames
from accord.pages.templating import render
from accord.register.pages import words
from accord.register.pages.clauses import Explained
from accord.register.published import Published

GROUPS = {
    "families": "families and young people",
    "workers": "workers and their unions",
    "organisations": "organisations that signed or could sign",
    "unequal": "people whom unequal treatment would reach first",
}


def listed(g: Published) -> list[tuple[str, Consultation, Version | None]]:
    """Return each consultation with its version's number, and the version where it is published, newest first."""
    numbers = sorted((each.number for each in g.consultations), key=parts, reverse=True)
    told = {each.number: each for each in g.consultations}
    return [(number, told[number], g.commitment.by_number.get(number)) for number in numbers]


def asked(g: Published, version: Version | None) -> str:
    """Return the groups that were asked about a version, or that nobody was."""
    entry = next((each for each in g.consultations if version and each.number == version.number), None)
    groups = ", ".join(dict.fromkeys(GROUPS[one.group] for one in entry.asked)) if entry else ""
    return groups.capitalize() or "Nobody"


FATES = {
    "reworded": "Reworded",
    "added": "New",
    "removed": "Removed",
    "moved": "Moved, in the same words",
    "same": "Unchanged",
}
WEIGHT = ("substantive", "clarifying", "editorial")  # heaviest first


def pages(g: Published, frames: Frames) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each page."""
    current = g.commitment.current(g.as_of)
    for version in g.commitment.versions:
        yield _version(g, frames, version, current)
    for version in g.commitment.versions[:-1]:
        yield _changes(g, frames, version)


def weight(steps: tuple[Version, ...]) -> str:
    """Return the heaviest class among some versions."""
    return next((name for name in WEIGHT if any(step.amendment == name for step in steps)), WEIGHT[-1])


def _version(g: Published, frames: Frames, version: Version, current: Version | None) -> tuple[str, str]:
    place = f"commitment/{version.number}/"
    base = "../" * place.count("/")
    body = render(
        "commitment/version.html", g, base,
        version=version, current=current, body=text_html(version.text, Explained(g, base).notes),
        parts=sections(version.text), jump=True, words=words, amendment=words.AMENDMENT,
        asked=asked(g, version),
        documents=Markup(documents(g, base, f"commitment-{version.number}")),  # noqa: S704  our template's
    )  # fmt: skip
    summary = f"The exact words of version {version.number}, released on {words.day(version.released)}."
    return frames.page(place, f"Version {version.number}", summary, _trail(base), Markup(body))  # noqa: S704  our template's


def _changes(g: Published, frames: Frames, old: Version) -> tuple[str, str]:
    place = f"commitment/changes/{old.number}/"
    base = "../" * place.count("/")
    steps = tuple(version for version in g.commitment.versions if version.parts > old.parts)
    new = steps[-1]
    found = difference(old.text, new.text)
    groups = [(fate, label, [c for c in found.clauses if c.fate == fate]) for fate, label in FATES.items()]
    body = render(
        "commitment/changes.html", g, base,
        old=old, new=new, steps=steps, groups=[group for group in groups if group[2]],
        others=found.blocks, redline=redline, weight=weight(steps), explained=Explained(g, base),
        words=words, amendment=words.AMENDMENT,
    )  # fmt: skip
    summary = f"What is different in version {new.number}, clause by clause, and what to do if you signed {old.number}."
    title = f"What changed since {old.number}"
    return frames.page(place, title, summary, _trail(base), Markup(body))  # noqa: S704  our template's


def _trail(base: str) -> Markup:
    return Markup('<li><a href="{}commitment/changes/">Versions and changes</a></li>').format(base)
