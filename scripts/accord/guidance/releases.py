"""The releases of the guidance: which words each asked, and what the next one added, reworded and retired."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from accord.guidance.asked import Asked, digest_words
from accord.project.element import Element

Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a release asked under one id, as data/guidance-releases/ holds it."""

    id: str
    kind: str
    words: str

    @property
    def digest(self) -> str:
        return digest_words(self.words)


@dataclass(frozen=True)
class Frozen:
    """A release of the guidance whose words are kept. `date` is ISO 8601."""

    path: str
    version: str
    date: str
    items: tuple[Wording, ...]

    @cached_property
    def by_id(self) -> dict[str, Wording]:
        return {item.id: item for item in self.items}


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids by what became of them, each in the order of what asks them. `reworded` has the old and the new words."""

    added: tuple[str, ...]
    reworded: tuple[tuple[str, str, str], ...]
    retired: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.reworded or self.retired)


@dataclass(frozen=True, slots=True)
class Gone:
    """Something that is asked no more: its last words, the last release that asked it, and the first that did not."""

    wording: Wording
    last: str
    retired: str


def number(version: str) -> Number:
    """Return a version's parts as numbers. Raises ValueError: it is not a version."""
    return tuple(int(part) for part in version.split("."))


def in_order(releases: Iterable[Element]) -> tuple[Frozen, ...]:
    """Return the releases that files describe, the oldest first."""
    found = sorted(releases, key=lambda release: number(release.version))
    return tuple(Frozen(r.path, r.version, r.date, tuple(Wording(**vars(item)) for item in r.items)) for r in found)


def wordings(asked: Mapping[str, Asked]) -> tuple[Wording, ...]:
    """Return what is asked today, as a release keeps it."""
    return tuple(Wording(item.id, item.kind, item.words) for item in asked.values())


def difference(old: Iterable[Wording], new: Iterable[Wording]) -> Difference:
    """Return what changed between the words of two releases."""
    before = {item.id: item for item in old}
    after = {item.id: item for item in new}
    both = [(before[name], item) for name, item in after.items() if name in before]
    return Difference(
        tuple(name for name in after if name not in before),
        tuple(
            (was.id, was.words, item.words) for was, item in both if (was.words, was.kind) != (item.words, item.kind)
        ),
        tuple(name for name in before if name not in after),
    )


def gone(releases: Sequence[Frozen], asked: Iterable[str], present: str) -> dict[str, Gone]:
    """Return what some release asked and `asked` does not. `present` is the version that asks `asked`."""
    today = set(asked)
    found: dict[str, Gone] = {}
    numbers = [*(release.version for release in releases), present]
    for place, release in enumerate(releases):
        for item in release.items:
            if item.id not in today:
                found[item.id] = Gone(item, release.version, numbers[place + 1])
    return dict(sorted(found.items()))
