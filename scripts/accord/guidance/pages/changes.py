"""The page of what changed: for each version its words, what a reader has to do, and the ids that it touched."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from accord.commitment.diff import redline
from accord.commitment.pages.redline import RUN
from accord.guidance.asked import KIND_WORDS
from accord.guidance.guidance import Guidance
from accord.guidance.parts import Change
from accord.guidance.releases import Difference, Frozen, Wording, difference, wordings
from accord.pages.encode import encode
from accord.pages.templating import render


@dataclass(frozen=True, slots=True)
class Touched:
    """One id that a version added, reworded or retired. `address` is empty where the site no longer has it."""

    id: str
    kind: str
    label: str
    address: str
    words: Markup
    heir: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One version on the page. `kept` says that its words were kept, `first` that no version before it has any."""

    change: Change
    name: str
    kept: bool
    first: bool
    asked: int
    added: tuple[Touched, ...] = ()
    reworded: tuple[Touched, ...] = ()
    retired: tuple[Touched, ...] = ()


def changes(g: Guidance, base: str, _: str) -> str:
    """Return the page's text: a heading for each version, the newest first."""
    return render("changes.html", g, base, steps=list(steps(g)))


def steps(g: Guidance) -> Iterator[Step]:
    """Yield what each version changed. What is in preparation is compared with the newest release."""
    frozen = {release.version: release for release in g.frozen}
    before = dict(zip((release.version for release in g.frozen[1:]), g.frozen, strict=False))
    for change in g.release.changes:
        preparing = change.version == g.release.version and not g.release.released
        release = frozen.get(change.version)
        old = g.frozen[-1] if preparing and g.frozen else before.get(change.version)
        items = wordings(g.asked) if preparing else release.items if release else ()
        step = Step(
            change,
            g.release.name if preparing else change.version,
            kept=preparing or release is not None,
            first=old is None,
            asked=len(items),
        )
        yield _compared(g, step, old, items) if old else step


def _compared(g: Guidance, step: Step, old: Frozen, items: tuple[Wording, ...]) -> Step:
    found: Difference = difference(old.items, items)
    words = {item.id: item for item in items}
    heirs = {entry.id: entry.replaced_by for entry in g.release.retired}
    return replace(
        step,
        added=tuple(_touched(g, words[name], encode(words[name].words)) for name in found.added),
        reworded=tuple(_touched(g, words[name], _marked(was, now)) for name, was, now in found.reworded),
        retired=tuple(
            _touched(g, old.by_id[name], encode(old.by_id[name].words), heirs.get(name, "")) for name in found.retired
        ),
    )


def _touched(g: Guidance, item: Wording, words: Markup, heir: str = "") -> Touched:
    asked = g.asked.get(item.id)
    address = g.entries[asked.at].address if asked else ""
    label = asked.label if asked else item.words.partition("\n")[0]
    return Touched(item.id, KIND_WORDS[item.kind], label, address, words, heir)


def _marked(old: str, new: str) -> Markup:
    return Markup(" ").join(RUN[op].format(encode(words)) for op, words in redline(old, new))
