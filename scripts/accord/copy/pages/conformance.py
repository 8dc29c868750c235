"""What is different in a council's copy, as lines and as a page, and what upstream changed."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from accord.commitment.build import commitment
from accord.commitment.folder import DRAFT
from accord.copy.compare import WORDS, Comparison, Line, clauses, compare, practices, signing
from accord.copy.trees import Upstream
from accord.pages.frame import Frames
from accord.pages.templating import render
from accord.project.reading import Project
from accord.register.build import copy_of
from accord.register.folder import SIGNATORIES
from accord.register.pages import words
from accord.register.published import Published

PLACE = "commitment/conformance/"
CURE = (
    "This copy claims to carry texts that it changed. Take upstream's files back, and put what you add into "
    "data/local/notes/."
)
NOT_COMPARED = "Not compared: nothing here says what upstream's were."
CARRIES = {
    "editorial": "Spelling and punctuation only: a signature carries over.",
    "clarifying": "The promises mean the same: a signature carries over.",
    "substantive": "The promises changed: a signature does not carry over.",
}
NEWS = {"changed": "reworded", "missing": "no longer there", "added": "new"}
FILES = {"Pages": "docs/", "Data": "data/", "Records, seals and texts": "commitment/", "Program and settings": ""}
MOST = 12  # files that are named one by one


def told(found: Comparison, everything: bool) -> Iterator[str]:
    """Yield the lines for a terminal: what is not identical, or all of it, then the numbers."""
    for title, about, lines in (
        ("The Commitment", found.text, found.promises),
        ("Practices", found.guidance or NOT_COMPARED, found.practices),
    ):
        yield f"{title}. {about}"
        for line in lines:
            if everything or line.state != "identical":
                yield f"  {WORDS[line.state].lower()}: {_name(line)}"
        if lines:
            counted = (f"{sum(line.state == state for line in lines)} {name.lower()}" for state, name in WORDS.items())
            yield f"  {', '.join(counted)}."
    if found.broken:
        yield CURE


def news(project: Project, old: Upstream, new: Upstream, ref: str) -> Iterator[str]:
    """Yield what upstream changed from `old`, which the copy merged last, to `new`, and what to do about it."""
    if old.tree.entries == new.tree.entries:
        yield f"Upstream. You have all of it, as last fetched: {new.name}."
        return
    yield f"Upstream. It changed since you last merged it. The newest that you fetched is {new.name}."
    before, after = commitment(old.project), commitment(new.project)
    for version in after.versions:
        if version.number not in before.by_number:
            said = CARRIES.get(version.amendment, "")
            yield f"  Version {version.number} of {version.released}: {version.summary} {said}".rstrip()
    was, now = (clauses(each.versions[-1].text if each.versions else None) for each in (before, after))
    yield from _changed("promise", compare(was, now))
    yield from _changed("practice", compare(practices(old.project), practices(new.project)))
    paths = [line for line in compare(_paths(old), _paths(new)) if line.state != "identical"]
    if any(line.id == DRAFT for line in paths) and not (after.versions and after.versions[-1].text == after.draft):
        yield "  The draft of the next version changed, and you can comment on it. After the merge: accord diff"
    own = copy_of(project)
    for line in paths:
        if own and line.id.startswith(f"{SIGNATORIES}{own}/"):
            yield f"  A record about you is {NEWS[line.state]}: {line.label.rpartition('/')[2]}"
    yield from _files([line.id for line in paths])
    yield f"Read again the notes that you wrote beside what changed. Then: git merge {ref}"
    yield f"After the merge: accord check, accord verify, accord conformance --upstream {ref}"
    signed = signing(project)
    number = signed.get("version") if signed else ""
    if not signed:
        yield "Whether to sign is open: the council has signed no version."
    elif after.versions and after.versions[-1].number.split(".")[0] != number.split(".")[0]:
        yield f'Decide whether to sign again: you signed {number}. Then "accord sign".'
    else:
        yield f"You need not sign again: your signature of {number} carries over."


def _changed(kind: str, lines: Iterable[Line]) -> Iterator[str]:
    yield from (f"  {kind} {NEWS[line.state]}: {_name(line)}" for line in lines if line.state != "identical")


def _name(line: Line) -> str:
    return f"{line.id} ({line.label})." if line.id else f"{line.label}."


def _paths(upstream: Upstream) -> dict[str, tuple[str, object]]:
    return {path: (path, entry) for path, entry in upstream.tree.entries.items()}


def _files(paths: list[str]) -> Iterator[str]:
    """Yield the numbers of changed files by what they hold, and their names where they are few."""
    for title, prefix in FILES.items():
        some = [path for path in paths if path.startswith(prefix)]
        paths = [path for path in paths if not path.startswith(prefix)]
        if some:
            names = f": {', '.join(some)}" if len(some) <= MOST else ""
            yield f"  {title}, files that changed: {len(some)}{names}."


def page(g: Published, frames: Frames, found: Comparison) -> tuple[str, str]:
    """Return the site path and the text of the page. Call it only for a council's copy."""
    assert g.local is not None
    base = "../" * PLACE.count("/")
    tables = [
        ("promises", "Promises", found.text, found.promises),
        ("practices", "Practices", found.guidance or NOT_COMPARED, found.practices),
    ]
    body = render(
        "local/conformance.html", g, base,
        tables=tables, site=g.local.site, states=WORDS, broken=found.broken, words=words,
    )  # fmt: skip
    summary = f"As at {words.day(g.as_of)}. What {g.local.site.council} added, and whether the rest is as it was."
    return frames.page(PLACE, "What is different in this copy", summary, Markup(""), Markup(body))  # noqa: S704  our own template
