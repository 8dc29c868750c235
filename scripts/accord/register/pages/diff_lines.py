"""A difference between two texts, and its impact, as lines for a terminal."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from accord.commitment.amendment import Weight, next_number, weight, written
from accord.commitment.diff import BlockChange, ClauseChange, Difference, difference, marked
from accord.commitment.text import Text, Version
from accord.files.problem import listed
from accord.files.schema import is_words
from accord.project.ids import MARK, known
from accord.project.page import without_code
from accord.project.reading import Project
from accord.register.pages.words import FATES
from accord.register.register import Register
from accord.register.standing import COUNTED, WORDS

Pair = tuple[str, str]


def named(project: Project, kind: str) -> dict[str, tuple[str, ...]]:
    """Return, for each id of one kind, what it is related to ("practice modelling-3") and the files that name it."""
    index = known(project)
    own = {name for name, definition in index.items() if definition.kind == kind}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, where in _pairs(project):
        if name in own and where != index[name].document.path:
            found[name][where] = None
    for document in project.of_kind(kind):
        for path, scalar, _ in project.scalars[document.path]:
            if path[0] == "related" and scalar.value in index:
                found[document.stem][f"{index[scalar.value].kind} {scalar.value}"] = None
    return {name: tuple(places) for name, places in found.items()}


def _pairs(project: Project) -> Iterator[Pair]:
    """Yield each id that a file names, with the file."""
    for document in project.documents:
        for _, scalar, schema in project.scalars[document.path]:
            if "x-refers" in schema:
                yield scalar.value, document.path
            elif is_words(schema):
                yield from ((mark[1], document.path) for mark in MARK.finditer(scalar.value))
    for page in project.pages:
        for _, row in page.lines:
            yield from ((mark[1], page.path) for mark in MARK.finditer(without_code(row)))


def changes(found: Difference) -> Iterator[str]:
    """Yield what changed, clause by clause, then outside the clauses."""
    counts: Counter[str] = Counter(change.fate for change in found.clauses)
    told = [f"{counts[fate]} {'the same' if fate == 'same' else fate}" for fate in FATES if counts[fate]]
    yield f"Clauses: {', '.join(told) or 'none'}."
    for change in found.changed:
        yield ""
        yield from _clause(change)
    if found.blocks:
        yield ""
        yield "Outside the clauses:"
        yield from map(_block, found.blocks)
    if found.same_words:
        yield "The words are the same. If the files differ, their lines break in other places."


def _clause(change: ClauseChange) -> Iterator[str]:
    yield f"{change.label} is {change.fate}:"
    yield f"  {marked(change.old.words if change.old else '', change.new.words if change.new else '')}"


def _block(change: BlockChange) -> str:
    old, new = change.old, change.new
    line = new.line if new else old.line if old else 0
    which = f"line {line}" if new else f"line {line} of the older text"
    return f"  {which}: {marked(old.words if old else '', new.words if new else '')}"


def classed(weights: Weight) -> str:
    """Return a sentence about the class that follows."""
    if weights.plain == weights.argued:
        return f"The words alone make it {weights.plain}, and no reason can make it lighter."
    return f"The words alone make it {weights.plain}. Two stewards can publish a reason to call it {weights.argued}."


def touched(
    version: Version, draft: Text, register: Register, explained: Iterable[str], names: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """Yield what a draft touches: class, clauses, words, what names them, signatories.

    `explained` are digests that words explain; `names` are the files that name each id.
    """
    found = difference(version.text, draft)
    weights = weight(found)
    yield f"The draft against {version.number}, released {version.released}."
    yield ""
    yield from changes(found)
    yield ""
    if not found.same_words:
        number = written(next_number(version.parts, weights.plain))  # that the words alone make
        yield f"{classed(weights)} Its number would be {number}."
        yield ""
    known = {*explained}
    unexplained = [clause.label for clause in draft.clauses if clause.digest not in known]
    yield f"Plain words to write: {listed(unexplained) or 'none'}."
    yield "Related to the clauses that change:"
    related = [f"  {change.id}: {', '.join(names[change.id])}" for change in found.changed if names.get(change.id)]
    yield from related or ["  nothing"]
    yield ""
    total = len(register.counted)
    yield f"Signatories whose signature stands: {total}."
    for state in COUNTED:
        if those := [s.slug for s in register.counted if s.standing.state == state]:
            yield f"  {WORDS[state]}: {len(those)} ({', '.join(those)})"
    if total and weights.plain == "substantive":
        who = f"All {total}" if total > 1 else "It"
        yield f"{who} would have to sign again, unless two stewards publish a reason why not."
    elif total:
        yield "Nobody would have to sign again: their signatures carry over."
